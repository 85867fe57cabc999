package org.citygrid.ui.live;

import java.util.Set;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/// One step of something, as pages hear of it. Field names are those of the topic it comes from;
/// fields that pages do not need are left out.
sealed interface LiveEvent permits LiveCase, LiveEnquiry {
  Set<Role> OWN_ONLY = Set.of(Role.DEPARTMENT, Role.WORKER, Role.COLLECTOR);

  /// What pages listen for.
  String kind();

  String divisionCode();

  /// The unit that has it now.
  @Nullable String unitCode();

  /// Whether it lies within what this actor may read.
  default boolean isFor(Actor actor) {
    String unit = unitCode();
    boolean readsAll = actor.roles().stream().anyMatch(role -> !OWN_ONLY.contains(role));
    return divisionCode().startsWith(actor.divisionCode())
        && (readsAll || (unit != null && unit.equals(actor.unitCode())));
  }
}
