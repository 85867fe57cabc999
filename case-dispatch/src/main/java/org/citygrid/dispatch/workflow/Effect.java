package org.citygrid.dispatch.workflow;

/// What a step sets in motion besides the new state. The caller carries these out in the same
/// transaction that stores the step.
public enum Effect {
  FIX_LIMIT("记录立案条件与时限", "condition fixed, limit copied into the case"),
  ASSIGN_UNIT("确定处置单位", "department assigned"),
  ASSIGN_WORKER("确定处置人员", "given to the worker"),
  RELEASE_WORKER("收回人员分派", "no longer with the worker"),
  NOTE_WORK_DONE("记录完工", "the work is done, the department's desk hands it in"),
  TO_LEADER("转值班长裁定", "the shift leader decides who handles it"),
  CLOCK_START("计时开始", "clock starts"),
  CLOCK_PAUSE("计时暂停", "clock pauses"),
  CLOCK_RESUME("计时恢复", "clock goes on"),
  CLOCK_EXTEND("延长一个原时限", "one original limit more"),
  CLOCK_STOP("计时停止，按时或超时随之确定", "clock stops, on time or late is fixed"),
  TASK_VERIFY("生成核实任务", "verify task to the duty grid's collector"),
  TASK_CHECK("生成核查任务", "check task to the duty grid's collector"),
  ASK("提出申请", "request opened"),
  SETTLE("申请办结", "request settled"),
  ESCALATE("转受理员复核", "request goes on to the acceptor"),
  SUPERVISION("督办意见与回复时限", "opinion and reply date, message to the holder"),
  FOLLOW_MASTER("并入主案件", "linked to the master case"),
  LINKED_CASE("生成关联新案件", "new linked case"),
  CALL_BACK("回复举报人", "reporter is told"),
  COUNT_MISSED("计漏报", "counts as a missed report"),
  COUNT_RETURN("计派遣差错", "counts as a wrong dispatch"),
  COUNT_DENIED_RETURN("可计推诿", "may count as passing the buck"),
  COUNT_EXTENSION("计延期", "extension + 1"),
  COUNT_SUSPENSION("计挂账", "suspension + 1"),
  COUNT_REWORK("计返工", "rework + 1"),
  COUNT_REJECTION("计退回", "rejection + 1"),
  COUNT_APPEAL("计申诉", "the case's one appeal is used"),
  EXEMPT("不计入考评", "still shown late, left out of scores"),
  SELF_HANDLED("自处理单独统计", "counted apart, no department");

  private final String zh;
  private final String en;

  Effect(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
