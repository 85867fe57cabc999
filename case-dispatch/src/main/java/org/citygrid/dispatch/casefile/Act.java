package org.citygrid.dispatch.casefile;

import java.time.Instant;
import java.util.List;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.jspecify.annotations.Nullable;

/// Something somebody wants to do to a case, with everything they give along.
///
/// @param at when it happened
/// @param recordedAt when we heard of it
/// @param master the case a duplicate is linked to
/// @param collector whom a task is for, when it is not for whoever is on duty
public record Act(
    Action action,
    Doer doer,
    Instant at,
    Instant recordedAt,
    @Nullable String opinion,
    @Nullable String unitCode,
    @Nullable String conditionId,
    @Nullable Instant until,
    @Nullable CaseFile master,
    @Nullable String collector,
    List<String> photoIds) {

  /// An act that needs nothing but itself.
  public static Act plain(Action action, Doer doer, Instant at) {
    return new Act(action, doer, at, at, null, null, null, null, null, null, List.of());
  }
}
