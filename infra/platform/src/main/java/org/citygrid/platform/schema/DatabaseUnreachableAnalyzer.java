package org.citygrid.platform.schema;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnreachable> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, DatabaseUnreachable cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
