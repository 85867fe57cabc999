package org.citygrid.dispatch.evaluation.scheme;

import java.util.Arrays;
import java.util.Optional;

/// What can be evaluated: areas, departments, posts as the people who hold them.
public enum ObjectKind {
  // spotless:off  the columns are the meaning
  //          code          in figures    a case list asks   zh           en
  DEPARTMENT ("department", "unit",       "unit={key}",      "专业部门",  "departments"),
  COLLECTOR  ("collector",  "collector",  "",                "采集员",    "collectors"),
  ACCEPTOR   ("acceptor",   "acceptor",   "actor={key}",     "受理员",    "acceptors"),
  LEADER     ("leader",     "leader",     "actor={key}",     "值班长",    "shift leaders"),
  DISPATCHER ("dispatcher", "dispatcher", "actor={key}",     "派遣员",    "dispatchers"),
  GRID       ("grid",       "grid",       "grid={key}",      "责任网格",  "duty grids"),
  CELL       ("cell",       "cell",       "cell={key}",      "单元网格",  "unit grids"),
  COMMUNITY  ("community",  "community",  "division={key}",  "社区",      "communities"),
  TOWN       ("town",       "town",       "division={key}",  "全镇",      "the whole town");
  // spotless:on

  private final String code;
  private final String figures;
  private final String asks;
  private final String zh;
  private final String en;

  ObjectKind(String code, String figures, String asks, String zh, String en) {
    this.code = code;
    this.figures = figures;
    this.asks = asks;
    this.zh = zh;
    this.en = en;
  }

  public String code() {
    return code;
  }

  /// The kind its figures are kept under.
  public String figures() {
    return figures;
  }

  /// How a list of cases is narrowed to one of them.
  public String asks() {
    return asks;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  public boolean isPlace() {
    return this == GRID || this == CELL || this == COMMUNITY || this == TOWN;
  }

  public boolean isPerson() {
    return this == COLLECTOR || this == ACCEPTOR || this == LEADER || this == DISPATCHER;
  }

  public static Optional<ObjectKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
