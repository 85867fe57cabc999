package org.citygrid.dispatch.workflow;

import static org.citygrid.dispatch.workflow.Action.*;
import static org.citygrid.dispatch.workflow.Effect.*;
import static org.citygrid.dispatch.workflow.Guard.*;
import static org.citygrid.dispatch.workflow.Need.*;
import static org.citygrid.dispatch.workflow.Post.*;
import static org.citygrid.dispatch.workflow.State.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The rules of a case's life: every allowed step, and nothing else is allowed.
///
/// The rows are numbered as in the domain's list (1 to 32). After a department's return the case is
/// with the dispatcher in [State#TO_DISPATCH], from where no line leads to checking or closing:
/// that guard is the shape of the table itself.
public final class Workflow {

  // spotless:off  the columns are the meaning
  private static final List<Rule> RULES = Stream.of(
      //   row    from           action              by                              to             needs              guards                                    effects
      rule("1",   NONE,          REPORT,             by(COLLECTOR),                  REPORTED,      needs(),           when(),                                   then()),
      rule("2",   NONE,          REGISTER,           by(ACCEPTOR, SYSTEM),           REPORTED,      needs(),           when(),                                   then()),
      rule("3",   REPORTED,      SEND_VERIFY,        by(ACCEPTOR),                   VERIFYING,     needs(),           when(COLLECTOR_ON_DUTY),                  then(TASK_VERIFY)),
      rule("4a",  VERIFYING,     VERIFY_TRUE,        by(COLLECTOR),                  REPORTED,      needs(),           when(),                                   then(COUNT_MISSED)),
      rule("4b",  VERIFYING,     VERIFY_FALSE,       by(COLLECTOR),                  REPORTED,      needs(),           when(),                                   then()),
      rule("5",   REPORTED,      REFUSE,             by(ACCEPTOR),                   REFUSED,       needs(OPINION),    when(),                                   then(CALL_BACK)),
      rule("6",   REPORTED,      LINK,               by(ACCEPTOR),                   LINKED,        needs(MASTER),     when(FIT_MASTER, SAME_CLASS),             then(FOLLOW_MASTER, CALL_BACK)),
      rule("7",   REPORTED,      ACCEPT,             by(ACCEPTOR),                   TO_FILE,       needs(),           when(VERIFIED),                           then()),
      rule("8",   TO_FILE,       FILE,               by(SHIFT_LEADER),               TO_DISPATCH,   needs(CONDITION),  when(),                                   then(FIX_LIMIT, CLOCK_START)),
      rule("9",   TO_FILE,       RETURN_TO_ACCEPTOR, by(SHIFT_LEADER),               REPORTED,      needs(OPINION),    when(),                                   then()),
      rule("10",  TO_FILE,       REFUSE_FILING,      by(SHIFT_LEADER),               REFUSED,       needs(OPINION),    when(),                                   then(CALL_BACK)),
      rule("11a", TO_DISPATCH,   DISPATCH,           by(DISPATCHER, SYSTEM),         HANDLING,      needs(UNIT),       when(NOT_ESCALATED),                      then(ASSIGN_UNIT, CLOCK_START)),
      rule("11b", TO_DISPATCH,   DISPATCH,           by(SHIFT_LEADER),               HANDLING,      needs(UNIT),       when(ESCALATED),                          then(ASSIGN_UNIT, CLOCK_START)),
      rule("12a", TO_DISPATCH,   ASK_VOID,           by(DISPATCHER),                 VOID_REVIEW,   needs(OPINION),    when(NOT_ESCALATED),                      then()),
      rule("12b", TO_DISPATCH,   ASK_VOID,           by(SHIFT_LEADER),               VOID_REVIEW,   needs(OPINION),    when(ESCALATED),                          then()),
      rule("13a", VOID_REVIEW,   GRANT_VOID,         by(SHIFT_LEADER),               VOIDED,        needs(),           when(),                                   then(CLOCK_STOP, CALL_BACK)),
      rule("13b", VOID_REVIEW,   DENY_VOID,          by(SHIFT_LEADER),               TO_DISPATCH,   needs(OPINION),    when(),                                   then()),
      rule("14a", HANDLING,      ASK_RETURN,         by(DEPARTMENT),                 RETURN_REVIEW, needs(OPINION),    when(NOTHING_ASKED, NO_WORKER, RETURNS_LEFT), then()),
      rule("14b", HANDLING,      ASSIGN_WORK,        by(DEPARTMENT),                 HANDLING,      needs(STAFF),      when(WORKER_FITS),                        then(ASSIGN_WORKER)),
      rule("14c", HANDLING,      WITHDRAW_WORK,      by(DEPARTMENT),                 HANDLING,      needs(),           when(WORKER_HAS_IT),                      then(RELEASE_WORKER)),
      rule("14d", HANDLING,      HAND_BACK,          by(WORKER),                     HANDLING,      needs(OPINION),    when(WORK_OPEN),                          then(RELEASE_WORKER)),
      rule("14e", HANDLING,      WORK_DONE,          by(WORKER),                     HANDLING,      needs(OPINION),    when(WORK_OPEN),                          then(NOTE_WORK_DONE)),
      rule("15a", RETURN_REVIEW, GRANT_RETURN,       by(DISPATCHER),                 TO_DISPATCH,   needs(),           when(HOP_LEFT),                           then(COUNT_RETURN)),
      rule("15c", RETURN_REVIEW, GRANT_RETURN,       by(DISPATCHER),                 TO_DISPATCH,   needs(),           when(LAST_HOP),                           then(COUNT_RETURN, TO_LEADER)),
      rule("15b", RETURN_REVIEW, DENY_RETURN,        by(DISPATCHER),                 HANDLING,      needs(OPINION),    when(),                                   then(COUNT_DENIED_RETURN)),
      rule("16",  HANDLING,      ASK_EXTENSION,      by(DEPARTMENT),                 HANDLING,      needs(OPINION),    when(NOTHING_ASKED, BEFORE_DEADLINE, EXTENSIONS_LEFT), then(ASK)),
      rule("17a", HANDLING,      GRANT_EXTENSION,    by(DISPATCHER),                 HANDLING,      needs(),           when(EXTENSION_ASKED, EXTENSIONS_LEFT),   then(SETTLE, CLOCK_EXTEND, COUNT_EXTENSION)),
      rule("17b", HANDLING,      DENY_EXTENSION,     by(DISPATCHER),                 HANDLING,      needs(OPINION),    when(EXTENSION_ASKED),                    then(SETTLE)),
      rule("18",  HANDLING,      ASK_SUSPENSION,     by(DEPARTMENT),                 HANDLING,      needs(OPINION, UNTIL), when(NOTHING_ASKED, SUSPENSIONS_LEFT, UNTIL_IN_REACH), then(ASK)),
      rule("19a", HANDLING,      GRANT_SUSPENSION,   by(DISPATCHER, SHIFT_LEADER),   SUSPENDED,     needs(UNTIL),      when(SUSPENSION_ASKED, SUSPENSIONS_LEFT, UNTIL_IN_REACH), then(SETTLE, CLOCK_PAUSE, COUNT_SUSPENSION)),
      rule("19b", HANDLING,      DENY_SUSPENSION,    by(DISPATCHER, SHIFT_LEADER),   HANDLING,      needs(OPINION),    when(SUSPENSION_ASKED),                   then(SETTLE)),
      rule("20",  SUSPENDED,     RESUME,             by(SYSTEM, DISPATCHER),         HANDLING,      needs(),           when(RESUME_DUE),                         then(CLOCK_RESUME)),
      rule("21",  HANDLING,      HAND_IN,            by(DEPARTMENT),                 TO_CHECK,      needs(OPINION),    when(WORK_FINISHED),                      then(SETTLE, RELEASE_WORKER, CLOCK_STOP)),
      rule("22",  TO_CHECK,      REJECT_RESULT,      by(DISPATCHER),                 HANDLING,      needs(OPINION),    when(),                                   then(CLOCK_RESUME, COUNT_REJECTION)),
      rule("23",  TO_CHECK,      SEND_CHECK,         by(ACCEPTOR),                   CHECKING,      needs(),           when(COLLECTOR_ON_DUTY),                  then(TASK_CHECK)),
      rule("24",  CHECKING,      CHECK_PASS,         by(COLLECTOR),                  TO_CLOSE,      needs(),           when(NOTHING_ASKED, NOT_OWN_WORK),        then()),
      rule("25a", CHECKING,      CHECK_FAIL,         by(COLLECTOR),                  HANDLING,      needs(),           when(NOT_OWN_WORK, REWORK_UNCONFIRMED),   then(CLOCK_RESUME, COUNT_REWORK)),
      rule("25b", CHECKING,      CHECK_FAIL,         by(COLLECTOR),                  CHECKING,      needs(),           when(NOT_OWN_WORK, REWORK_CONFIRMED, NOTHING_ASKED), then(ASK)),
      rule("25c", CHECKING,      CONFIRM_REWORK,     by(ACCEPTOR),                   HANDLING,      needs(),           when(REWORK_ASKED),                       then(SETTLE, CLOCK_RESUME, COUNT_REWORK)),
      rule("26",  TO_CLOSE,      CLOSE,              by(SHIFT_LEADER),               CLOSED,        needs(),           when(NOT_OWN_FILING),                     then(CALL_BACK)),
      rule("27",  TO_CLOSE,      RETURN_TO_CHECK,    by(SHIFT_LEADER),               TO_CHECK,      needs(OPINION),    when(),                                   then()),
      rule("28",  NONE,          SELF_HANDLE,        by(COLLECTOR),                  SELF_REVIEW,   needs(),           when(),                                   then(SELF_HANDLED)),
      rule("29a", SELF_REVIEW,   ARCHIVE,            by(SHIFT_LEADER),               CLOSED,        needs(),           when(),                                   then(SELF_HANDLED)),
      rule("29b", SELF_REVIEW,   NOT_VALID,          by(SHIFT_LEADER, ACCEPTOR),     REPORTED,      needs(OPINION),    when(),                                   then()),
      anyOpen("30",              SUPERVISE,          by(SHIFT_LEADER, INSPECTOR, SYSTEM),          needs(OPINION),    when(),                                   then(SUPERVISION)),
      rule("31a", CLOSED,        APPEAL,             by(DEPARTMENT),                 CLOSED,        needs(OPINION),    when(NOTHING_ASKED, LATE, NOT_APPEALED),  then(ASK, COUNT_APPEAL)),
      rule("31b", CLOSED,        GRANT_APPEAL,       by(DISPATCHER),                 CLOSED,        needs(),           when(APPEAL_ASKED),                       then(ESCALATE)),
      rule("31c", CLOSED,        GRANT_APPEAL,       by(ACCEPTOR),                   CLOSED,        needs(),           when(APPEAL_ESCALATED),                   then(SETTLE, EXEMPT)),
      rule("31d", CLOSED,        DENY_APPEAL,        by(DISPATCHER),                 CLOSED,        needs(OPINION),    when(APPEAL_ASKED),                       then(SETTLE)),
      rule("31e", CLOSED,        DENY_APPEAL,        by(ACCEPTOR),                   CLOSED,        needs(OPINION),    when(APPEAL_ESCALATED),                   then(SETTLE)),
      rule("32",  CLOSED,        REOPEN,             by(SHIFT_LEADER),               CLOSED,        needs(OPINION),    when(NOTHING_ASKED),                      then(LINKED_CASE)))
      .flatMap(List::stream).toList();
  // spotless:on

