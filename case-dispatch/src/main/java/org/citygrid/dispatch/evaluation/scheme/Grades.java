package org.citygrid.dispatch.evaluation.scheme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Which score gets which grade: the letters from A on, each with the least score it takes; the
/// last takes all that is left.
///
/// @param leasts by letter, falling, the last 0
public record Grades(List<Double> leasts) {
  /// A from 90, B from 75, C from 60, D from 40, E below.
  public static final Grades USUAL = new Grades(List.of(90d, 75d, 60d, 40d, 0d));

  private static final int FEWEST = 2;

  /// @throws IllegalArgumentException unless [#areSound]
  public Grades {
    leasts = List.copyOf(leasts);
    if (!areSound(leasts)) {
      throw new IllegalArgumentException("no grades: " + leasts);
    }
  }

  /// Two to five of them, falling from below 100 to 0.
  public static boolean areSound(List<Double> leasts) {
    if (leasts.size() < FEWEST || leasts.size() > Grade.values().length) {
      return false;
    }
    double above = 100;
    for (double least : leasts) {
      if (!(least < above)) {
        return false;
      }
      above = least;
    }
    return above == 0;
  }

  /// From the best down.
  public List<Grade> letters() {
    return List.of(Grade.values()).subList(0, leasts.size());
  }

  /// The least score of a grade.
  public double from(Grade grade) {
    return leasts.get(grade.ordinal());
  }

  /// By the score as it is shown, rounded to two digits: nobody reads 90.00 beside a B.
  public Grade of(double score) {
    double shown = BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).doubleValue();
    return letters().stream()
        .filter(grade -> shown >= from(grade))
        .findFirst()
        .orElse(letters().getLast());
  }
}
