package org.citygrid.dispatch.workflow;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A condition on the facts that a step must meet. The words complete "refused, because …".
public enum Guard {
  // spotless:off  the columns are the meaning
  NOTHING_ASKED      ("已有待审批的申请",         "a request is still undecided"),
  EXTENSION_ASKED    ("没有待审批的延期申请",     "no extension has been asked for"),
  SUSPENSION_ASKED   ("没有待审批的挂账申请",     "no suspension has been asked for"),
  APPEAL_ASKED       ("没有待审批的申诉",         "no appeal waits for the dispatcher"),
  APPEAL_ESCALATED   ("没有待复核的申诉",         "no appeal waits for the acceptor"),
  REWORK_ASKED       ("没有待确认的返工",         "no failed check waits to be confirmed"),
  REWORK_CONFIRMED   ("返工无须确认",             "failed checks need no confirmation here"),
  REWORK_UNCONFIRMED ("返工须经受理员确认",       "a failed check must be confirmed here"),
  BEFORE_DEADLINE    ("已超过处置时限",           "the deadline has passed"),
  EXTENSIONS_LEFT    ("延期次数已用完",           "no further extension may be granted"),
  SUSPENSIONS_LEFT   ("挂账次数已用完",           "no further suspension may be granted"),
  UNTIL_IN_REACH     ("挂账期限须在一年以内的将来", "the date must lie ahead, within a year"),
  RESUME_DUE         ("恢复日期未到",             "the date of resuming has not come"),
  NOT_OWN_WORK       ("处置人、派遣人不得核查本案", "who handled or dispatched a case may not check it"),
  NOT_OWN_FILING     ("立案人不得结案",           "who filed the case may not close it"),
  COLLECTOR_ON_DUTY  ("没有在岗采集员可派",       "no collector is on duty to be sent"),
  VERIFIED           ("公众上报须先核实",         "a public report must be verified first"),
  SAME_CLASS         ("主案件小类不同",           "the master is of another minor class"),
  FIT_MASTER         ("该案件不能作主案件",       "that case cannot be a master"),
  LATE               ("本案未超时",               "the case was not late"),
  RETURNS_LEFT       ("退单次数已达上限",         "it has been sent back as often as it may"),
  HOP_LEFT           ("退单达到上限，转值班长裁定", "with this return the limit is reached"),
  LAST_HOP           ("退单未达上限",             "the limit of returns is not reached"),
  NOT_ESCALATED      ("须由值班长裁定责任单位",   "the shift leader decides who handles it"),
  ESCALATED          ("由派遣员派遣",             "the dispatcher decides who handles it"),
  WORKER_FITS        ("不是本部门的处置人员",     "that is no worker of this department"),
  WORKER_HAS_IT      ("没有分派给人员",           "it is not with a worker"),
  NO_WORKER          ("须先收回人员分派",         "it must be taken back from the worker first"),
  WORK_OPEN          ("已回单",                   "the work has been told as done"),
  WORK_FINISHED      ("处置人员尚未回单",         "the worker has not told that the work is done"),
  NOT_APPEALED       ("本案已申诉过",             "the case has been appealed before");
  // spotless:on

  private final String zh;
  private final String en;

  Guard(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  boolean holds(Facts facts, Doer doer, Policy policy) {
    return switch (this) {
      case NOTHING_ASKED -> facts.request() == Request.NONE;
      case EXTENSION_ASKED -> facts.request() == Request.EXTENSION;
      case SUSPENSION_ASKED -> facts.request() == Request.SUSPENSION;
      case APPEAL_ASKED -> facts.request() == Request.APPEAL;
      case APPEAL_ESCALATED -> facts.request() == Request.APPEAL_CONFIRMATION;
      case REWORK_ASKED -> facts.request() == Request.REWORK;
      case REWORK_CONFIRMED -> policy.reworkConfirmed();
      case REWORK_UNCONFIRMED -> !policy.reworkConfirmed();
      case BEFORE_DEADLINE -> facts.dueAt() != null && !facts.at().isAfter(facts.dueAt());
      case EXTENSIONS_LEFT -> facts.rounds().extensions() < policy.extensions();
      case SUSPENSIONS_LEFT -> facts.rounds().suspensions() < policy.suspensions();
      case UNTIL_IN_REACH -> untilInReach(facts, policy);
      case RESUME_DUE -> resumeDue(facts, doer);
      case NOT_OWN_WORK -> isNewTo(doer, facts.hands());
      case NOT_OWN_FILING -> !policy.closedByAnother() || !isOne(doer, facts.hands().filedBy());
      case COLLECTOR_ON_DUTY -> facts.given().collector() != null;
      case VERIFIED -> !policy.publicVerified() || !facts.fromPublic() || facts.verified();
      case SAME_CLASS -> facts.given().master() == null || facts.given().master().sameClass();
      case FIT_MASTER -> facts.given().master() == null || facts.given().master().fit();
      case LATE -> facts.late();
      case RETURNS_LEFT -> facts.rounds().hops() < policy.returns();
      case HOP_LEFT -> facts.rounds().hops() + 1 < policy.returns();
      case LAST_HOP -> facts.rounds().hops() + 1 >= policy.returns();
      case NOT_ESCALATED -> !facts.rounds().escalated();
      case ESCALATED -> facts.rounds().escalated();
      case WORKER_FITS -> facts.given().worker() == null || facts.given().worker().ofUnit();
      case WORKER_HAS_IT -> facts.hands().staff() != null;
      case NO_WORKER -> facts.hands().staff() == null;
      case WORK_OPEN -> !facts.hands().staffDone();
      case WORK_FINISHED -> facts.hands().staff() == null || facts.hands().staffDone();
      case NOT_APPEALED -> !facts.rounds().appealed();
    };
  }

  private static boolean untilInReach(Facts facts, Policy policy) {
    var until = facts.given().until();
    return until == null
        || (until.isAfter(facts.at()) && !until.isAfter(facts.at().plus(policy.longest())));
  }

  /// A dispatcher may resume at any time, the timer only when the date has come.
  private static boolean resumeDue(Facts facts, Doer doer) {
    return !doer.posts().contains(Post.SYSTEM)
        || facts.suspendedUntil() == null
        || !facts.at().isBefore(facts.suspendedUntil());
  }

  /// Neither dispatched it nor did the work.
  private static boolean isNewTo(Doer doer, Facts.Hands hands) {
    return !isOne(doer, hands.handledBy()) && !isOne(doer, hands.dispatchedBy());
  }

  private static boolean isOne(Doer doer, @Nullable String userName) {
    return Objects.equals(doer.userName(), userName);
  }
}
