package org.citygrid.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Accounts in PostgreSQL; a look-up may be five seconds old.
final class AccountTable implements Accounts {
  private final JdbcClient jdbc;
  private final Cache<String, Optional<Account>> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(5)).build();

  AccountTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Account> findAccount(String userName) {
    return recent.get(userName, this::read);
  }

  @Override
  public List<Account> listAccounts(String divisionPrefix) {
    return jdbc.sql(
            """
            select user_name, display_name, roles, unit_code, division_code, active
            from platform.account
            where starts_with(division_code, :prefix)
            order by user_name
            """)
        .param("prefix", divisionPrefix)
        .query(AccountTable::account)
        .list();
  }

  Optional<String> findPassword(String userName) {
    return jdbc.sql("select password from platform.account where user_name = :name and active")
        .param("name", userName)
        .query(String.class)
        .optional();
  }

  boolean isEmpty() {
    return !jdbc.sql("select exists (select from platform.account)").query(Boolean.class).single();
  }

  /// @return false when the user name is taken
  boolean insert(Account account, String encodedPassword) {
    return jdbc.sql(
                """
                insert into platform.account (user_name, display_name, password, roles, unit_code, division_code)
                values (:userName, :displayName, :password, :roles::text[], :unitCode, :divisionCode)
                on conflict (user_name) do nothing
                """)
            .param("userName", account.userName())
            .param("displayName", account.displayName())
            .param("password", encodedPassword)
            .param("roles", names(account.roles()))
            .param("unitCode", account.unitCode())
            .param("divisionCode", account.divisionCode())
            .update()
        == 1;
  }

  /// Creates the account that governs every division.
  void insertGoverningAll(
      String userName, String displayName, Set<Role> roles, String encodedPassword) {
    insert(new Account(userName, displayName, roles, null, "", true), encodedPassword);
  }

  /// @return false when there is no such account
  boolean update(Account account) {
    recent.invalidate(account.userName());
    return jdbc.sql(
                """
                update platform.account
                set display_name = :displayName, roles = :roles::text[], unit_code = :unitCode,
                    division_code = :divisionCode, active = :active
                where user_name = :userName
                """)
            .param("userName", account.userName())
            .param("displayName", account.displayName())
            .param("roles", names(account.roles()))
            .param("unitCode", account.unitCode())
            .param("divisionCode", account.divisionCode())
            .param("active", account.active())
            .update()
        == 1;
  }

  void updatePassword(String userName, String encodedPassword) {
    jdbc.sql("update platform.account set password = :password where user_name = :name")
        .param("password", encodedPassword)
        .param("name", userName)
        .update();
  }

  private Optional<Account> read(String userName) {
    return jdbc.sql(
            """
            select user_name, display_name, roles, unit_code, division_code, active
            from platform.account
            where user_name = :name
            """)
        .param("name", userName)
        .query(AccountTable::account)
        .optional();
  }

  private static Account account(ResultSet row, int n) throws SQLException {
    return new Account(
        row.getString("user_name"),
        row.getString("display_name"),
        roles(row.getArray("roles")),
        row.getString("unit_code"),
        row.getString("division_code"),
        row.getBoolean("active"));
  }

  private static Set<Role> roles(Array names) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : (String[]) names.getArray()) {
      roles.add(Role.valueOf(name));
    }
    return roles;
  }

  private static String[] names(Set<Role> roles) {
    return roles.stream().map(Role::name).toArray(String[]::new);
  }
}
