package org.citygrid.dispatch.workflow;

/// A post in the closed loop (岗位): who may take a step, as the city's rules name it.
///
/// Administrators and evaluators hold no post: they never move a case.
public enum Post {
  COLLECTOR("采集员", "collector"),
  ACCEPTOR("受理员", "acceptor"),
  SHIFT_LEADER("值班长", "shift leader"),
  DISPATCHER("派遣员", "dispatcher"),
  DEPARTMENT("专业部门", "department"),
  /// Does the work for a department, on the phone.
  WORKER("处置人员", "department worker"),
  INSPECTOR("督察员", "inspector"),
  /// Timers and the automatic doors (web, Open311 …) that stand in for an acceptor.
  SYSTEM("系统", "system"),
  /// Nobody's turn: the case is over.
  NOBODY("无", "nobody");

  private final String zh;
  private final String en;

  Post(String zh, String en) {
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
