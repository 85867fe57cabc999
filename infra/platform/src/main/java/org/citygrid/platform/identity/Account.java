package org.citygrid.platform.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person's account, without its password.
public record Account(
    String userName,
    String displayName,
    Set<Role> roles,
    @Nullable String unitCode,
    String divisionCode,
    boolean active) {

  /// The same account, switched on or off.
  Account asActive(boolean now) {
    return new Account(userName, displayName, roles, unitCode, divisionCode, now);
  }

  Actor asActor() {
    return new Actor(userName, displayName, roles, unitCode, divisionCode);
  }
}
