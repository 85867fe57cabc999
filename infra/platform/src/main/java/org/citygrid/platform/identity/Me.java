package org.citygrid.platform.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a page needs to know about whoever signed in.
record Me(
    String userName,
    String displayName,
    Set<Role> roles,
    @Nullable UnitName unit,
    String divisionCode,
    String home,
    String zone) {

  static Me of(Actor actor, Units units, String zone) {
    Role first = actor.roles().stream().sorted().findFirst().orElse(Role.COLLECTOR);
    String unitCode = actor.unitCode();
    return new Me(
        actor.userName(),
        actor.displayName(),
        actor.roles(),
        unitCode == null ? null : units.nameOf(unitCode),
        actor.divisionCode(),
        first.home(),
        zone);
  }
}