  private final Policy policy;

  public Workflow(Policy policy) {
    this.policy = policy;
  }

  /// The whole table, in the order of the domain's rows.
  public static List<Rule> rules() {
    return RULES;
  }

  /// Decides whether `doer` may do `action` to a case in `state`. Pure: the caller stores the
  /// outcome.
  public Outcome next(State state, Action action, Doer doer, Facts facts) {
    var here = RULES.stream().filter(r -> r.from() == state && r.action() == action).toList();
    if (here.isEmpty()) {
      return new Outcome.NotNow(state, action);
    }
    var mine = here.stream().filter(rule -> !postsFor(rule, doer).isEmpty()).toList();
    if (mine.isEmpty()) {
      return new Outcome.NotYours(owners(here));
    }
    return mine.stream()
        .map(rule -> judge(rule, doer, facts))
        .reduce((first, second) -> first instanceof Outcome.Barred ? second : first)
        .orElseThrow();
  }

  /// The actions the table offers `doer` here and now, whatever still has to be given for them.
  public List<Rule> offers(State state, Doer doer, Facts facts) {
    return RULES.stream()
        .filter(rule -> rule.from() == state && !postsFor(rule, doer).isEmpty())
        .filter(rule -> holds(rule, doer, facts))
        .filter(rule -> rule.guards().stream().allMatch(g -> g.holds(facts, doer, policy)))
        .toList();
  }

