package org.citygrid.dispatch.figure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Cases that were filed and are not yet counted together with those filed at the same spot.
///
/// A case recurs where three or more of its class were filed in one month at one spot; it counts on
/// the day it was filed. So the third makes recurring cases of the first two as well, and every
/// case that comes or leaves changes how its neighbours count.
final class Spots {
  static final int FEWEST = 3;

  private final Map<Spot, Map<UUID, Filed>> filed = new HashMap<>();

  /// @param month its first day, in days since 1970-01-01
  /// @param place the class and where
  record Spot(int month, String place) {}

  /// A case at a spot.
  ///
  /// @param day when it was filed, in days since 1970-01-01
  record Filed(Whose whose, int day, boolean exempt) {}

  /// @param day when it was filed
  void add(Whose whose, int day, boolean exempt) {
    int month = (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
    filed
        .computeIfAbsent(new Spot(month, whose.klass() + " " + whose.spot()), _ -> new HashMap<>())
        .put(whose.id(), new Filed(whose, day, exempt));
  }

  boolean isEmpty() {
    return filed.isEmpty();
  }

  Set<Spot> all() {
    return filed.keySet();
  }

  Map<UUID, Filed> at(Spot spot) {
    return filed.getOrDefault(spot, Map.of());
  }

  void clear() {
    filed.clear();
  }

  /// What changes when those added come to the ones that were there; who is in both has changed.
  void count(Spot spot, Map<UUID, Filed> before, Sums sums) {
    var after = new HashMap<>(before);
    after.putAll(at(spot));
    count(before, -1, sums);
    count(after, 1, sums);
  }

  private static void count(Map<UUID, Filed> all, int sign, Sums sums) {
    if (all.size() < FEWEST) {
      return;
    }
    for (var one : all.values()) {
      one.whose()
          .tellPlaces(
              (kind, key) -> sums.add(kind, key, one.exempt(), one.day(), Measure.RECURRENT, sign));
    }
  }
}
