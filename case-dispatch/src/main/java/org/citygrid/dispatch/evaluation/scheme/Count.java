package org.citygrid.dispatch.evaluation.scheme;

import static org.citygrid.dispatch.figure.Measure.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.citygrid.dispatch.figure.Measure;

/// What is counted of an object, and the list of cases that a count opens.
///
/// A list is asked for with `{from}` and `{to}` (days of the period), `{past}` (the last day that
/// is over) and what narrows it to the object. Counts of tasks and acts are *times*: a case that
/// was checked twice counts twice and is listed once.
public enum Count {
  // spotless:off  the columns are the meaning
  //                 code                  zh             en                              cases?  whose                                                                list                                                                    sum
  REPORTED          ("reported",          "上报数",      "reported",                     true,  "place",                                                             "from={from}&to={to}&opened=REPORT,REGISTER,REOPEN",                     s -> s.of(Measure.REPORTED)),
  COLLECTOR_REPORTED("collectorReported", "采集员上报数", "reported by collectors",       true,  "place collector:reporter={key}",                                     "from={from}&to={to}&opened=REPORT",                                    s -> s.of(Measure.COLLECTOR_REPORTED)),
  PUBLIC_REPORTED   ("publicReported",    "公众举报数",  "reported by the public",       true,  "place",                                                              "from={from}&to={to}&source=public&opened=REGISTER",                    s -> s.of(Measure.PUBLIC_REPORTED)),
  VALID             ("valid",             "有效上报数",  "valid reports",                true,  "place collector:reporter={key}",                                     "from={from}&to={to}&opened=REPORT&filedFrom=1970-01-01",               s -> s.of(Measure.VALID)),
  MISSED            ("missed",            "漏报数",      "missed reports",               true,  "place collector:actor={key}",                                        "source=public&action=VERIFY_TRUE&actedFirst=true&actedFrom={from}&actedTo={to}", s -> s.of(Measure.MISSED)),
  ACCEPTED          ("accepted",          "受理数",      "accepted",                     true,  "place acceptor",                                                     "action=ACCEPT&actedFirst=true&actedFrom={from}&actedTo={to}",          s -> s.of(Measure.ACCEPTED)),
  ACCEPTED_ON_TIME  ("acceptedOnTime",    "按时受理数",  "accepted on time",             true,  "place acceptor",                                                     "action=ACCEPT&actedFirst=true&actedLate=false&actedFrom={from}&actedTo={to}", s -> s.of(Measure.ACCEPTED_ON_TIME)),
  REFUSED           ("refused",           "不予受理数",  "refused",                      true,  "place acceptor leader",                                              "action=REFUSE,REFUSE_FILING&actedFrom={from}&actedTo={to}",            s -> s.of(Measure.REFUSED)),
  LINKED            ("linked",            "重复上报数",  "linked duplicates",            true,  "place acceptor",                                                     "action=LINK&actedFrom={from}&actedTo={to}",                            s -> s.of(Measure.LINKED)),
  VERIFY_SENT       ("verifySent",        "发核实数",    "sent to verify",               false, "place acceptor collector:receiver={key}",                            "action=SEND_VERIFY&actedFrom={from}&actedTo={to}",                     s -> s.of(Measure.VERIFY_SENT)),
  VERIFY_SENT_ON_TIME("verifySentOnTime", "按时发核实数", "sent to verify on time",       false, "place acceptor",                                                     "action=SEND_VERIFY&actedLate=false&actedFrom={from}&actedTo={to}",     s -> s.of(Measure.VERIFY_SENT_ON_TIME)),
  TO_VERIFY         ("toVerify",          "应核实数",    "to verify",                    false, "place collector:stageReceiver={key}",                                "stage=VERIFYING&stageFrom={from}&stageTo={to}",                        s -> s.toDo(Measure.VERIFY_SENT, Measure.VERIFIED)),
  VERIFIED          ("verified",          "核实数",      "verified",                     false, "place collector:actor={key}",                                        "action=VERIFY_TRUE,VERIFY_FALSE&actedFrom={from}&actedTo={to}",        s -> s.of(Measure.VERIFIED)),
  VERIFIED_ON_TIME  ("verifiedOnTime",    "按时核实数",  "verified on time",             false, "place collector:actor={key}",                                        "action=VERIFY_TRUE,VERIFY_FALSE&actedLate=false&actedFrom={from}&actedTo={to}", s -> s.of(Measure.VERIFIED_ON_TIME)),
  FILED             ("filed",             "立案数",      "filed",                        true,  "place collector:finder={key} leader acceptor",                       "action=FILE&actedFrom={from}&actedTo={to}",                            s -> s.of(Measure.FILED)),
  FILED_ON_TIME     ("filedOnTime",       "按时立案数",  "filed on time",                true,  "place leader acceptor",                                              "action=FILE&actedLate=false&actedFrom={from}&actedTo={to}",            s -> s.of(Measure.FILED_ON_TIME)),
  RECURRENT         ("recurrent",         "反复发案数",  "filed where it happens again and again", true, "place",                                                   "recurring=true&action=FILE&actedFrom={from}&actedTo={to}",             s -> s.of(Measure.RECURRENT)),
  VOIDED            ("voided",            "作废数",      "voided of those filed",        true,  "place leader acceptor collector:finder={key}",                       "state=VOIDED&action=FILE&actedFrom={from}&actedTo={to}",               s -> s.of(Measure.VOIDED)),
  TO_DISPATCH       ("toDispatch",        "应派遣数",    "to dispatch",                  false, "place",                                                              "stage=TO_DISPATCH&stageFrom={from}&stageTo={to}",                      s -> s.toDo(Measure.DISPATCH_IN, Measure.DISPATCH_OUT)),
  DISPATCHED        ("dispatched",        "派遣数",      "dispatched",                   false, "place dispatcher leader department:actedUnit={key}",                 "action=DISPATCH&actedFrom={from}&actedTo={to}",                        s -> s.of(Measure.DISPATCHED)),
  DISPATCHED_ON_TIME("dispatchedOnTime",  "按时派遣数",  "dispatched on time",           false, "place dispatcher leader",                                            "action=DISPATCH&actedLate=false&actedFrom={from}&actedTo={to}",        s -> s.of(Measure.DISPATCHED_ON_TIME)),
  WRONG_DISPATCH    ("wrongDispatch",     "派遣差错数",  "wrongly dispatched",           false, "place dispatcher leader",                                            "action=DISPATCH&actedFrom={from}&actedTo={to}&returned=true",          s -> s.of(Measure.WRONG_DISPATCH)),
  TO_HANDLE         ("toHandle",          "应处置数",    "to handle",                    true,  "place department",                                                   "toHandleFrom={from}&toHandleTo={to}",                                  s -> s.toSettle(Measure.DUE_HANDLED)),
  DUE_HANDLED       ("dueHandled",        "应处置已处置数", "handled of those to handle", true, "place department",                                                   "dueHandledFrom={from}&dueHandledTo={to}",                              s -> s.of(Measure.DUE_HANDLED)),
  DUE_HANDLED_ON_TIME("dueHandledOnTime", "按期处置数",  "handled on time",              true,  "place department",                                                   "dueHandledFrom={from}&dueHandledTo={to}&action=HAND_IN&actedFirst=true&actedLate=false", s -> s.of(Measure.DUE_HANDLED_ON_TIME)),
  DUE_HANDLED_LATE  ("dueHandledLate",    "超期处置数",  "handled late",                 true,  "place department",                                                   "dueHandledFrom={from}&dueHandledTo={to}&action=HAND_IN&actedFirst=true&actedLate=true", s -> s.of(Measure.DUE_HANDLED) - s.of(Measure.DUE_HANDLED_ON_TIME)),
  OVERDUE           ("overdue",           "超期待处置数", "overdue and not handled",      true,  "place department",                                                   "toHandleFrom={after}&toHandleTo={past}&standing=false",                s -> s.overdue()),
  HANDLED           ("handled",           "处置数",      "handled in the period",        true,  "place department:actedUnit={key}",                                   "action=HAND_IN&actedFirst=true&actedFrom={from}&actedTo={to}",         s -> s.of(Measure.HANDLED)),
  HANDLED_ON_TIME   ("handledOnTime",     "按时处置数",  "handled in the period, on time", true, "place department:actedUnit={key}",                                  "action=HAND_IN&actedFirst=true&actedLate=false&actedFrom={from}&actedTo={to}", s -> s.of(Measure.HANDLED_ON_TIME)),
  EXTENDED          ("extended",          "延期数",      "extended",                     true,  "place department:actedUnit={key}",                                   "action=GRANT_EXTENSION&actedFirst=true&actedFrom={from}&actedTo={to}", s -> s.of(Measure.EXTENDED)),
  SUSPENDED         ("suspended",         "挂账数",      "suspended",                    true,  "place department:actedUnit={key}",                                   "action=GRANT_SUSPENSION&actedFirst=true&actedFrom={from}&actedTo={to}", s -> s.of(Measure.SUSPENDED)),
  RETURNED          ("returned",          "退单数",      "returned",                     false, "place department:actedUnit={key}",                                   "action=GRANT_RETURN&actedFrom={from}&actedTo={to}",                    s -> s.of(Measure.RETURNED)),
  PASSED_BUCK       ("passedBuck",        "推诿数",      "passed the buck",              false, "place department:actedUnit={key}",                                   "action=DENY_RETURN&actedFrom={from}&actedTo={to}",                     s -> s.of(Measure.PASSED_BUCK)),
  REJECTED          ("rejected",          "退回处置数",  "results rejected",             false, "place department:actedUnit={key}",                                   "action=REJECT_RESULT&actedFrom={from}&actedTo={to}",                   s -> s.of(Measure.REJECTED)),
  SUPERVISED        ("supervised",        "督办数",      "supervised",                   false, "place department:actedUnit={key}",                                   "action=SUPERVISE&actedFrom={from}&actedTo={to}",                       s -> s.of(Measure.SUPERVISED)),
  REWORK            ("rework",            "返工数",      "sent back to be done again",   true,  "place department:actedUnit={key}",                                   "action=CHECK_FAIL,CONFIRM_REWORK&rework=true&actedFrom={from}&actedTo={to}", s -> s.of(Measure.REWORK)),
  REWORK_TIMES      ("reworkTimes",       "返工次数",    "sent back, times",             false, "place department:actedUnit={key}",                                   "action=CHECK_FAIL,CONFIRM_REWORK&rework=true&actedFrom={from}&actedTo={to}", s -> s.of(Measure.REWORK_TIMES)),
  REWORK_THIRD      ("reworkThird",       "三次以上返工次数", "sent back a third time or more", false, "place department:actedUnit={key}",                            "action=CHECK_FAIL,CONFIRM_REWORK&rework=true&actedFrom={from}&actedTo={to}", s -> s.of(Measure.REWORK_THIRD)),
  CHECK_SENT        ("checkSent",         "发核查数",    "sent to check",                false, "place acceptor collector:receiver={key}",                            "action=SEND_CHECK&actedFrom={from}&actedTo={to}",                      s -> s.of(Measure.CHECK_SENT)),
  CHECK_SENT_ON_TIME("checkSentOnTime",   "按时发核查数", "sent to check on time",        false, "place acceptor",                                                     "action=SEND_CHECK&actedLate=false&actedFrom={from}&actedTo={to}",      s -> s.of(Measure.CHECK_SENT_ON_TIME)),
  TO_CHECK          ("toCheck",           "应核查数",    "to check",                     false, "place collector:stageReceiver={key}",                                "stage=CHECKING&stageFrom={from}&stageTo={to}",                         s -> s.toDo(Measure.CHECK_SENT, Measure.CHECKED)),
  CHECKED           ("checked",           "核查数",      "checked",                      false, "place collector:actor={key}",                                        "action=CHECK_PASS,CHECK_FAIL&actedFrom={from}&actedTo={to}",           s -> s.of(Measure.CHECKED)),
  CHECKED_ON_TIME   ("checkedOnTime",     "按时核查数",  "checked on time",              false, "place collector:actor={key}",                                        "action=CHECK_PASS,CHECK_FAIL&actedLate=false&actedFrom={from}&actedTo={to}", s -> s.of(Measure.CHECKED_ON_TIME)),
  TO_CLOSE          ("toClose",           "应结案数",    "to close",                     true,  "place department",                                                   "toCloseFrom={from}&toCloseTo={to}",                                    s -> s.toSettle(Measure.DUE_CLOSED)),
  DUE_CLOSED        ("dueClosed",         "应结案已结案数", "closed of those to close",   true,  "place department",                                                   "dueClosedFrom={from}&dueClosedTo={to}",                                s -> s.of(Measure.DUE_CLOSED)),
  DUE_CLOSED_ON_TIME("dueClosedOnTime",   "按期结案数",  "closed in time",               true,  "place department",                                                   "dueClosedFrom={from}&dueClosedTo={to}&keptLimit=true",                 s -> s.of(Measure.DUE_CLOSED_ON_TIME)),
  CLOSED            ("closed",            "结案数",      "closed in the period",         true,  "place leader acceptor department",                                   "action=CLOSE&actedFrom={from}&actedTo={to}",                           s -> s.of(Measure.CLOSED)),
  CLOSED_ON_TIME    ("closedOnTime",      "期内按期结案数", "closed in the period, handled within the limit", true, "place department",                                 "action=CLOSE&actedFrom={from}&actedTo={to}&keptLimit=true",            s -> s.of(Measure.CLOSED_ON_TIME)),
  CLOSING_ON_TIME   ("closingOnTime",     "按时办理结案数", "closed without delay",       true,  "place leader acceptor",                                              "action=CLOSE&actedLate=false&actedFrom={from}&actedTo={to}",           s -> s.of(Measure.CLOSING_ON_TIME)),
  SELF_HANDLED      ("selfHandled",       "自行处置数",  "self-handled",                 true,  "place collector:reporter={key} leader",                              "action=ARCHIVE&actedFrom={from}&actedTo={to}",                         s -> s.of(Measure.SELF_HANDLED));
  // spotless:on

