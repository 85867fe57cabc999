package org.citygrid.dispatch.figure;

import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;

/// A line of a case's history, as far as figures need it.
///
/// @param receiver the department or collector it went to
/// @param day when it happened, in days since 1970-01-01, in the town's zone
/// @param dueDay the deadline after it, likewise; null where none runs
/// @param late after the limit for handling
/// @param stageLate after the limit of the stage that ended
/// @param fresh not counted yet
record Line(
    Action action,
    State from,
    State to,
    String actor,
    Post post,
    @Nullable String receiver,
    int day,
    @Nullable Integer dueDay,
    boolean late,
    boolean stageLate,
    boolean fresh) {

  /// Takes the case out of every score.
  boolean exempts() {
    return action == Action.GRANT_APPEAL && post == Post.ACCEPTOR;
  }

  /// Brings the case back to the department after a check.
  boolean isRework() {
    return action == Action.CONFIRM_REWORK || (action == Action.CHECK_FAIL && to == State.HANDLING);
  }

  /// What it counts as when times are counted: a rework, however it came about, is one thing.
  Action step() {
    return isRework() ? Action.CONFIRM_REWORK : action;
  }
}
