package org.citygrid.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.ServletRequestPathUtils;

/// All doors of the house in one list: the authorisation matrix, readable and testable.
final class AccessTable implements AccessRules.Doors {
  private final List<Rule> rules = new ArrayList<>();

  /// @param beginning what every path through this door begins with, as far as it is fixed
  /// @param admits given the actor, or null for a stranger
  record Rule(
      String beginning, PathPatternRequestMatcher door, Predicate<@Nullable Actor> admits) {}

  static AccessTable of(List<AccessRules> modules) {
    AccessTable table = new AccessTable();
    modules.forEach(module -> module.list(table));
    return table;
  }

  /// The path is taken apart once; left to themselves, the doors would do it again each.
  Optional<Rule> find(HttpServletRequest request) {
    if (ServletRequestPathUtils.hasParsedRequestPath(request)) {
      return firstThatFits(request);
    }
    ServletRequestPathUtils.parseAndCache(request);
    try {
      return firstThatFits(request);
    } finally {
      ServletRequestPathUtils.clearParsedRequestPath(request);
    }
  }

  /// Most doors are passed by for how their paths begin. What is escaped in a path, or given beside
  /// it, only the doors themselves understand.
  private Optional<Rule> firstThatFits(HttpServletRequest request) {
    String path =
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().value();
    boolean plain = path.indexOf('%') < 0 && path.indexOf(';') < 0;
    for (Rule rule : rules) {
      if ((!plain || path.startsWith(rule.beginning())) && rule.door().matches(request)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /// The whole steps of a pattern before the first that is open: `/a/b` of `/a/b/{c}`.
  static String beginning(String pattern) {
    int open = 0;
    while (open < pattern.length() && "{*?[".indexOf(pattern.charAt(open)) < 0) {
      open++;
    }
    return open == pattern.length()
        ? pattern
        : pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', open)));
  }

  @Override
  public AccessRules.Door get(String pattern) {
    return door(HttpMethod.GET, pattern);
  }

  @Override
  public AccessRules.Door post(String pattern) {
    return door(HttpMethod.POST, pattern);
  }

  @Override
  public AccessRules.Door put(String pattern) {
    return door(HttpMethod.PUT, pattern);
  }

  @Override
  public AccessRules.Door patch(String pattern) {
    return door(HttpMethod.PATCH, pattern);
  }

  @Override
  public AccessRules.Door delete(String pattern) {
    return door(HttpMethod.DELETE, pattern);
  }

  private AccessRules.Door door(HttpMethod method, String pattern) {
    var matcher = PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    return new AccessRules.Door() {
      @Override
      public AccessRules.Doors anyone() {
        return rule(actor -> true);
      }

      @Override
      public AccessRules.Doors signedIn() {
        return rule(actor -> actor != null);
      }

      @Override
      public AccessRules.Doors only(Role first, Role... others) {
        Set<Role> roles = EnumSet.of(first, others);
        return rule(actor -> actor != null && actor.roles().stream().anyMatch(roles::contains));
      }

      private AccessRules.Doors rule(Predicate<@Nullable Actor> admits) {
        rules.add(new Rule(beginning(pattern), matcher, admits));
        return AccessTable.this;
      }
    };
  }
}
