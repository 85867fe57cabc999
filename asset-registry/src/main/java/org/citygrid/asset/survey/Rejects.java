package org.citygrid.asset.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citygrid.asset.column.Reject;

/// The rows that were refused: all are counted and told to whoever looks on, the first hundred
/// reasons are kept.
final class Rejects {
  private static final int KEPT = 100;

  private final List<Reject> first = new ArrayList<>();
  private final Watch watch;
  private long rows;

  Rejects(Watch watch) {
    this.watch = watch;
  }

  /// Notes one row with everything that is wrong with it.
  void add(List<Reject> reasons) {
    rows++;
    watch.rejected(reasons);
    reasons.stream().limit(KEPT - (long) first.size()).forEach(first::add);
  }

  long rows() {
    return rows;
  }

  List<Reject> first() {
    return first.stream().sorted(Comparator.comparingLong(Reject::line)).toList();
  }
}
