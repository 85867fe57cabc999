package org.citygrid.dispatch.oversight;

import org.citygrid.platform.text.LocalText;

/// Why a case does not go on by itself, and the one thing to do about it. The names are those of
/// `dispatch.stuck_case`.
enum Reason {
  // spotless:off  the columns are the meaning
  NOBODY ("没有人能办：轮到的岗位、部门或采集员没有可用账号", "nobody can act: whose turn it is has no active account",
          "启用一个账号，或改派",               "switch on an account, or send it elsewhere"),
  HOPS   ("来回次数过多：退单、返工、退回接近或达到上限",   "sent back too often: returns, reworks and rejections reach the limit",
          "由值班长裁定责任单位",               "let the shift leader decide who is responsible"),
  SILENT ("长时间没有人办理",                           "nobody has moved it for too long",
          "督办当前办理人",                     "chase whoever has it"),
  REQUEST("申请久未审批",                               "a request waits too long for its decision",
          "审批或催办申请",                     "decide the request, or chase who decides"),
  CHASE  ("督办到期未回复",                             "a chase was not answered in time",
          "再次督办或当面催办",                 "chase again, or call");
  // spotless:on

  private final LocalText why;
  private final LocalText todo;

  Reason(String zh, String en, String todoZh, String todoEn) {
    this.why = new LocalText(zh, en);
    this.todo = new LocalText(todoZh, todoEn);
  }

  LocalText why() {
    return why;
  }

  LocalText todo() {
    return todo;
  }
}
