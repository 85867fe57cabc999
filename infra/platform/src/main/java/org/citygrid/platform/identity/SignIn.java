package org.citygrid.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.citygrid.platform.problem.Problem;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Checks a name and a password. Tries are counted per account and place, so that guessing ends
/// soon and nobody can lock another person out from elsewhere.
final class SignIn {
  private static final int TRIES = 5;
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final AccountTable accounts;
  private final PasswordEncoder passwords;
  private final Audit audit;
  private final String nobodysPassword;
  private final Cache<String, AtomicInteger> failures =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(PAUSE).build();

  SignIn(AccountTable accounts, PasswordEncoder passwords, Audit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.nobodysPassword = passwords.encode("nobody");
  }

  /// @param source network address of the caller
  /// @return empty when name and password do not belong together
  Optional<Account> check(String userName, String password, String source) {
    String name = userName.strip().toLowerCase(Locale.ROOT);
    AtomicInteger tries = failures.get(name + " " + source, key -> new AtomicInteger());
    if (tries.get() >= TRIES) {
      audit.note(name, "sign-in", null, "paused", source);
      throw Problem.tooMany(PAUSE).asException();
    }
    Optional<String> stored = accounts.findPassword(name);
    // An unknown name costs the same time as a known one.
    boolean right =
        passwords.matches(password, stored.orElse(nobodysPassword)) && stored.isPresent();
    audit.note(name, "sign-in", null, right ? "ok" : "refused", source);
    if (!right) {
      tries.incrementAndGet();
      return Optional.empty();
    }
    failures.invalidate(name + " " + source);
    return accounts.findAccount(name);
  }
}
