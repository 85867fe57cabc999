package org.citygrid.dispatch.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.dispatch.workflow.Action;
import org.jspecify.annotations.Nullable;

/// What a collector found on a verify or check task, as on `citygrid.field-results.v1`.
record FieldResult(
    @Nullable UUID resultId,
    @Nullable UUID taskId,
    @Nullable UUID caseId,
    @Nullable String kind,
    @Nullable String outcome,
    @Nullable String collector,
    @Nullable Instant at,
    @Nullable String remark,
    @Nullable List<String> photoIds) {

  Optional<String> flaw() {
    if (taskId == null || caseId == null || collector == null || at == null) {
      return Optional.of("taskId, caseId, collector and at must be there");
    }
    return action().isPresent()
        ? Optional.empty()
        : Optional.of("%s is no outcome of a %s task".formatted(outcome, kind));
  }

  /// The step that this result is.
  Optional<Action> action() {
    return switch (kind + " " + outcome) {
      case "verify true" -> Optional.of(Action.VERIFY_TRUE);
      case "verify false" -> Optional.of(Action.VERIFY_FALSE);
      case "check pass" -> Optional.of(Action.CHECK_PASS);
      case "check fail" -> Optional.of(Action.CHECK_FAIL);
      default -> Optional.empty();
    };
  }
}
