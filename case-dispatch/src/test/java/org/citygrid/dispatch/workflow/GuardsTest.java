package org.citygrid.dispatch.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.dispatch.workflow.ACase.NOON;
import static org.citygrid.dispatch.workflow.ACase.by;
import static org.citygrid.dispatch.workflow.ACase.in;
import static org.citygrid.dispatch.workflow.Action.*;
import static org.citygrid.dispatch.workflow.Post.*;

import java.time.Duration;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who acts must hold the case, and what the domain forbids stays forbidden.
class GuardsTest {

  @Test
  void another_department_does_not_hold_the_case() {
    var parks = new Doer("gardener", Set.of(DEPARTMENT), "parks");

    assertThat(in(State.HANDLING).when(HAND_IN, parks))
        .isEqualTo(new Outcome.NotHolder(DEPARTMENT));
  }

  @Test
  void another_collector_does_not_hold_the_task() {
    var li = new Doer("li", Set.of(COLLECTOR), null);

    assertThat(in(State.CHECKING).when(CHECK_PASS, li)).isEqualTo(new Outcome.NotHolder(COLLECTOR));
  }

  @ParameterizedTest(name = "{1} in {0} by {2} needs {3}")
  @CsvSource({
    "REPORTED, REFUSE, ACCEPTOR, OPINION",
    "REPORTED, LINK, ACCEPTOR, MASTER",
    "TO_FILE, FILE, SHIFT_LEADER, CONDITION",
    "TO_FILE, RETURN_TO_ACCEPTOR, SHIFT_LEADER, OPINION",
    "TO_DISPATCH, DISPATCH, DISPATCHER, UNIT",
    "HANDLING, ASK_RETURN, DEPARTMENT, OPINION",
    "HANDLING, ASSIGN_WORK, DEPARTMENT, STAFF",
    "HANDLING, HAND_IN, DEPARTMENT, OPINION",
    "TO_CHECK, REJECT_RESULT, DISPATCHER, OPINION",
    "CLOSED, REOPEN, SHIFT_LEADER, OPINION"
  })
  void what_is_needed_must_be_given(State from, Action action, Post post, Need need) {
    assertThat(in(from).given(Given.NOTHING).when(action, by(post)))
        .isEqualTo(new Outcome.Missing(Set.of(need)));
  }

  @Test
  void no_extension_once_the_deadline_has_passed() {
    assertThat(in(State.HANDLING).at(NOON.plusSeconds(7201)).when(ASK_EXTENSION, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.BEFORE_DEADLINE));
  }

  @Test
  void no_third_extension_and_no_second_suspension() {
    var granted = in(State.HANDLING).granted(2, 1);

    assertThat(granted.when(ASK_EXTENSION, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.EXTENSIONS_LEFT));
    assertThat(granted.when(ASK_SUSPENSION, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.SUSPENSIONS_LEFT));
  }

  @Test
  void one_request_at_a_time() {
    assertThat(in(State.HANDLING).asked(Request.SUSPENSION).when(ASK_EXTENSION, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.NOTHING_ASKED));
  }

  @Test
  void a_suspension_ends_within_a_year() {
    var far = new Given("winter", null, null, NOON.plus(Duration.ofDays(367)), null, 0, null, null);

    assertThat(in(State.HANDLING).given(far).when(ASK_SUSPENSION, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.UNTIL_IN_REACH));
  }

  @Test
  void the_timer_waits_for_the_date_but_the_dispatcher_need_not() {
    var suspended = in(State.SUSPENDED).suspendedUntil(NOON.plusSeconds(60));

    assertThat(suspended.when(RESUME, Doer.SYSTEM)).isEqualTo(new Outcome.Barred(Guard.RESUME_DUE));
    assertThat(suspended.when(RESUME, by(DISPATCHER))).isInstanceOf(Outcome.Transition.class);
  }

