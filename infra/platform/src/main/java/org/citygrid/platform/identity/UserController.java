package org.citygrid.platform.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts, kept by administrators, each within the administrator's own division.
@RestController
class UserController {
  private final AccountTable accounts;
  private final Units units;
  private final PasswordEncoder passwords;
  private final Audit audit;

  UserController(AccountTable accounts, Units units, PasswordEncoder passwords, Audit audit) {
    this.accounts = accounts;
    this.units = units;
    this.passwords = passwords;
    this.audit = audit;
  }

  record UserForm(
      @Nullable String userName,
      @Nullable String displayName,
      @Nullable String password,
      @Nullable Set<Role> roles,
      @Nullable String unitCode,
      @Nullable String divisionCode,
      @Nullable Boolean active) {}

  record Imported(int created, int unchanged) {}

  @GetMapping("/api/users")
  Map<String, List<Account>> list(Actor actor) {
    return Map.of("items", accounts.listAccounts(actor.divisionCode()));
  }

  @PostMapping("/api/users")
  @ResponseStatus(HttpStatus.CREATED)
  Account create(Actor actor, @RequestBody UserForm form) {
    Violations wrong = new Violations();
    Account account = read(form, "", actor, wrong);
    checkPassword(form, "", wrong);
    wrong.throwIfAny();
    if (!accounts.insert(account, passwords.encode(String.valueOf(form.password())))) {
      throw Problem.conflict(
              "The user name %s is taken.".formatted(account.userName()),
              Map.of("field", "userName"))
          .asException();
    }
    audit.note(actor.userName(), "create-account", account.userName(), "ok", null);
    return account;
  }

  /// Creates many at once; those that exist are left as they are.
  @PostMapping("/api/users/import")
  Imported importAll(Actor actor, @RequestBody List<UserForm> forms) {
    Violations wrong = new Violations();
    List<Account> read = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      read.add(read(forms.get(i), "[" + i + "].", actor, wrong));
      checkPassword(forms.get(i), "[" + i + "].", wrong);
    }
    wrong.throwIfAny();
    Set<String> known =
        Set.copyOf(accounts.listAccounts("").stream().map(Account::userName).toList());
    List<Integer> fresh =
        java.util.stream.IntStream.range(0, read.size())
            .filter(i -> !known.contains(read.get(i).userName()))
            .boxed()
            .toList();
    // Encoding is slow by design, so it uses every core.
    int created =
        fresh.parallelStream()
            .map(i ->
                Map.entry(read.get(i), passwords.encode(String.valueOf(forms.get(i).password()))))
            .toList()
            .stream()
            .mapToInt(entry -> accounts.insert(entry.getKey(), entry.getValue()) ? 1 : 0)
            .sum();
    audit.note(actor.userName(), "import-accounts", null, created + " created", null);
    return new Imported(created, forms.size() - created);
  }

  @PutMapping("/api/users/{userName}")
  Account change(Actor actor, @PathVariable String userName, @RequestBody UserForm form) {
    Violations wrong = new Violations();
    UserForm named =
        new UserForm(
            userName,
            form.displayName(),
            form.password(),
            form.roles(),
            form.unitCode(),
            form.divisionCode(),
            form.active());
    Account account = read(named, "", actor, wrong);
    if (form.password() != null) {
      checkPassword(form, "", wrong);
    }
    wrong.throwIfAny();
    Account present =
        accounts
            .findAccount(userName)
            .filter(known -> known.divisionCode().startsWith(actor.divisionCode()))
            .orElseThrow(() -> Problem.notFound().asException());
    boolean active = form.active() == null ? present.active() : form.active();
    accounts.update(account.asActive(active));
    if (form.password() != null) {
      accounts.updatePassword(userName, passwords.encode(form.password()));
    }
    audit.note(actor.userName(), "change-account", userName, "ok", null);
    return account;
  }

  private Account read(UserForm form, String path, Actor actor, Violations wrong) {
    String name = form.userName() == null ? "" : form.userName();
    String shown = form.displayName() == null ? "" : form.displayName().strip();
    Set<Role> roles = form.roles() == null ? Set.of() : form.roles();
    String division = form.divisionCode() == null ? actor.divisionCode() : form.divisionCode();
    wrong.require(
        name.matches("[a-z0-9][a-z0-9._-]{1,63}"),
        path + "userName",
        "must be 2 to 64 lower-case letters, digits, dots, hyphens or underscores");
    wrong.require(
        !shown.isEmpty() && shown.length() <= 60,
        path + "displayName",
        "must have 1 to 60 characters");
    wrong.require(!roles.isEmpty(), path + "roles", "must name at least one role");
    wrong.require(
        division.matches("\\d{6}(\\d{3}(\\d{3})?)?"),
        path + "divisionCode",
        "must be a division code of 6, 9 or 12 digits");
    wrong.require(
        division.startsWith(actor.divisionCode()),
        path + "divisionCode",
        "must lie within your own division " + actor.divisionCode());
    String unit = form.unitCode();
    wrong.require(
        unit == null || units.findUnit(unit).isPresent(), path + "unitCode", "is not a known unit");
    wrong.require(
        unit != null || !(roles.contains(Role.DEPARTMENT) || roles.contains(Role.WORKER)),
        path + "unitCode",
        "is needed for the roles DEPARTMENT and WORKER");
    boolean active = form.active() == null || form.active();
    return new Account(name, shown, roles, unit, division, active);
  }

  private static void checkPassword(UserForm form, String path, Violations wrong) {
    int length = form.password() == null ? 0 : form.password().length();
    wrong.require(length >= 8 && length <= 72, path + "password", "must have 8 to 72 characters");
  }
}
