package org.citygrid.dispatch.enquiry.flow;

/// What must be given along with an act.
public enum Need {
  /// What the citizen will read.
  REPLY("answer", "answer"),
  /// Words for colleagues.
  OPINION("opinion", "opinion"),
  UNIT("unit", "unitCode"),
  /// The receipt of the report it goes on as.
  REPORT("report", "reportReceipt");

  private final String code;
  private final String field;

  Need(String code, String field) {
    this.code = code;
    this.field = field;
  }

  /// As offers name it.
  public String code() {
    return code;
  }

  /// The field of the request that carries it.
  public String field() {
    return field;
  }
}