  @Test
  void who_handled_or_dispatched_a_case_does_not_check_it() {
    var handler = new Doer("roadman", Set.of(COLLECTOR), null);
    var free = in(State.CHECKING).unassigned();

    assertThat(free.when(CHECK_PASS, handler)).isEqualTo(new Outcome.Barred(Guard.NOT_OWN_WORK));
    assertThat(free.when(CHECK_FAIL, handler)).isEqualTo(new Outcome.Barred(Guard.NOT_OWN_WORK));
  }

  @Test
  void where_the_town_wants_it_the_filer_does_not_close() {
    var strict = new Policy(false, false, true, false, false, false, 2, 1, 3, Period.ofYears(1));

    assertThat(in(State.TO_CLOSE).under(strict).when(CLOSE, by(SHIFT_LEADER)))
        .isEqualTo(new Outcome.Barred(Guard.NOT_OWN_FILING));
    assertThat(in(State.TO_CLOSE).when(CLOSE, by(SHIFT_LEADER)))
        .isInstanceOf(Outcome.Transition.class);
  }

  @Test
  void in_a_small_centre_the_acceptor_files_and_closes() {
    var small = new Policy(false, true, false, false, false, false, 2, 1, 3, Period.ofYears(1));

    assertThat(in(State.TO_FILE).under(small).when(FILE, by(ACCEPTOR)))
        .isInstanceOf(Outcome.Transition.class);
    assertThat(in(State.TO_FILE).when(FILE, by(ACCEPTOR)))
        .isEqualTo(new Outcome.NotYours(Set.of(SHIFT_LEADER)));
  }

  @Test
  void where_the_town_wants_it_the_acceptor_confirms_a_rework() {
    var careful = new Policy(false, false, false, true, false, false, 2, 1, 3, Period.ofYears(1));

    var failed = in(State.CHECKING).under(careful);

    assertThat(failed.when(CHECK_FAIL, by(COLLECTOR)))
        .extracting("row", "to")
        .containsExactly("25b", State.CHECKING);
    assertThat(failed.asked(Request.REWORK).when(CONFIRM_REWORK, by(ACCEPTOR)))
        .extracting("row", "to")
        .containsExactly("25c", State.HANDLING);
  }

  @Test
  void where_the_town_wants_it_the_clock_starts_at_filing() {
    var early = new Policy(true, false, false, false, false, false, 2, 1, 3, Period.ofYears(1));

    var filed = (Outcome.Transition) in(State.TO_FILE).under(early).when(FILE, by(SHIFT_LEADER));

    assertThat(filed.has(Effect.CLOCK_START)).isTrue();
  }

  @Test
  void a_duplicate_follows_a_fit_master_of_its_own_class() {
    var other =
        new Given(null, null, null, null, new Given.Master("x", false, true), 0, null, null);
    var unfit =
        new Given(null, null, null, null, new Given.Master("x", true, false), 0, null, null);

    assertThat(in(State.REPORTED).given(other).when(LINK, by(ACCEPTOR)))
        .isEqualTo(new Outcome.Barred(Guard.SAME_CLASS));
    assertThat(in(State.REPORTED).given(unfit).when(LINK, by(ACCEPTOR)))
        .isEqualTo(new Outcome.Barred(Guard.FIT_MASTER));
  }

  @Test
  void only_a_late_case_is_appealed_and_only_once() {
    var closed = in(State.CLOSED);

    assertThat(closed.when(APPEAL, by(DEPARTMENT))).isEqualTo(new Outcome.Barred(Guard.LATE));
    assertThat(closed.late().when(APPEAL, by(DEPARTMENT))).isInstanceOf(Outcome.Transition.class);
    assertThat(closed.late().appealed().when(APPEAL, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.NOT_APPEALED));
  }

