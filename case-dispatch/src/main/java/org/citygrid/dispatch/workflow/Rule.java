package org.citygrid.dispatch.workflow;

import java.util.List;
import java.util.Set;

/// One line of the [Workflow] table: from here, this action, by these posts, leads there.
///
/// @param row the number of the step in the domain's list; a letter where one step has several
///   lines
/// @param to where the case goes, the same as `from` when it stays
/// @param needs what must be given
/// @param guards what must hold; more than one line may match state and action, then their guards
///   decide which one applies
/// @param effects what is set in motion
public record Rule(
    String row,
    State from,
    Action action,
    Set<Post> by,
    State to,
    Set<Need> needs,
    List<Guard> guards,
    List<Effect> effects) {

  public Rule {
    by = Set.copyOf(by);
    needs = Set.copyOf(needs);
    guards = List.copyOf(guards);
    effects = List.copyOf(effects);
  }

  boolean staysPut() {
    return from == to;
  }
}
