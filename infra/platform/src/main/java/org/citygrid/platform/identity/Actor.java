package org.citygrid.platform.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who acts, as far as rules need to know.
///
/// @param unitCode the department that a DEPARTMENT actor belongs to
/// @param divisionCode rights reach this division and all below it: codes that begin with it
public record Actor(
    String userName,
    String displayName,
    Set<Role> roles,
    @Nullable String unitCode,
    String divisionCode) {

  /// The clockwork: timers act in its name.
  public static final Actor SYSTEM = new Actor("system", "system", Set.of(), null, "");

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
