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
record Reader(Actor actor, Set<Post> posts, String division, @Nullable String onlyUnit) {
  private static final Set<Role> READ_ALL =
      Set.of(
          Role.ACCEPTOR,
          Role.SHIFT_LEADER,
          Role.DISPATCHER,
          Role.INSPECTOR,
          Role.EVALUATOR,
          Role.ADMINISTRATOR);

  static Reader of(Actor actor) {
    var readsAll = actor.roles().stream().anyMatch(READ_ALL::contains);
    var unit = actor.unitCode() == null ? "" : actor.unitCode();
    return new Reader(actor, Doers.of(actor).posts(), actor.divisionCode(), readsAll ? null : unit);
  }

  /// A worker reads what is given to them and nothing else; null for others.
  @Nullable String onlyStaff() {
    return null;
  }

  boolean mayRead(CaseFile file) {
    return file.origin().divisionCode().startsWith(division)
        && (onlyUnit == null || onlyUnit.equals(file.standing().unitCode));
  }

  /// The states in which one of the reader's posts must act.
  List<String> turnStates() {
    return State.all().stream()
        .filter(state -> state.isOpen() && state != State.SUSPENDED)
        .filter(state -> posts.contains(state.holder()))
        .map(Enum::name)
        .toList();
  }

  /// The requests that one of the reader's posts decides.
  List<String> turnRequests() {
    return Stream.of(Request.values()).filter(this::decides).map(Enum::name).toList();
  }

  boolean isTurnOf(Standing s) {
    if (decides(s.request)) {
      return true;
    }
    return turnStates().contains(s.state.name())
        && (s.state != State.HANDLING || unitOrNone().equals(s.unitCode));
  }

  String unitOrNone() {
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