  private final String code;
  private final String zh;
  private final String en;
  private final boolean cases;
  private final List<String> whose;
  private final String list;
  private final ToLongFunction<Sums> sum;

  Count(
      String code,
      String zh,
      String en,
      boolean cases,
      String whose,
      String list,
      ToLongFunction<Sums> sum) {
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.cases = cases;
    this.whose = List.of(whose.split(" "));
    this.list = list;
    this.sum = sum;
  }

  public String code() {
    return code;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /// Whether cases are counted, each once; else how often something was done.
  public boolean isOfCases() {
    return cases;
  }

  public boolean isOf(ObjectKind kind) {
    return whose.stream().anyMatch(word -> word.split(":", 2)[0].equals(word(kind)));
  }

  private static String word(ObjectKind kind) {
    return kind.isPlace() ? "place" : kind.code();
  }

  public static List<Count> listOf(ObjectKind kind) {
    return Arrays.stream(values()).filter(count -> count.isOf(kind)).toList();
  }

  public static Optional<Count> find(String code) {
    return Arrays.stream(values()).filter(count -> count.code.equals(code)).findFirst();
  }

  public long of(Sums sums) {
    return sum.applyAsLong(sums);
  }

  /// The query string of `GET /api/cases` that lists what is counted, with `{key}` for the object.
  ///
  /// @param suspendedOut as the counts were made
  public String link(ObjectKind kind, Period period, boolean suspendedOut) {
    var own =
        whose.stream()
            .filter(word -> word.startsWith(word(kind) + ":"))
            .map(word -> word.split(":", 2)[1])
            .findFirst()
            .orElse(kind.asks());
    var past = period.lastPast();
    boolean takesOut = suspendedOut && (this == TO_HANDLE || this == TO_CLOSE);
    return ("queue=all&" + own + "&" + list + (takesOut ? "&standing=false" : "") + "&exempt=false")
        .replace("{from}", period.from().toString())
        .replace("{to}", period.through().toString())
        .replace("{past}", past.toString())
        .replace("{after}", past.plusDays(1).toString());
  }
}
