package org.citygrid.dispatch.workflow;

/// What somebody may do to a case. The key is the letter that does it at the desk.
public enum Action {
  // spotless:off  the columns are the meaning
  REPORT             ("上报",       "report",               ""),
  REGISTER           ("登记",       "register",             ""),
  SEND_VERIFY        ("发核实",     "send to verify",       "V"),
  VERIFY_TRUE        ("核实属实",   "verified as true",     "T"),
  VERIFY_FALSE       ("核实不属实", "verified as untrue",   "F"),
  REFUSE             ("不予受理",   "refuse",               "R"),
  LINK               ("重复上报",   "link to a duplicate",  "L"),
  ACCEPT             ("受理",       "accept",               "A"),
  FILE               ("立案",       "file",                 "F"),
  RETURN_TO_ACCEPTOR ("回退受理",   "return to acceptor",   "B"),
  REFUSE_FILING      ("不予立案",   "refuse to file",       "R"),
  DISPATCH           ("派遣",       "dispatch",             "D"),
  ASK_VOID           ("申请作废",   "ask to void",          "V"),
  GRANT_VOID         ("同意作废",   "grant voiding",        "G"),
  DENY_VOID          ("不同意作废", "deny voiding",         "N"),
  ASK_RETURN         ("申请退单",   "ask to return",        "R"),
  GRANT_RETURN       ("同意退单",   "grant the return",     "G"),
  DENY_RETURN        ("不同意退单", "deny the return",      "N"),
  ASK_EXTENSION      ("申请延期",   "ask for extension",    "E"),
  GRANT_EXTENSION    ("同意延期",   "grant the extension",  "G"),
  DENY_EXTENSION     ("不同意延期", "deny the extension",   "N"),
  ASK_SUSPENSION     ("申请挂账",   "ask for suspension",   "S"),
  GRANT_SUSPENSION   ("同意挂账",   "grant the suspension", "G"),
  DENY_SUSPENSION    ("不同意挂账", "deny the suspension",  "N"),
  ASSIGN_WORK        ("分派人员",   "give to a worker",     "W"),
  WITHDRAW_WORK      ("收回分派",   "take back from the worker", "B"),
  WORK_DONE          ("完工回单",   "work done",            "H"),
  HAND_BACK          ("退回部门",   "hand back to the desk", "B"),
  RESUME             ("恢复",       "resume",               "R"),
  HAND_IN            ("处置反馈",   "hand in the result",   "H"),
  REJECT_RESULT      ("退回处置",   "reject the result",    "R"),
  SEND_CHECK         ("发核查",     "send to check",        "C"),
  CHECK_PASS         ("核查通过",   "check passed",         "P"),
  CHECK_FAIL         ("核查不通过", "check failed",         "F"),
  CONFIRM_REWORK     ("确认返工",   "confirm the rework",   "K"),
  CLOSE              ("结案",       "close",                "C"),
  RETURN_TO_CHECK    ("退回核查",   "return to check",      "B"),
  SELF_HANDLE        ("自行处置",   "handle oneself",       ""),
  ARCHIVE            ("归档",       "archive",              "A"),
  NOT_VALID          ("自处理无效", "not validly handled",  "N"),
  SUPERVISE          ("督办",       "supervise",            "U"),
  APPEAL             ("申诉",       "appeal",               "P"),
  GRANT_APPEAL       ("同意申诉",   "grant the appeal",     "G"),
  DENY_APPEAL        ("不同意申诉", "deny the appeal",      "N"),
  REOPEN             ("重开",       "reopen",               "O");
  // spotless:on

  private final String zh;
  private final String en;
  private final String key;

  Action(String zh, String en, String key) {
    this.zh = zh;
    this.en = en;
    this.key = key;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  public String key() {
    return key;
  }
}
