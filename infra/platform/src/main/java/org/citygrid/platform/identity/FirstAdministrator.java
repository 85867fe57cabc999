package org.citygrid.platform.identity;

import java.util.Set;
import org.citygrid.platform.setting.WrongSetting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Creates the account `admin` in an installation that has no account yet, with the password of
/// `citygrid.admin.password`. There is no default password: without one nobody can sign in.
final class FirstAdministrator implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final AccountTable accounts;
  private final PasswordEncoder passwords;
  private final @Nullable String password;

  FirstAdministrator(AccountTable accounts, PasswordEncoder passwords, @Nullable String password) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.password = password;
    if (password != null && !password.isEmpty() && password.length() < 8) {
      throw new WrongSetting("citygrid.admin.password", "…", "give at least 8 characters");
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!accounts.isEmpty()) {
      return;
    }
    if (password == null || password.isEmpty()) {
      LOG.warn(
          "There is no account yet: set citygrid.admin.password and start again to create admin.");
      return;
    }
    // The first administrator governs the whole installation: an empty prefix of every division.
    accounts.insertGoverningAll(
        "admin", "管理员 Administrator", Set.of(Role.ADMINISTRATOR), passwords.encode(password));
    LOG.info("account admin created");
  }
}