  private Outcome judge(Rule rule, Doer doer, Facts facts) {
    if (!holds(rule, doer, facts)) {
      return new Outcome.NotHolder(rule.from().holder());
    }
    for (var guard : rule.guards()) {
      if (!guard.holds(facts, doer, policy)) {
        return new Outcome.Barred(guard);
      }
    }
    var missing = missing(rule, facts.given());
    return missing.isEmpty() ? transition(rule, doer, facts) : new Outcome.Missing(missing);
  }

  private Outcome transition(Rule rule, Doer doer, Facts facts) {
    var effects = new ArrayList<>(rule.effects());
    if (rule.action() == FILE && !policy.clockFromFiling()) {
      effects.remove(CLOCK_START);
    }
    if (!facts.fromPublic()) {
      effects.remove(COUNT_MISSED);
    }
    var as = postsFor(rule, doer).iterator().next();
    return new Outcome.Transition(
        rule.row(),
        rule.from(),
        rule.action(),
        rule.to(),
        as,
        rule.to().holder(),
        List.copyOf(effects));
  }

  /// Departments act on their own cases, workers and collectors on what is given to them; other
  /// posts share a queue.
  private boolean holds(Rule rule, Doer doer, Facts facts) {
    var posts = postsFor(rule, doer);
    if (posts.contains(DEPARTMENT)) {
      return doer.unitCode() != null && doer.unitCode().equals(facts.hands().unitCode());
    }
    if (posts.contains(WORKER)) {
      return doer.userName().equals(facts.hands().staff());
    }
    if (posts.contains(COLLECTOR) && rule.from() != NONE) {
      var sent = facts.hands().collector();
      return sent == null || sent.equals(doer.userName());
    }
    return true;
  }

