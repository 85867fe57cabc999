package org.citygrid.grid.history;

import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;

/// Whose land somebody may change: their own division and what lies below it.
public final class Scope {
  private Scope() {}

  /// @throws org.citygrid.platform.problem.ProblemException 404, as if it were not there
  public static void require(Actor actor, Object division) {
    if (!division.toString().startsWith(actor.divisionCode())) {
      throw Problem.notFound().asException();
    }
  }
}
