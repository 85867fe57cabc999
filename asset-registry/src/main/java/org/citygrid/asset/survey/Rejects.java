package org.citygrid.asset.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rows that were refused: all are counted, the first hundred reasons are kept.
final class Rejects {
  private static final int KEPT = 100;

  private final List<Reject> first = new ArrayList<>();
  private long rows;

  /// Notes one row with everything that is wrong with it.
  void add(List<Reject> reasons) {
    rows++;
    reasons.stream().limit(KEPT - (long) first.size()).forEach(first::add);
  }

  long rows() {
    return rows;
  }

  List<Reject> first() {
    return first.stream().sorted(Comparator.comparingLong(Reject::line)).toList();
  }
}
