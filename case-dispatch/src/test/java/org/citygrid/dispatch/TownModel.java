package org.citygrid.dispatch;

import java.util.Set;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.Request;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;

/// What becomes of a case, told a second time and in another way than the workflow's table: from
/// the domain's words alone, for a town that has decided nothing. Knows the vocabulary of the
/// workflow and none of its rules.
///
/// Where the domain leaves it open, the town has decided: a suspension that is granted without a
/// date lasts until the date that was asked for; the shift leader may deny it as well as grant it;
/// a closed case is not taken up again while an appeal is undecided; and once three returns have
/// brought a case to the shift leader, it is the shift leader who asks to void it.
record TownModel(
    State state,
    Request request,
    @Nullable String unit,
    @Nullable String worker,
    boolean workDone,
    int extensions,
    int suspensions,
    int returns,
    int denied,
    int rejections,
    int reworks,
    boolean escalated,
    boolean appealed,
    boolean handedIn,
    boolean late,
    Clock clock,
    boolean overdue) {

  static final int MOST_RETURNS = 3;
  static final int MOST_EXTENSIONS = 2;
  static final int MOST_SUSPENSIONS = 1;

  enum Clock {
    NOT_STARTED,
    RUNNING,
    HALTED
  }

  /// Somebody who acts.
  ///
  /// @param post null for those who hold none: evaluators and administrators
  record Who(String name, @Nullable Post post, @Nullable String unit) {}

  /// What comes with an act.
  ///
  /// @param staff the worker's name, `staffUnit` whom they work for
  record Gift(
      boolean opinion,
      @Nullable String unit,
      boolean condition,
      Until until,
      Master master,
      @Nullable String staff,
      @Nullable String staffUnit) {
    static final Gift NOTHING =
        new Gift(false, null, false, Until.NOT_SAID, Master.NOT_SAID, null, null);

    Gift until(Until other) {
      return new Gift(opinion, unit, condition, other, master, staff, staffUnit);
    }
  }

  enum Until {
    NOT_SAID,
    PAST,
    SOON,
    TOO_FAR
  }

  enum Master {
    NOT_SAID,
    FIT,
    UNFIT
  }

  sealed interface Answer {}

  record Done(TownModel next) implements Answer {}

  /// @param missing something that must be given was not: a bad request
  /// @param barred the rules refuse, whatever is given
  record Refused(boolean missing, boolean barred) implements Answer {
    Set<Integer> statuses() {
      if (missing) {
        return barred ? Set.of(400, 409) : Set.of(400);
      }
      return Set.of(409);
    }
  }

  private static final Refused NEVER = new Refused(false, true);

  static TownModel reported() {
    return in(State.REPORTED);
  }

  static TownModel selfHandled() {
    return in(State.SELF_REVIEW);
  }

  private static TownModel in(State state) {
    return new TownModel(
        state,
        Request.NONE,
        null,
        null,
        false,
        0,
        0,
        0,
        0,
        0,
        0,
        false,
        false,
        false,
        false,
        Clock.NOT_STARTED,
        false);
  }

  Answer when(Action action, Who who, Gift gift) {
    return switch (action) {
      case REPORT, REGISTER, SELF_HANDLE -> NEVER;
      case SEND_VERIFY -> plain(who, State.REPORTED, Post.ACCEPTOR, State.VERIFYING);
      case VERIFY_TRUE, VERIFY_FALSE -> plain(who, State.VERIFYING, Post.COLLECTOR, State.REPORTED);
      case REFUSE -> reasoned(who, gift, State.REPORTED, Post.ACCEPTOR, State.REFUSED);
      case LINK ->
          step(
              here(State.REPORTED) && is(who, Post.ACCEPTOR),
              gift.master() == Master.NOT_SAID,
              gift.master() == Master.UNFIT,
              to(State.LINKED));
      case ACCEPT -> plain(who, State.REPORTED, Post.ACCEPTOR, State.TO_FILE);
      case FILE ->
          step(
              here(State.TO_FILE) && is(who, Post.SHIFT_LEADER),
              !gift.condition(),
              false,
              to(State.TO_DISPATCH));
      case RETURN_TO_ACCEPTOR ->
          reasoned(who, gift, State.TO_FILE, Post.SHIFT_LEADER, State.REPORTED);
      case REFUSE_FILING -> reasoned(who, gift, State.TO_FILE, Post.SHIFT_LEADER, State.REFUSED);
      case DISPATCH -> dispatch(who, gift);
      case ASK_VOID ->
          reasoned(
              who,
              gift,
              State.TO_DISPATCH,
              escalated ? Post.SHIFT_LEADER : Post.DISPATCHER,
              State.VOID_REVIEW);
      case GRANT_VOID ->
          step(here(State.VOID_REVIEW) && is(who, Post.SHIFT_LEADER), false, false, voided());
      case DENY_VOID ->
          reasoned(who, gift, State.VOID_REVIEW, Post.SHIFT_LEADER, State.TO_DISPATCH);
      case ASK_RETURN ->
          step(
              holds(who),
              !gift.opinion(),
              escalated || hops() >= MOST_RETURNS || worker != null || request != Request.NONE,
              to(State.RETURN_REVIEW));
      case GRANT_RETURN, DENY_RETURN -> decideReturn(action, who, gift);
      case ASK_EXTENSION ->
          step(
              holds(who),
              !gift.opinion(),
              request != Request.NONE || overdue || extensions >= MOST_EXTENSIONS,
              ask(Request.EXTENSION));
      case ASK_SUSPENSION ->
          step(
              holds(who),
              !gift.opinion() || gift.until() == Until.NOT_SAID,
              request != Request.NONE
                  || suspensions >= MOST_SUSPENSIONS
                  || gift.until() == Until.PAST
                  || gift.until() == Until.TOO_FAR,
              ask(Request.SUSPENSION));
      case GRANT_EXTENSION, DENY_EXTENSION, GRANT_SUSPENSION, DENY_SUSPENSION ->
          decideRequest(action, who, gift);
      case RESUME ->
          step(
              here(State.SUSPENDED) && is(who, Post.DISPATCHER),
              false,
              false,
              to(State.HANDLING).clock(Clock.RUNNING));
      case ASSIGN_WORK, WITHDRAW_WORK, WORK_DONE, HAND_BACK -> work(action, who, gift);
      case HAND_IN -> handIn(who, gift);
      case REJECT_RESULT ->
          step(
              here(State.TO_CHECK) && is(who, Post.DISPATCHER),
              !gift.opinion(),
              false,
              to(State.HANDLING).clock(Clock.RUNNING).sentBack(1, 0));
      case SEND_CHECK -> plain(who, State.TO_CHECK, Post.ACCEPTOR, State.CHECKING);
      case CHECK_PASS -> plain(who, State.CHECKING, Post.COLLECTOR, State.TO_CLOSE);
      case CHECK_FAIL ->
          step(
              here(State.CHECKING) && is(who, Post.COLLECTOR),
              false,
              false,
              to(State.HANDLING).clock(Clock.RUNNING).sentBack(0, 1));
      case CONFIRM_REWORK -> NEVER;
      case CLOSE -> plain(who, State.TO_CLOSE, Post.SHIFT_LEADER, State.CLOSED);
      case RETURN_TO_CHECK ->
          reasoned(who, gift, State.TO_CLOSE, Post.SHIFT_LEADER, State.TO_CHECK);
      case ARCHIVE -> plain(who, State.SELF_REVIEW, Post.SHIFT_LEADER, State.CLOSED);
      case NOT_VALID -> reasonedByAny(who, gift);
      case SUPERVISE ->
          step(
              state.isOpen() && (is(who, Post.SHIFT_LEADER) || is(who, Post.INSPECTOR)),
              !gift.opinion(),
              false,
              this);
      case APPEAL, GRANT_APPEAL, DENY_APPEAL -> appeal(action, who, gift);
      case REOPEN ->
          step(
              here(State.CLOSED) && is(who, Post.SHIFT_LEADER),
              !gift.opinion(),
              request != Request.NONE,
              this);
    };
  }

  int hops() {
    return returns + denied;
  }

  private Answer dispatch(Who who, Gift gift) {
    return step(
        here(State.TO_DISPATCH) && is(who, escalated ? Post.SHIFT_LEADER : Post.DISPATCHER),
        gift.unit() == null,
        false,
        to(State.HANDLING)
            .unit(gift.unit())
            .clock(clock == Clock.NOT_STARTED ? Clock.RUNNING : clock));
  }

  private Answer decideReturn(Action action, Who who, Gift gift) {
    var granted = action == Action.GRANT_RETURN;
    return step(
        here(State.RETURN_REVIEW) && is(who, Post.DISPATCHER),
        !granted && !gift.opinion(),
        false,
        granted ? returned() : to(State.HANDLING).deniedReturn());
  }

  private Answer decideRequest(Action action, Who who, Gift gift) {
    var extension = action == Action.GRANT_EXTENSION || action == Action.DENY_EXTENSION;
    var granted = action == Action.GRANT_EXTENSION || action == Action.GRANT_SUSPENSION;
    var chief = !extension && is(who, Post.SHIFT_LEADER);
    var dated = granted && !extension;
    var next = settled();
    if (granted) {
      next = extension ? next.extended() : next.suspended();
    }
    return step(
        here(State.HANDLING) && (is(who, Post.DISPATCHER) || chief),
        granted ? dated && gift.until() == Until.NOT_SAID : !gift.opinion(),
        request != (extension ? Request.EXTENSION : Request.SUSPENSION)
            || (dated && (gift.until() == Until.PAST || gift.until() == Until.TOO_FAR)),
        next);
  }

  private Answer work(Action action, Who who, Gift gift) {
    return switch (action) {
      case ASSIGN_WORK ->
          step(
              holds(who),
              gift.staff() == null,
              unit != null && !unit.equals(gift.staffUnit()),
              with(gift.staff(), false));
      case WITHDRAW_WORK -> step(holds(who), false, worker == null, with(null, false));
      case WORK_DONE ->
          step(works(who), !gift.opinion(), worker == null || workDone, with(worker, true));
      default -> step(works(who), !gift.opinion(), worker == null || workDone, with(null, false));
    };
  }

  private Answer handIn(Who who, Gift gift) {
    return step(
        holds(who),
        !gift.opinion(),
        worker != null && !workDone,
        settled().with(null, false).handed());
  }

  private Answer appeal(Action action, Who who, Gift gift) {
    if (!here(State.CLOSED)) {
      return NEVER;
    }
    if (action == Action.APPEAL) {
      return step(
          is(who, Post.DEPARTMENT) && unit != null && unit.equals(who.unit()),
          !gift.opinion(),
          !late || appealed || request != Request.NONE,
          asked());
    }
    var first = request == Request.APPEAL;
    var open = first || request == Request.APPEAL_CONFIRMATION;
    var granted = action == Action.GRANT_APPEAL;
    return step(
        open && is(who, first ? Post.DISPATCHER : Post.ACCEPTOR),
        !granted && !gift.opinion(),
        false,
        granted && first ? ask(Request.APPEAL_CONFIRMATION) : settled());
  }

  private Answer reasonedByAny(Who who, Gift gift) {
    var may = is(who, Post.SHIFT_LEADER) || is(who, Post.ACCEPTOR);
    return step(here(State.SELF_REVIEW) && may, !gift.opinion(), false, to(State.REPORTED));
  }

  private Answer plain(Who who, State from, Post post, State to) {
    return step(here(from) && is(who, post), false, false, to(to));
  }

  private Answer reasoned(Who who, Gift gift, State from, Post post, State to) {
    return step(here(from) && is(who, post), !gift.opinion(), false, to(to));
  }

  private static Answer step(boolean turn, boolean missing, boolean barred, TownModel next) {
    if (!turn) {
      return NEVER;
    }
    return missing || barred ? new Refused(missing, barred) : new Done(next);
  }

  private boolean here(State one) {
    return state == one;
  }

  private static boolean is(Who who, Post post) {
    return who.post() == post;
  }

  private boolean holds(Who who) {
    return here(State.HANDLING)
        && is(who, Post.DEPARTMENT)
        && unit != null
        && unit.equals(who.unit());
  }

  private boolean works(Who who) {
    return here(State.HANDLING) && is(who, Post.WORKER) && who.name().equals(worker);
  }

  private TownModel to(State next) {
    return copy(next, request, unit, worker, workDone, clock);
  }

  private TownModel clock(Clock next) {
    return copy(state, request, unit, worker, workDone, next);
  }

  private TownModel unit(@Nullable String next) {
    return copy(state, request, next, worker, workDone, clock);
  }

  private TownModel with(@Nullable String staff, boolean done) {
    return copy(state, request, unit, staff, done, clock);
  }

  private TownModel ask(Request next) {
    return copy(state, next, unit, worker, workDone, clock);
  }

  private TownModel settled() {
    return ask(Request.NONE);
  }

  private TownModel extended() {
    return counted(extensions + 1, suspensions, returns, denied, escalated, appealed, overdue);
  }

  private TownModel suspended() {
    return to(State.SUSPENDED)
        .clock(Clock.HALTED)
        .counted(extensions, suspensions + 1, returns, denied, escalated, appealed, overdue);
  }

  private TownModel returned() {
    return to(State.TO_DISPATCH)
        .counted(
            extensions,
            suspensions,
            returns + 1,
            denied,
            escalated || hops() + 1 >= MOST_RETURNS,
            appealed,
            overdue);
  }

  private TownModel deniedReturn() {
    return counted(extensions, suspensions, returns, denied + 1, escalated, appealed, overdue);
  }

  private TownModel asked() {
    return ask(Request.APPEAL)
        .counted(extensions, suspensions, returns, denied, escalated, true, overdue);
  }

  /// The deadline has passed.
  TownModel overdue(boolean now) {
    return counted(extensions, suspensions, returns, denied, escalated, appealed, now);
  }

  private TownModel sentBack(int rejected, int reworked) {
    return new TownModel(
        state,
        request,
        unit,
        worker,
        workDone,
        extensions,
        suspensions,
        returns,
        denied,
        rejections + rejected,
        reworks + reworked,
        escalated,
        appealed,
        handedIn,
        late,
        clock,
        overdue);
  }

  /// What was overdue when it was voided stays told as late; scores leave voided cases out.
  private TownModel voided() {
    return ended(State.VOIDED, handedIn);
  }

  private TownModel handed() {
    return ended(State.TO_CHECK, true);
  }

  private TownModel ended(State next, boolean handed) {
    return new TownModel(
        next,
        request,
        unit,
        worker,
        workDone,
        extensions,
        suspensions,
        returns,
        denied,
        rejections,
        reworks,
        escalated,
        appealed,
        handed,
        late || overdue,
        Clock.HALTED,
        overdue);
  }

  private TownModel counted(
      int extended,
      int paused,
      int granted,
      int refused,
      boolean leaderDecides,
      boolean hasAppealed,
      boolean passed) {
    return new TownModel(
        state,
        request,
        unit,
        worker,
        workDone,
        extended,
        paused,
        granted,
        refused,
        rejections,
        reworks,
        leaderDecides,
        hasAppealed,
        handedIn,
        late,
        clock,
        passed);
  }

  private TownModel copy(
      State nextState,
      Request nextRequest,
      @Nullable String nextUnit,
      @Nullable String nextWorker,
      boolean nextDone,
      Clock nextClock) {
    return new TownModel(
        nextState,
        nextRequest,
        nextUnit,
        nextWorker,
        nextDone,
        extensions,
        suspensions,
        returns,
        denied,
        rejections,
        reworks,
        escalated,
        appealed,
        handedIn,
        late,
        nextClock,
        overdue);
  }

  /// The same case without what no rule looks at, so that the configurations are finite.
  TownModel essence() {
    return new TownModel(
        state,
        request,
        unit,
        worker,
        workDone,
        extensions,
        suspensions,
        returns,
        denied,
        0,
        0,
        escalated,
        appealed,
        handedIn,
        late,
        clock,
        overdue);
  }
}
