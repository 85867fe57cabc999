package org.citygrid.dispatch.figure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What a batch of moves adds to the figures, by day and area, in the order of the keys: two
/// batches that meet in the table lock its rows in the same order.
public final class Tally {

  /// @param area duty grid, or division where nobody walks
  record Key(LocalDate day, String area) {}

  private final Map<Key, Map<Figure, Integer>> counts =
      new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::area));

  public void add(LocalDate day, String area, Figure figure) {
    counts
        .computeIfAbsent(new Key(day, area), _ -> new EnumMap<>(Figure.class))
        .merge(figure, 1, Integer::sum);
  }

  Map<Key, Map<Figure, Integer>> counts() {
    return counts;
  }
}
