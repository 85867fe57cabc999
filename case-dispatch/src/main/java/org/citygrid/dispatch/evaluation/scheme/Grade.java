package org.citygrid.dispatch.evaluation.scheme;

/// The grade of a score, each with its colour on the map. From which score a grade is given is the
/// scheme's to say.
public enum Grade {
  // spotless:off  the columns are the meaning
  A ("#2e7d32", "优秀",   "excellent"),
  B ("#7cb342", "良好",   "good"),
  C ("#f9a825", "合格",   "fair"),
  D ("#ef6c00", "较差",   "poor"),
  E ("#c62828", "差",     "bad");
  // spotless:on

  private final String colour;
  private final String zh;
  private final String en;

  Grade(String colour, String zh, String en) {
    this.colour = colour;
    this.zh = zh;
    this.en = en;
  }

  public String colour() {
    return colour;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
