package org.citygrid.bench;

import org.jspecify.annotations.Nullable;

/// One line of a benchmark's result.
///
/// @param benchmark import, tiles, nearest or features
/// @param what in words
/// @param ours what CityGrid reached
/// @param baselineWhat what it is compared with; null where only the value counts
/// @param target null where nothing is promised
record Finding(
    String benchmark,
    String what,
    Series ours,
    String unit,
    @Nullable String baselineWhat,
    @Nullable Series baseline,
    @Nullable Series ratio,
    @Nullable Target target) {

  /// What is promised: of the ratio's lower quartile where there is a ratio, so that three pairs in
  /// four keep it, else of the value's median.
  record Target(boolean atLeast, double bound) {
    static Target atLeast(double bound) {
      return new Target(true, bound);
    }

    static Target atMost(double bound) {
      return new Target(false, bound);
    }

    boolean isMetBy(double value) {
      return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
      return (atLeast ? "≥ " : "≤ ") + Words.number(bound);
    }
  }

  static Finding compared(
      String benchmark,
      String what,
      String unit,
      String baselineWhat,
      Comparison comparison,
      @Nullable Target target) {
    return new Finding(
        benchmark,
        what,
        comparison.ours(),
        unit,
        baselineWhat,
        comparison.baseline(),
        comparison.ratio(),
        target);
  }

  static Finding alone(
      String benchmark, String what, Series values, String unit, @Nullable Target target) {
    return new Finding(benchmark, what, values, unit, null, null, null, target);
  }

  /// Null where nothing is promised.
  @Nullable Boolean met() {
    if (target == null) {
      return null;
    }
    return target.isMetBy(ratio == null ? ours.median() : ratio.lowerQuartile());
  }
}