  private Set<Need> missing(Rule rule, Given given) {
    var missing = EnumSet.noneOf(Need.class);
    needs(rule).stream().filter(need -> !need.isMetBy(given)).forEach(missing::add);
    return missing;
  }

  /// What must be given for this line in this town.
  public Set<Need> needs(Rule rule) {
    var needs = EnumSet.noneOf(Need.class);
    needs.addAll(rule.needs());
    if (policy.photosRequired() && PHOTOGRAPHED.contains(rule.action())) {
      needs.add(PHOTOS);
    }
    return needs;
  }

  private Set<Post> postsFor(Rule rule, Doer doer) {
    var posts = EnumSet.noneOf(Post.class);
    for (var post : rule.by()) {
      if (doer.posts().contains(post)) {
        posts.add(post);
      } else if (post == SHIFT_LEADER && standsIn(rule, doer)) {
        posts.add(ACCEPTOR);
      }
    }
    return posts;
  }

  private boolean standsIn(Rule rule, Doer doer) {
    return policy.acceptorStandsIn()
        && rule.action() != SUPERVISE
        && doer.posts().contains(ACCEPTOR);
  }

  private static Set<Post> owners(List<Rule> rules) {
    var owners = EnumSet.noneOf(Post.class);
    rules.forEach(rule -> owners.addAll(rule.by()));
    return owners;
  }

  /// The steps that leave a picture behind: what was seen, what was done.
  public static final Set<Action> PHOTOGRAPHED =
      Set.of(
          REPORT,
          VERIFY_TRUE,
          VERIFY_FALSE,
          WORK_DONE,
          HAND_IN,
          CHECK_PASS,
          CHECK_FAIL,
          SELF_HANDLE);

  private static List<Rule> rule(
      String row,
      State from,
      Action action,
      Set<Post> by,
      State to,
      Set<Need> needs,
      List<Guard> guards,
      List<Effect> effects) {
    return List.of(new Rule(row, from, action, by, to, needs, guards, effects));
  }

  private static List<Rule> anyOpen(
      String row,
      Action action,
      Set<Post> by,
      Set<Need> needs,
      List<Guard> guards,
      List<Effect> effects) {
    return State.all().stream()
        .filter(State::isOpen)
        .map(state -> new Rule(row, state, action, by, state, needs, guards, effects))
        .toList();
  }

  private static Set<Post> by(Post... posts) {
    return Set.of(posts);
  }

  private static Set<Need> needs(Need... needs) {
    return Set.of(needs);
  }

  private static List<Guard> when(Guard... guards) {
    return List.of(guards);
  }

  private static List<Effect> then(Effect... effects) {
    return List.of(effects);
  }
}
