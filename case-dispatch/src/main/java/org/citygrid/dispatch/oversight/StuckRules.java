package org.citygrid.dispatch.oversight;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygrid.dispatch.casefile.Doers;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.identity.Account;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Role;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the database must be told to find stuck cases: who is there to act, and how long is too
/// long.
@Component
public final class StuckRules {
  /// The reasons that `dispatch.stuck_case` gives, and `any`.
  public static final Set<String> CHOICES =
      Set.of("any", "NOBODY", "HOPS", "SILENT", "REQUEST", "CHASE");

  private static final JsonMapper JSON = new JsonMapper();

  /// Held by people of a post; departments and collectors are asked one by one.
  private static final Set<Post> SHARED = Set.of(Post.ACCEPTOR, Post.SHIFT_LEADER, Post.DISPATCHER);

  private final Accounts accounts;
  private final OversightSettings settings;

  StuckRules(Accounts accounts, OversightSettings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  /// The parameters of `dispatch.stuck_case` but for the division and the time.
  public Map<String, Object> parameters(String division) {
    var people = people(division);
    return Map.of(
        "unmannedStates", unmannedStates(people).toArray(String[]::new),
        "mannedUnits", mannedUnits(people).toArray(String[]::new),
        "mannedPeople", collectors(people).toArray(String[]::new),
        "hops", settings.hops(),
        "silent", silent(),
        "requestSeconds", settings.request().toSeconds());
  }

  /// Active accounts whose rights reach into the division, from above or from within.
  private List<Account> people(String division) {
    return accounts.listAccounts("").stream()
        .filter(Account::active)
        .filter(a -> a.divisionCode().startsWith(division) || division.startsWith(a.divisionCode()))
        .toList();
  }

  private static Set<String> unmannedStates(List<Account> people) {
    var posts = new HashSet<Post>();
    people.forEach(one -> one.roles().forEach(role -> Doers.post(role).ifPresent(posts::add)));
    return State.all().stream()
        .filter(state -> SHARED.contains(state.holder()) && !posts.contains(state.holder()))
        .map(Enum::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> mannedUnits(List<Account> people) {
    var units = new HashSet<String>();
    for (var one : people) {
      if (one.roles().contains(Role.DEPARTMENT) && one.unitCode() != null) {
        units.add(one.unitCode());
      }
    }
    return units;
  }

  private static List<String> collectors(List<Account> people) {
    return people.stream()
        .filter(one -> one.roles().contains(Role.COLLECTOR))
        .map(Account::userName)
        .toList();
  }

  private String silent() {
    return JSON.writeValueAsString(
        settings.silent().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().name(), e -> e.getValue().toSeconds())));
  }
}
