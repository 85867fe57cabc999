package org.citygrid.dispatch.workflow;

/// What an actor must give along with an action.
public enum Need {
  OPINION("意见", "opinion"),
  UNIT("处置单位", "unit"),
  CONDITION("立案条件", "condition"),
  PHOTOS("照片", "photos"),
  UNTIL("截止日期", "until"),
  MASTER("主案件", "master case"),
  STAFF("处置人员", "worker");

  private final String zh;
  private final String en;

  Need(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  boolean isMetBy(Given given) {
    return switch (this) {
      case OPINION -> given.opinion() != null && !given.opinion().isBlank();
      case UNIT -> given.unitCode() != null;
      case CONDITION -> given.conditionId() != null;
      case PHOTOS -> given.photos() > 0;
      case UNTIL -> given.until() != null;
      case MASTER -> given.master() != null;
      case STAFF -> given.worker() != null;
    };
  }
}
