package org.citygrid.dispatch.migration;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.citygrid.dispatch.past.PastLines;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Post;
import org.jspecify.annotations.Nullable;

/// One line of a town's past: who did what to the case of which report, and when.
///
/// @param outcome may be left out where the action says it
/// @param staff of giving work to somebody, the worker's user name
/// @param unitCode of a dispatch, the department it goes to; else the actor's own department
record PastAct(
    @Nullable UUID reportId,
    @Nullable String action,
    @Nullable Instant at,
    @Nullable String actor,
    @Nullable String role,
    @Nullable String opinion,
    @Nullable String unitCode,
    @Nullable String conditionId,
    @Nullable String outcome,
    @Nullable Instant until,
    @Nullable UUID masterReportId,
    @Nullable String collector,
    @Nullable String staff,
    @Nullable List<String> photoIds)
    implements PastLines.Checked {

  /// Why this line cannot be an act at all; null when it can.
  @Override
  public @Nullable String flaw() {
    if (reportId == null || action == null || at == null || actor == null || role == null) {
      return "reportId, action, at, actor and role must be there";
    }
    try {
      Action.valueOf(action);
      Post.valueOf(role.toUpperCase(Locale.ROOT));
      return null;
    } catch (IllegalArgumentException unknown) {
      return "unknown action or role: " + action + ", " + role;
    }
  }
}
