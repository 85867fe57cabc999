package org.citygrid.platform.setting;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Turns a wrong setting, wherever it was found, into the sentence that it carries.
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSetting> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, WrongSetting cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
