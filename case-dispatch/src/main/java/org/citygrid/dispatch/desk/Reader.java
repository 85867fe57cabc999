package org.citygrid.dispatch.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.Doers;
import org.citygrid.dispatch.casefile.Standing;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.Request;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/// Who reads, which cases they may read, and which of them wait for them.
///
/// @param division cases of this division and below
/// @param onlyUnit departments read what is or was with themselves and nothing else; null for
///   others
public record Reader(Actor actor, Set<Post> posts, String division, @Nullable String onlyUnit) {
  private static final Set<Role> READ_ALL =
      Set.of(
          Role.ACCEPTOR,
          Role.SHIFT_LEADER,
          Role.DISPATCHER,
          Role.INSPECTOR,
          Role.EVALUATOR,
          Role.ADMINISTRATOR);

  public static Reader of(Actor actor) {
    var readsAll = actor.roles().stream().anyMatch(READ_ALL::contains);
    var unit = actor.unitCode() == null ? "" : actor.unitCode();
    return new Reader(actor, Doers.of(actor).posts(), actor.divisionCode(), readsAll ? null : unit);
  }

  /// What the list of turns calls a case that the shift leader must dispatch.
  private static final String FINAL_DISPATCH = "FINAL_DISPATCH";

  /// A worker reads what is given to them and nothing else; null for others.
  @Nullable String onlyStaff() {
    return onlyUnit != null && !actor.has(Role.DEPARTMENT) && actor.has(Role.WORKER)
        ? actor.userName()
        : null;
  }

  boolean mayRead(CaseFile file) {
    var staff = onlyStaff();
    return file.origin().divisionCode().startsWith(division)
        && (onlyUnit == null || onlyUnit.equals(file.standing().unitCode))
        && (staff == null || staff.equals(file.standing().staff));
  }

  /// The states in which one of the reader's posts must act.
  List<String> turnStates() {
    var turns =
        State.all().stream()
            .filter(state -> state.isOpen() && state != State.SUSPENDED)
            .filter(state -> posts.contains(state.holder()) || isForWorker(state))
            .map(Enum::name);
    return (posts.contains(Post.SHIFT_LEADER)
            ? Stream.concat(turns, Stream.of(FINAL_DISPATCH))
            : turns)
        .toList();
  }

  private boolean isForWorker(State state) {
    return state == State.HANDLING && posts.contains(Post.WORKER);
  }

  /// The requests that one of the reader's posts decides.
  List<String> turnRequests() {
    return Stream.of(Request.values()).filter(this::decides).map(Enum::name).toList();
  }

  boolean isTurnOf(Standing s) {
    if (decides(s.request)) {
      return true;
    }
    var turn = s.state == State.TO_DISPATCH && s.escalated ? FINAL_DISPATCH : s.state.name();
    return turnStates().contains(turn) && (s.state != State.HANDLING || hasInHand(s));
  }

  /// A worker until the work is told as done, the department's desk before and after.
  private boolean hasInHand(Standing s) {
    var atWork = s.staff != null && s.staffDoneAt == null;
    return unitOrNone().equals(s.unitCode) && (onlyStaff() != null) == atWork;
  }

  public String unitOrNone() {
    return actor.unitCode() == null ? "" : actor.unitCode();
  }

  private boolean decides(Request request) {
    return switch (request) {
      case NONE -> false;
      case EXTENSION, SUSPENSION, APPEAL -> posts.contains(Post.DISPATCHER);
      case REWORK, APPEAL_CONFIRMATION -> posts.contains(Post.ACCEPTOR);
    };
  }
}
