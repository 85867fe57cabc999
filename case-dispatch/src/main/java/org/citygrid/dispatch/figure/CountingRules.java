package org.citygrid.dispatch.figure;

import static org.citygrid.dispatch.figure.CountingRule.Day.*;
import static org.citygrid.dispatch.figure.CountingRule.Kept.*;
import static org.citygrid.dispatch.figure.CountingRule.Origin.*;
import static org.citygrid.dispatch.figure.CountingRule.Times.*;
import static org.citygrid.dispatch.figure.CountingRule.Whom.*;
import static org.citygrid.dispatch.figure.Measure.*;
import static org.citygrid.dispatch.workflow.Action.*;
import static org.citygrid.dispatch.workflow.State.HANDLING;
import static org.citygrid.dispatch.workflow.State.TO_FILE;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygrid.dispatch.figure.CountingRule.Whom;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;

/// What the moves of a case count as; deadlines, which fall due without a move, are [Standing]'s.
final class CountingRules {
  private static final @Nullable State ANYWHERE = null;

  // spotless:off  the columns are the meaning
  private static final List<CountingRule> RULES = List.of(
      //               action            to        measure              times  kept    day              origin       for whom besides
      new CountingRule(REPORT,           ANYWHERE, REPORTED,            EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(REPORTER)),
      new CountingRule(REPORT,           ANYWHERE, COLLECTOR_REPORTED,  EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(REPORTER)),
      new CountingRule(REGISTER,         ANYWHERE, REPORTED,            EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom()),
      new CountingRule(REGISTER,         ANYWHERE, PUBLIC_REPORTED,     EACH,  ANYHOW, THAT_DAY,        THE_PUBLICS, whom()),
      new CountingRule(REOPEN,           TO_FILE,  REPORTED,            EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom()),
      new CountingRule(ACCEPT,           ANYWHERE, ACCEPTED,            FIRST, ANYHOW, THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(ACCEPT,           ANYWHERE, ACCEPTED_ON_TIME,    FIRST, STAGE,  THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(REFUSE,           ANYWHERE, REFUSED,             EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(REFUSE_FILING,    ANYWHERE, REFUSED,             EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(LINK,             ANYWHERE, LINKED,              EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(SEND_VERIFY,      ANYWHERE, VERIFY_SENT,         EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(TASKED, DOER)),
      new CountingRule(SEND_VERIFY,      ANYWHERE, VERIFY_SENT_ON_TIME, EACH,  STAGE,  THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(VERIFY_TRUE,      ANYWHERE, VERIFIED,            EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(TASKED)),
      new CountingRule(VERIFY_TRUE,      ANYWHERE, VERIFIED_ON_TIME,    EACH,  STAGE,  THAT_DAY,        ALL_CASES,   whom(TASKED)),
      new CountingRule(VERIFY_FALSE,     ANYWHERE, VERIFIED,            EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(TASKED)),
      new CountingRule(VERIFY_FALSE,     ANYWHERE, VERIFIED_ON_TIME,    EACH,  STAGE,  THAT_DAY,        ALL_CASES,   whom(TASKED)),
      new CountingRule(VERIFY_TRUE,      ANYWHERE, MISSED,              FIRST, ANYHOW, THAT_DAY,        THE_PUBLICS, whom(TASKED)),
      new CountingRule(FILE,             ANYWHERE, FILED,               FIRST, ANYHOW, THAT_DAY,        ALL_CASES,   whom(FINDER, DOER)),
      new CountingRule(FILE,             ANYWHERE, FILED_ON_TIME,       FIRST, STAGE,  THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(FILE,             ANYWHERE, VALID,               FIRST, ANYHOW, DAY_OF_REPORT,   COLLECTORS,  whom(REPORTER)),
      new CountingRule(FILE,             ANYWHERE, DISPATCH_IN,         EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom()),
      new CountingRule(DENY_VOID,        ANYWHERE, DISPATCH_IN,         EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom()),
      new CountingRule(GRANT_RETURN,     ANYWHERE, DISPATCH_IN,         EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom()),
      new CountingRule(DISPATCH,         ANYWHERE, DISPATCH_OUT,        EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom()),
      new CountingRule(ASK_VOID,         ANYWHERE, DISPATCH_OUT,        EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom()),
      new CountingRule(DISPATCH,         ANYWHERE, DISPATCHED,          EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER, DOER)),
      new CountingRule(DISPATCH,         ANYWHERE, DISPATCHED_ON_TIME,  EACH,  STAGE,  THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(GRANT_RETURN,     ANYWHERE, WRONG_DISPATCH,      EACH,  ANYHOW, DAY_OF_DISPATCH, ALL_CASES,   whom(SENDER)),
      new CountingRule(GRANT_RETURN,     ANYWHERE, RETURNED,            EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(DENY_RETURN,      ANYWHERE, PASSED_BUCK,         EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(GRANT_VOID,       ANYWHERE, VOIDED,              EACH,  ANYHOW, DAY_OF_FILING,   ALL_CASES,   whom(FINDER, FILER)),
      new CountingRule(HAND_IN,          ANYWHERE, HANDLED,             FIRST, ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(HAND_IN,          ANYWHERE, HANDLED_ON_TIME,     FIRST, LIMIT,  THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(GRANT_EXTENSION,  ANYWHERE, EXTENDED,            FIRST, ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(GRANT_SUSPENSION, ANYWHERE, SUSPENDED,           FIRST, ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(REJECT_RESULT,    ANYWHERE, REJECTED,            EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(SEND_CHECK,       ANYWHERE, CHECK_SENT,          EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(TASKED, DOER)),
      new CountingRule(SEND_CHECK,       ANYWHERE, CHECK_SENT_ON_TIME,  EACH,  STAGE,  THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(CHECK_PASS,       ANYWHERE, CHECKED,             EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(TASKED)),
      new CountingRule(CHECK_PASS,       ANYWHERE, CHECKED_ON_TIME,     EACH,  STAGE,  THAT_DAY,        ALL_CASES,   whom(TASKED)),
      new CountingRule(CHECK_FAIL,       ANYWHERE, CHECKED,             EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(TASKED)),
      new CountingRule(CHECK_FAIL,       ANYWHERE, CHECKED_ON_TIME,     EACH,  STAGE,  THAT_DAY,        ALL_CASES,   whom(TASKED)),
      new CountingRule(CHECK_FAIL,       HANDLING, REWORK,              FIRST, ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(CHECK_FAIL,       HANDLING, REWORK_TIMES,        EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(CHECK_FAIL,       HANDLING, REWORK_THIRD,        THIRD, ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(CONFIRM_REWORK,   ANYWHERE, REWORK,              FIRST, ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(CONFIRM_REWORK,   ANYWHERE, REWORK_TIMES,        EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(CONFIRM_REWORK,   ANYWHERE, REWORK_THIRD,        THIRD, ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(CLOSE,            ANYWHERE, CLOSED,              FIRST, ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER, DOER)),
      new CountingRule(CLOSE,            ANYWHERE, CLOSED_ON_TIME,      FIRST, LIMIT,  THAT_DAY,        ALL_CASES,   whom(HOLDER)),
      new CountingRule(CLOSE,            ANYWHERE, CLOSING_ON_TIME,     FIRST, STAGE,  THAT_DAY,        ALL_CASES,   whom(DOER)),
      new CountingRule(ARCHIVE,          ANYWHERE, SELF_HANDLED,        FIRST, ANYHOW, THAT_DAY,        ALL_CASES,   whom(REPORTER, DOER)),
      new CountingRule(SUPERVISE,        ANYWHERE, SUPERVISED,          EACH,  ANYHOW, THAT_DAY,        ALL_CASES,   whom(HOLDER)));
  // spotless:on

  private static final Map<Action, List<CountingRule>> BY_ACTION = new EnumMap<>(Action.class);

  static {
    for (var action : Action.values()) {
      BY_ACTION.put(action, RULES.stream().filter(rule -> rule.action() == action).toList());
    }
  }

  private CountingRules() {}

  static List<CountingRule> of(Action action) {
    return BY_ACTION.getOrDefault(action, List.of());
  }

  private static Set<Whom> whom(Whom... whom) {
    return Set.copyOf(Arrays.asList(whom));
  }
}
