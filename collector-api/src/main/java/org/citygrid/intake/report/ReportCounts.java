package org.citygrid.intake.report;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Violations;

/// Counts reports by what became of them. Only names that we chose become labels.
final class ReportCounts {
  private static final Set<String> FIELDS =
      Set.of(
          "body",
          "kind",
          "classCode",
          "edition",
          "conditionId",
          "componentCode",
          "location",
          "pin",
          "description",
          "observedAt",
          "channel",
          "source",
          "contact",
          "photoIds",
          "photos",
          "wantsReply",
          "selfHandled",
          "reportId",
          "receivedAt",
          "reporter",
          "Idempotency-Key");

  private final MeterRegistry meters;

  ReportCounts(MeterRegistry meters) {
    this.meters = meters;
  }

  /// @param outcome `accepted`, `known`, `clash`, `rejected` or `unavailable`
  void count(String source, String outcome) {
    meters.counter("citygrid.reports", "source", source, "outcome", outcome).increment();
  }

  void countRejected(String source, Violations violations) {
    count(source, "rejected");
    violations.list().stream()
        .map(FieldError::field)
        .map(field -> field.replaceFirst("[.\\[].*", ""))
        .map(field -> FIELDS.contains(field) ? field : "other")
        .distinct()
        .forEach(field -> meters.counter("citygrid.reports.rejected", "field", field).increment());
  }
}
