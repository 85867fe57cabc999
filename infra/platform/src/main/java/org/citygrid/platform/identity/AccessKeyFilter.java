package org.citygrid.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.citygrid.platform.problem.Problem;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recognises the caller by cookie or bearer token. An unknown key leaves the caller a stranger.
final class AccessKeyFilter extends OncePerRequestFilter {
  static final String COOKIE = "CITYGRID_SESSION";
  private static final String BEARER = "Bearer ";

  private final AccessKeys keys;
  private final ProblemWriter problems;

  AccessKeyFilter(AccessKeys keys, ProblemWriter problems) {
    this.keys = keys;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      secretOf(request).flatMap(keys::findActor).ifPresent(AccessKeyFilter::recognise);
    } catch (DataAccessException databaseDown) {
      // Nobody can be told from a stranger now, and strangers must not be let in by mistake.
      problems.write(response, Problem.unavailable());
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  /// Event streams are dispatched again when they end; the caller must still be known then.
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  private static Optional<String> secretOf(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(BEARER)) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> COOKIE.equals(cookie.getName()) && !cookie.getValue().isEmpty())
            .map(Cookie::getValue)
            .findFirst();
  }

  private static void recognise(Actor actor) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            actor,
            null,
            AuthorityUtils.createAuthorityList(
                actor.roles().stream().map(role -> "ROLE_" + role.name()).toList())));
    SecurityContextHolder.setContext(context);
  }
}
