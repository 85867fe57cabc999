package org.citygrid.dispatch.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each row of the domain, taken by the right post with everything given: where it leads, whose
/// turn is next, what it sets in motion.
class EachRowTest {

  @ParameterizedTest(name = "row {0}: {2} in {1} by {3} leads to {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1   | NONE          | REPORT             | COLLECTOR    | NONE       | REPORTED      | ACCEPTOR     |
          2   | NONE          | REGISTER           | ACCEPTOR     | NONE       | REPORTED      | ACCEPTOR     |
          2   | NONE          | REGISTER           | SYSTEM       | NONE       | REPORTED      | ACCEPTOR     |
          3   | REPORTED      | SEND_VERIFY        | ACCEPTOR     | NONE       | VERIFYING     | COLLECTOR    | TASK_VERIFY
          4a  | VERIFYING     | VERIFY_TRUE        | COLLECTOR    | NONE       | REPORTED      | ACCEPTOR     | COUNT_MISSED
          4b  | VERIFYING     | VERIFY_FALSE       | COLLECTOR    | NONE       | REPORTED      | ACCEPTOR     |
          5   | REPORTED      | REFUSE             | ACCEPTOR     | NONE       | REFUSED       | NOBODY       | CALL_BACK
          6   | REPORTED      | LINK               | ACCEPTOR     | NONE       | LINKED        | NOBODY       | FOLLOW_MASTER CALL_BACK
          7   | REPORTED      | ACCEPT             | ACCEPTOR     | NONE       | TO_FILE       | SHIFT_LEADER |
          8   | TO_FILE       | FILE               | SHIFT_LEADER | NONE       | TO_DISPATCH   | DISPATCHER   | FIX_LIMIT
          9   | TO_FILE       | RETURN_TO_ACCEPTOR | SHIFT_LEADER | NONE       | REPORTED      | ACCEPTOR     |
          10  | TO_FILE       | REFUSE_FILING      | SHIFT_LEADER | NONE       | REFUSED       | NOBODY       | CALL_BACK
          11a | TO_DISPATCH   | DISPATCH           | SYSTEM       | NONE       | HANDLING      | DEPARTMENT   | ASSIGN_UNIT CLOCK_START
          11a | TO_DISPATCH   | DISPATCH           | DISPATCHER   | NONE       | HANDLING      | DEPARTMENT   | ASSIGN_UNIT CLOCK_START
          12a | TO_DISPATCH   | ASK_VOID           | DISPATCHER   | NONE       | VOID_REVIEW   | SHIFT_LEADER |
          13a | VOID_REVIEW   | GRANT_VOID         | SHIFT_LEADER | NONE       | VOIDED        | NOBODY       | CLOCK_STOP CALL_BACK
          13b | VOID_REVIEW   | DENY_VOID          | SHIFT_LEADER | NONE       | TO_DISPATCH   | DISPATCHER   |
          14a | HANDLING      | ASK_RETURN         | DEPARTMENT   | NONE       | RETURN_REVIEW | DISPATCHER   |
          14b | HANDLING      | ASSIGN_WORK        | DEPARTMENT   | NONE       | HANDLING      | DEPARTMENT   | ASSIGN_WORKER
          15a | RETURN_REVIEW | GRANT_RETURN       | DISPATCHER   | NONE       | TO_DISPATCH   | DISPATCHER   | COUNT_RETURN
          15b | RETURN_REVIEW | DENY_RETURN        | DISPATCHER   | NONE       | HANDLING      | DEPARTMENT   | COUNT_DENIED_RETURN
          16  | HANDLING      | ASK_EXTENSION      | DEPARTMENT   | NONE       | HANDLING      | DEPARTMENT   | ASK
          17a | HANDLING      | GRANT_EXTENSION    | DISPATCHER   | EXTENSION  | HANDLING      | DEPARTMENT   | SETTLE CLOCK_EXTEND COUNT_EXTENSION
          17b | HANDLING      | DENY_EXTENSION     | DISPATCHER   | EXTENSION  | HANDLING      | DEPARTMENT   | SETTLE
          18  | HANDLING      | ASK_SUSPENSION     | DEPARTMENT   | NONE       | HANDLING      | DEPARTMENT   | ASK
          19a | HANDLING      | GRANT_SUSPENSION   | DISPATCHER   | SUSPENSION | SUSPENDED     | DISPATCHER   | SETTLE CLOCK_PAUSE COUNT_SUSPENSION
          19a | HANDLING      | GRANT_SUSPENSION   | SHIFT_LEADER | SUSPENSION | SUSPENDED     | DISPATCHER   | SETTLE CLOCK_PAUSE COUNT_SUSPENSION
          19b | HANDLING      | DENY_SUSPENSION    | DISPATCHER   | SUSPENSION | HANDLING      | DEPARTMENT   | SETTLE
          20  | SUSPENDED     | RESUME             | DISPATCHER   | NONE       | HANDLING      | DEPARTMENT   | CLOCK_RESUME
          20  | SUSPENDED     | RESUME             | SYSTEM       | NONE       | HANDLING      | DEPARTMENT   | CLOCK_RESUME
          21  | HANDLING      | HAND_IN            | DEPARTMENT   | NONE       | TO_CHECK      | ACCEPTOR     | SETTLE RELEASE_WORKER CLOCK_STOP
          22  | TO_CHECK      | REJECT_RESULT      | DISPATCHER   | NONE       | HANDLING      | DEPARTMENT   | CLOCK_RESUME COUNT_REJECTION
          23  | TO_CHECK      | SEND_CHECK         | ACCEPTOR     | NONE       | CHECKING      | COLLECTOR    | TASK_CHECK
          24  | CHECKING      | CHECK_PASS         | COLLECTOR    | NONE       | TO_CLOSE      | SHIFT_LEADER |
          25a | CHECKING      | CHECK_FAIL         | COLLECTOR    | NONE       | HANDLING      | DEPARTMENT   | CLOCK_RESUME COUNT_REWORK
          26  | TO_CLOSE      | CLOSE              | SHIFT_LEADER | NONE       | CLOSED        | NOBODY       | CALL_BACK
          27  | TO_CLOSE      | RETURN_TO_CHECK    | SHIFT_LEADER | NONE       | TO_CHECK      | ACCEPTOR     |
          28  | NONE          | SELF_HANDLE        | COLLECTOR    | NONE       | SELF_REVIEW   | SHIFT_LEADER | SELF_HANDLED
          29a | SELF_REVIEW   | ARCHIVE            | SHIFT_LEADER | NONE       | CLOSED        | NOBODY       | SELF_HANDLED
          29b | SELF_REVIEW   | NOT_VALID          | ACCEPTOR     | NONE       | REPORTED      | ACCEPTOR     |
          30  | HANDLING      | SUPERVISE          | INSPECTOR    | NONE       | HANDLING      | DEPARTMENT   | SUPERVISION
          30  | TO_FILE       | SUPERVISE          | SHIFT_LEADER | NONE       | TO_FILE       | SHIFT_LEADER | SUPERVISION
          31b | CLOSED        | GRANT_APPEAL       | DISPATCHER   | APPEAL     | CLOSED        | NOBODY       | ESCALATE
          31c | CLOSED        | GRANT_APPEAL       | ACCEPTOR     | APPEAL_CONFIRMATION | CLOSED | NOBODY     | SETTLE EXEMPT
          31d | CLOSED        | DENY_APPEAL        | DISPATCHER   | APPEAL     | CLOSED        | NOBODY       | SETTLE
          31e | CLOSED        | DENY_APPEAL        | ACCEPTOR     | APPEAL_CONFIRMATION | CLOSED | NOBODY     | SETTLE
          32  | CLOSED        | REOPEN             | SHIFT_LEADER | NONE       | CLOSED        | NOBODY       | LINKED_CASE
          """)
  void leads_where_the_domain_says(
      String row,
      State from,
      Action action,
      Post post,
      Request open,
      State to,
      Post next,
      String effects) {
    var outcome = ACase.in(from).asked(open).when(action, ACase.by(post));

    assertThat(outcome).isInstanceOf(Outcome.Transition.class);
    var transition = (Outcome.Transition) outcome;
    assertThat(transition.row()).isEqualTo(row);
    assertThat(transition.to()).isEqualTo(to);
    assertThat(transition.as()).isEqualTo(post);
    assertThat(transition.holder()).isEqualTo(next);
    assertThat(transition.effects()).containsExactlyInAnyOrderElementsOf(parse(effects));
  }

  private static Set<Effect> parse(@Nullable String effects) {
    return effects == null
        ? Set.of()
        : Arrays.stream(effects.split(" ")).map(Effect::valueOf).collect(Collectors.toSet());
  }
}
