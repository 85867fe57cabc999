package org.citygrid.dispatch.evaluation.scheme;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The grade of a score, each with its colour on the map.
public enum Grade {
  // spotless:off  the columns are the meaning
  A (90, "#2e7d32", "优秀",   "excellent"),
  B (75, "#7cb342", "良好",   "good"),
  C (60, "#f9a825", "合格",   "fair"),
  D (40, "#ef6c00", "较差",   "poor"),
  E ( 0, "#c62828", "差",     "bad");
  // spotless:on

  private final int from;
  private final String colour;
  private final String zh;
  private final String en;

  Grade(int from, String colour, String zh, String en) {
    this.from = from;
    this.colour = colour;
    this.zh = zh;
    this.en = en;
  }

  /// The least score it takes.
  public int from() {
    return from;
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

  /// By the score as it is shown, rounded to two digits: nobody reads 90.00 beside a B.
  public static Grade of(double score) {
    double shown = BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).doubleValue();
    for (var grade : values()) {
      if (shown >= grade.from) {
        return grade;
      }
    }
    return E;
  }
}
