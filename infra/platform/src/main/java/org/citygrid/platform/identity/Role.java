package org.citygrid.platform.identity;

/// The posts of grid-based management (GB/T 30428.8; Chinese terms in docs/glossary.md).
public enum Role {
  /// 信息采集员: finds, reports, verifies and checks on the spot, in one duty grid.
  COLLECTOR("/field/"),
  /// 受理员: registers, accepts, refuses, links, sends verify and check tasks.
  ACCEPTOR("/desk/"),
  /// 值班长: files, closes, decides voids.
  SHIFT_LEADER("/desk/"),
  /// 派遣员: dispatches, decides returns, extensions, suspensions.
  DISPATCHER("/desk/"),
  /// 专业部门: handles what is dispatched to its unit.
  DEPARTMENT("/unit/"),
  /// 处置人员: does the work that the department gives them, on the phone.
  WORKER("/unit/"),
  /// 督查 and leaders: read all, supervise.
  INSPECTOR("/desk/"),
  /// Evaluates periods and publishes results; changes no case.
  EVALUATOR("/board/"),
  /// Users, classes, limits, calendar, grids, components; never a case's past.
  ADMINISTRATOR("/admin/");

  private final String home;

  Role(String home) {
    this.home = home;
  }

  /// The page on which this role's day begins.
  public String home() {
    return home;
  }
}