  @Test
  void the_desk_offers_what_may_be_done_now() {
    var handling = in(State.HANDLING);

    assertThat(new Workflow(Policy.USUAL).offers(State.HANDLING, by(DEPARTMENT), handling.facts()))
        .extracting(Rule::action)
        .containsExactly(ASK_RETURN, ASSIGN_WORK, ASK_EXTENSION, ASK_SUSPENSION, HAND_IN);
  }

  @Test
  void nobody_is_sent_to_look_when_nobody_is_on_duty() {
    assertThat(in(State.TO_CHECK).given(Given.NOTHING).when(Action.SEND_CHECK, by(Post.ACCEPTOR)))
        .isEqualTo(new Outcome.Barred(Guard.COLLECTOR_ON_DUTY));
  }

  @Test
  void what_is_with_a_worker_is_taken_back_before_it_is_returned() {
    assertThat(in(State.HANDLING).givenTo("mason", false).when(ASK_RETURN, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.NO_WORKER));
    assertThat(in(State.HANDLING).when(WITHDRAW_WORK, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.WORKER_HAS_IT));
  }

  @Test
  void the_desk_hands_in_once_the_worker_has_told_that_it_is_done() {
    assertThat(in(State.HANDLING).givenTo("mason", false).when(HAND_IN, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.WORK_FINISHED));
    assertThat(in(State.HANDLING).givenTo("mason", true).when(HAND_IN, by(DEPARTMENT)))
        .isInstanceOf(Outcome.Transition.class);
  }

  @Test
  void a_worker_acts_on_what_is_given_to_them_until_it_is_done() {
    var given = in(State.HANDLING).givenTo("mason", false);

    assertThat(given.when(WORK_DONE, by(WORKER))).isInstanceOf(Outcome.Transition.class);
    assertThat(given.when(HAND_BACK, by(WORKER))).isInstanceOf(Outcome.Transition.class);
    assertThat(in(State.HANDLING).givenTo("joiner", false).when(WORK_DONE, by(WORKER)))
        .isEqualTo(new Outcome.NotHolder(DEPARTMENT));
    assertThat(in(State.HANDLING).givenTo("mason", true).when(WORK_DONE, by(WORKER)))
        .isEqualTo(new Outcome.Barred(Guard.WORK_OPEN));
    assertThat(given.when(HAND_IN, by(WORKER))).isEqualTo(new Outcome.NotYours(Set.of(DEPARTMENT)));
  }

  @Test
  void work_is_given_to_the_departments_own_workers() {
    var stranger =
        new Given(null, null, null, null, null, 0, null, new Given.Worker("gardener", false));

    assertThat(in(State.HANDLING).given(stranger).when(ASSIGN_WORK, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.WORKER_FITS));
  }

  @Test
  void the_return_that_reaches_the_limit_goes_to_the_shift_leader() {
    assertThat(in(State.RETURN_REVIEW).sentBack(1).when(GRANT_RETURN, by(DISPATCHER)))
        .extracting("row")
        .isEqualTo("15a");
    assertThat(in(State.RETURN_REVIEW).sentBack(2).when(GRANT_RETURN, by(DISPATCHER)))
        .extracting("row")
        .isEqualTo("15c");
  }

  @Test
  void what_the_shift_leader_must_decide_no_dispatcher_sends_on_and_nobody_returns() {
    var passedAround = in(State.TO_DISPATCH).withTheLeader();

    assertThat(passedAround.when(DISPATCH, by(DISPATCHER)))
        .isEqualTo(new Outcome.Barred(Guard.NOT_ESCALATED));
    assertThat(passedAround.when(DISPATCH, by(SHIFT_LEADER))).extracting("row").isEqualTo("11b");
    assertThat(in(State.TO_DISPATCH).when(DISPATCH, by(SHIFT_LEADER)))
        .isEqualTo(new Outcome.Barred(Guard.ESCALATED));
    assertThat(in(State.HANDLING).withTheLeader().when(ASK_RETURN, by(DEPARTMENT)))
        .isEqualTo(new Outcome.Barred(Guard.RETURNS_LEFT));
  }
}
