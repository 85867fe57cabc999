package org.citygrid.bench;

import java.util.ArrayList;
import java.util.List;

/// Ours and the baseline in turns, A B A B, so that whatever slows the machine slows both. Values
/// are rates: more is better. The ratio of a pair is ours over the baseline that followed it.
record Comparison(Series ours, Series baseline, Series ratio) {

  /// Measures once; the value is a rate.
  @FunctionalInterface
  interface Run {
    double measure() throws Exception;
  }

  /// One run of each goes before the pairs and is not counted: it warms both up.
  static Comparison inTurns(int pairs, Run ours, Run baseline) throws Exception {
    ours.measure();
    baseline.measure();
    List<Double> a = new ArrayList<>();
    List<Double> b = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      a.add(ours.measure());
      b.add(baseline.measure());
    }
    return of(a, b);
  }

  static Comparison of(List<Double> ours, List<Double> baseline) {
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < ours.size(); pair++) {
      ratios.add(ours.get(pair) / baseline.get(pair));
    }
    return new Comparison(new Series(ours), new Series(baseline), new Series(ratios));
  }
}
