package org.citygrid.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.CityGridSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out: a cookie for browsers, a bearer token for programs.
@RestController
class SessionController {
  private final SignIn signIn;
  private final AccessKeys keys;
  private final Units units;
  private final CityGridSettings settings;

  SessionController(SignIn signIn, AccessKeys keys, Units units, CityGridSettings settings) {
    this.signIn = signIn;
    this.keys = keys;
    this.units = units;
    this.settings = settings;
  }

  record Credentials(@Nullable String username, @Nullable String password) {}

  record Session(Me user) {}

  record TokenWish(
      @Nullable String username,
      @Nullable String password,
      @Nullable String name,
      @Nullable Integer days) {}

  record Token(UUID id, String token, java.time.Instant expiresAt) {}

  @PostMapping("/api/session")
  ResponseEntity<Session> signIn(@RequestBody Credentials credentials, HttpServletRequest request) {
    Account account = check(credentials.username(), credentials.password(), request);
    var key = keys.issue(AccessKeys.Kind.SESSION, account.userName(), null, settings.session());
    return ResponseEntity.ok()
        .header(
            HttpHeaders.SET_COOKIE, cookie(key.secret(), settings.session(), request).toString())
        .body(new Session(Me.of(account.asActor(), units, settings.zone())));
  }

  @GetMapping("/api/session")
  Me whoAmI(Actor actor) {
    return Me.of(actor, units, settings.zone());
  }

  @DeleteMapping("/api/session")
  ResponseEntity<Void> signOut(
      @CookieValue(name = AccessKeyFilter.COOKIE, required = false) @Nullable String secret,
      HttpServletRequest request) {
    if (secret != null) {
      keys.revoke(secret);
    }
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request).toString())
        .build();
  }

  @PostMapping("/api/tokens")
  ResponseEntity<Token> issueToken(
      @Nullable Actor actor, @RequestBody TokenWish wish, HttpServletRequest request) {
    String holder =
        actor == null
            ? check(wish.username(), wish.password(), request).userName()
            : actor.userName();
    int days = wish.days() == null ? 90 : wish.days();
    Violations wrong = new Violations();
    wrong.require(days >= 1 && days <= 366, "days", "must be between 1 and 366");
    wrong.throwIfAny();
    var key = keys.issue(AccessKeys.Kind.TOKEN, holder, wish.name(), Duration.ofDays(days));
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new Token(key.id(), key.secret(), key.expiresAt()));
  }

  @DeleteMapping("/api/tokens/{id}")
  ResponseEntity<Void> revokeToken(Actor actor, @PathVariable UUID id) {
    if (!keys.revoke(id, actor.userName())) {
      throw Problem.notFound().asException();
    }
    return ResponseEntity.noContent().build();
  }

  private Account check(
      @Nullable String userName, @Nullable String password, HttpServletRequest request) {
    Violations missing = new Violations();
    missing.require(userName != null && !userName.isBlank(), "username", "is missing");
    missing.require(password != null && !password.isEmpty(), "password", "is missing");
    missing.throwIfAny();
    return signIn
        .check(String.valueOf(userName), String.valueOf(password), request.getRemoteAddr())
        .orElseThrow(() ->
            Problem.of(
                    "wrong-credentials",
                    HttpStatus.UNAUTHORIZED,
                    "User name and password do not belong together.")
                .asException());
  }

  private static ResponseCookie cookie(String secret, Duration life, HttpServletRequest request) {
    return ResponseCookie.from(AccessKeyFilter.COOKIE, secret)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .path("/")
        .maxAge(life)
        .build();
  }
}
