package org.citygrid.dispatch.enquiry.flow;

import static org.citygrid.dispatch.enquiry.flow.Act.*;
import static org.citygrid.dispatch.enquiry.flow.Need.*;
import static org.citygrid.dispatch.enquiry.flow.State.*;
import static org.citygrid.dispatch.workflow.Post.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Post;
import org.jspecify.annotations.Nullable;

/// The rules of an enquiry's life: every allowed step, and nothing else is allowed. A rating that
/// comes while somebody has it in work already changes nothing of where it stands.
public final class Flow {
  // spotless:off  the columns are the meaning
  private static final List<Rule> RULES = List.of(
      //   from       act      by                                to         needs
      rule(NONE,      ASK,     by(SYSTEM, ACCEPTOR),             NEW,       needs()),
      rule(NEW,       ACCEPT,  by(ACCEPTOR),                     ACCEPTED,  needs()),
      rule(NEW,       ANSWER,  by(ACCEPTOR),                     ANSWERED,  needs(REPLY)),
      rule(NEW,       FORWARD, by(ACCEPTOR, DISPATCHER),         FORWARDED, needs(UNIT)),
      rule(NEW,       CONVERT, by(ACCEPTOR),                     CONVERTED, needs(REPORT)),
      rule(ACCEPTED,  ANSWER,  by(ACCEPTOR),                     ANSWERED,  needs(REPLY)),
      rule(ACCEPTED,  FORWARD, by(ACCEPTOR, DISPATCHER),         FORWARDED, needs(UNIT)),
      rule(ACCEPTED,  CONVERT, by(ACCEPTOR),                     CONVERTED, needs(REPORT)),
      rule(ACCEPTED,  RATE,    by(SYSTEM),                       ACCEPTED,  needs()),
      rule(FORWARDED, ANSWER,  by(DEPARTMENT, ACCEPTOR),         ANSWERED,  needs(REPLY)),
      rule(FORWARDED, RETURN,  by(DEPARTMENT),                   ACCEPTED,  needs(OPINION)),
      rule(FORWARDED, FORWARD, by(ACCEPTOR, DISPATCHER, SHIFT_LEADER), FORWARDED, needs(UNIT, OPINION)),
      rule(FORWARDED, RATE,    by(SYSTEM),                       FORWARDED, needs()),
      rule(ANSWERED,  CLOSE,   by(ACCEPTOR, SHIFT_LEADER, SYSTEM), CLOSED,  needs()),
      rule(ANSWERED,  REOPEN,  by(SHIFT_LEADER),                 REOPENED,  needs(OPINION)),
      rule(ANSWERED,  OBJECT,  by(SYSTEM),                       REOPENED,  needs()),
      rule(ANSWERED,  RATE,    by(SYSTEM),                       ANSWERED,  needs()),
      rule(REOPENED,  ANSWER,  by(SHIFT_LEADER),                 ANSWERED,  needs(REPLY)),
      rule(REOPENED,  FORWARD, by(SHIFT_LEADER),                 FORWARDED, needs(UNIT)),
      rule(REOPENED,  CONVERT, by(SHIFT_LEADER),                 CONVERTED, needs(REPORT)),
      rule(REOPENED,  CLOSE,   by(SHIFT_LEADER),                 CLOSED,    needs(OPINION)),
      rule(REOPENED,  RATE,    by(SYSTEM),                       REOPENED,  needs()),
      rule(CLOSED,    REOPEN,  by(SHIFT_LEADER),                 REOPENED,  needs(OPINION)),
      rule(CLOSED,    OBJECT,  by(SYSTEM),                       REOPENED,  needs()),
      rule(CLOSED,    RATE,    by(SYSTEM),                       CLOSED,    needs()),
      rule(CONVERTED, RATE,    by(SYSTEM),                       CONVERTED, needs()));
  // spotless:on

  private Flow() {}

  /// The whole table.
  public static List<Rule> rules() {
    return RULES;
  }

  /// What an unsatisfied or satisfied rating does: it reopens once, where the town wants that and
  /// nobody has the enquiry in work.
  public static Act actOfRating(State state, boolean satisfied, boolean reopens, int reopened) {
    boolean over = state == ANSWERED || state == CLOSED;
    return !satisfied && reopens && reopened == 0 && over ? OBJECT : RATE;
  }

  /// Decides whether `doer` may do `act` to an enquiry in `state`. Pure: the caller stores the
  /// outcome.
  ///
  /// @param unitCode the unit that has it, if one has
  /// @param given what was given along
  public static Decision decide(
      State state, Act act, Doer doer, @Nullable String unitCode, Set<Need> given) {
    Optional<Rule> here =
        RULES.stream().filter(rule -> rule.from() == state && rule.act() == act).findFirst();
    return here.<Decision>map(rule -> judge(rule, doer, unitCode, given))
        .orElseGet(() -> new Decision.NotNow(state, act));
  }

  private static Decision judge(Rule rule, Doer doer, @Nullable String unitCode, Set<Need> given) {
    Set<Post> posts = postsFor(rule, doer);
    if (posts.isEmpty()) {
      return new Decision.NotYours(rule.by());
    }
    if (!holds(posts, doer, unitCode)) {
      return new Decision.NotHolder();
    }
    Set<Need> missing = EnumSet.noneOf(Need.class);
    missing.addAll(rule.needs());
    missing.removeAll(given);
    return missing.isEmpty()
        ? new Decision.Allowed(rule, posts.iterator().next())
        : new Decision.Missing(missing);
  }

  /// The lines open to `doer` here, whatever still has to be given for them.
  public static List<Rule> offers(State state, Doer doer, @Nullable String unitCode) {
    return RULES.stream()
        .filter(rule -> rule.from() == state)
        .filter(rule -> {
          Set<Post> posts = postsFor(rule, doer);
          return !posts.isEmpty() && holds(posts, doer, unitCode);
        })
        .toList();
  }

  private static Set<Post> postsFor(Rule rule, Doer doer) {
    Set<Post> posts = EnumSet.noneOf(Post.class);
    rule.by().stream().filter(doer.posts()::contains).forEach(posts::add);
    return posts;
  }

  /// A department acts on what is with itself; other posts share a queue.
  private static boolean holds(Set<Post> posts, Doer doer, @Nullable String unitCode) {
    boolean onlyDepartment = posts.equals(EnumSet.of(DEPARTMENT));
    return !onlyDepartment || (doer.unitCode() != null && doer.unitCode().equals(unitCode));
  }

  private static Rule rule(State from, Act act, Set<Post> by, State to, Set<Need> needs) {
    return new Rule(from, act, by, to, needs);
  }

  private static Set<Post> by(Post... posts) {
    return Set.of(posts);
  }

  private static Set<Need> needs(Need... needs) {
    return Set.of(needs);
  }
}
