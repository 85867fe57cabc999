package org.citygrid.dispatch.evaluation;

import java.util.Set;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Who sees whom. Those who evaluate and lead see everybody; a department and a person see
/// themselves; what is published the whole desk sees.
final class Rights {
  private static final Set<Role> ALL =
      Set.of(Role.EVALUATOR, Role.INSPECTOR, Role.SHIFT_LEADER, Role.ADMINISTRATOR);
  private static final Set<Role> DESK = Set.of(Role.ACCEPTOR, Role.DISPATCHER);

  private Rights() {}

  /// What of a kind somebody sees.
  ///
  /// @param onlyKey null for all of them
  record Sight(@Nullable String onlyKey) {
    boolean shows(String key) {
      return onlyKey == null || onlyKey.equals(key);
    }

    boolean isFull() {
      return onlyKey == null;
    }
  }

  static boolean seesAll(Actor actor) {
    return actor.roles().stream().anyMatch(ALL::contains);
  }

  /// @throws org.citygrid.platform.problem.ProblemException (403) for objects that are none of the
  ///   actor's
  static Sight of(Actor actor, ObjectKind kind) {
    if (seesAll(actor)) {
      return new Sight(null);
    }
    var own = own(actor, kind);
    if (own == null) {
      throw Problem.forbidden().asException();
    }
    return new Sight(own);
  }

  /// The same for a result that is published.
  static Sight ofPublished(Actor actor, ObjectKind kind) {
    return actor.roles().stream().anyMatch(DESK::contains) ? new Sight(null) : of(actor, kind);
  }

  static boolean seesPublished(Actor actor, ObjectKind kind) {
    return seesAll(actor)
        || actor.roles().stream().anyMatch(DESK::contains)
        || own(actor, kind) != null;
  }

  /// Everybody but collectors and workers, who see themselves alone.
  static boolean seesFigures(Actor actor) {
    return seesAll(actor)
        || actor.roles().stream().anyMatch(DESK::contains)
        || actor.has(Role.DEPARTMENT);
  }

  private static @Nullable String own(Actor actor, ObjectKind kind) {
    return switch (kind) {
      case DEPARTMENT -> actor.has(Role.DEPARTMENT) ? actor.unitCode() : null;
      case COLLECTOR -> actor.has(Role.COLLECTOR) ? actor.userName() : null;
      case ACCEPTOR -> actor.has(Role.ACCEPTOR) ? actor.userName() : null;
      case DISPATCHER -> actor.has(Role.DISPATCHER) ? actor.userName() : null;
      case LEADER, GRID, CELL, COMMUNITY, TOWN -> null;
    };
  }
}
