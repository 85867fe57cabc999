package org.citygrid.platform.identity;

import java.util.List;
import java.util.Optional;

/// The people who work with the system.
public interface Accounts {
  Optional<Account> findAccount(String userName);

  /// @param divisionPrefix accounts of this division and below; empty for all
  List<Account> listAccounts(String divisionPrefix);

  /// The name to show for a user name; the user name itself when there is no such account.
  default String displayNameOf(String userName) {
    return findAccount(userName).map(Account::displayName).orElse(userName);
  }
}
