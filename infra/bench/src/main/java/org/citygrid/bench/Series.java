package org.citygrid.bench;

import java.util.Arrays;
import java.util.List;

/// What was measured again and again: never empty, sorted.
record Series(List<Double> sorted) {
  Series {
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one value");
    }
    sorted = sorted.stream().sorted().toList();
  }

  static Series of(double... values) {
    return new Series(Arrays.stream(values).boxed().toList());
  }

  double median() {
    return quantile(0.5);
  }

  double lowerQuartile() {
    return quantile(0.25);
  }

  double least() {
    return sorted.getFirst();
  }

  double greatest() {
    return sorted.getLast();
  }

  /// Between two neighbours it lies in proportion, as spreadsheets have it.
  ///
  /// @param part 0 the least, 1 the greatest
  double quantile(double part) {
    double at = part * (sorted.size() - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
  }
}
