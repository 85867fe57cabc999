package org.citygrid.platform.identity;

/// The doors of one module and who may knock. Each module has one bean of this type; a request that
/// no rule names is refused. What an actor may do to a particular thing is decided further in.
@FunctionalInterface
public interface AccessRules {
  void list(Doors doors);

  /// Collects rules in order; within a module the first match wins.
  interface Doors {
    /// @param pattern Spring path pattern, such as `/api/cases/{number}/acts`
    Door get(String pattern);

    Door post(String pattern);

    Door put(String pattern);

    Door patch(String pattern);

    Door delete(String pattern);
  }

  /// Who may pass one door.
  interface Door {
    /// Everybody, signed in or not.
    Doors anyone();

    /// Every account.
    Doors signedIn();

    /// Accounts that have at least one of these roles.
    Doors only(Role first, Role... others);
  }
}
