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
/// @param notDuplicateOf number of the case it was suspected to repeat and, they say, does not
/// @param staff the department's worker it is given to
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
    @Nullable String notDuplicateOf,
    @Nullable String collector,
    @Nullable Staff staff,
    List<String> photoIds) {

  /// An act that needs nothing but itself.
  public static Act plain(Action action, Doer doer, Instant at) {
    return new Act(action, doer, at, at, null, null, null, null, null, null, null, null, List.of());
  }

  /// A worker as the one who acts names them.
  ///
  /// @param unitCode the department they work for
  public record Staff(String userName, @Nullable String unitCode) {}

  /// The same act with a department and words.
  public Act to(String unit, String words) {
    return new Act(
        action,
        doer,
        at,
        recordedAt,
        words,
        unit,
        conditionId,
        until,
        master,
        notDuplicateOf,
        collector,
        staff,
        photoIds);
  }

  Act saying(String words, Instant replyDue) {
    return new Act(
        action,
        doer,
        at,
        recordedAt,
        words,
        unitCode,
        conditionId,
        replyDue,
        master,
        notDuplicateOf,
        collector,
        staff,
        photoIds);
  }

  /// The same act with what the case itself knows filled in.
  Act with(@Nullable String condition, @Nullable Instant end, @Nullable String sent) {
    return new Act(
        action,
        doer,
        at,
        recordedAt,
        opinion,
        unitCode,
        condition,
        end,
        master,
        notDuplicateOf,
        sent,
        staff,
        photoIds);
  }
}
