package org.citygrid.data.day;

import java.util.List;

/// A collector on the round through the own duty grid: where one is follows from the time.
record Patrol(String collector, List<Place> round) {

  private static final long SECONDS_A_SPOT = 25;

  /// @param second of simulated time
  Place at(long second) {
    long step = second / SECONDS_A_SPOT + collector.hashCode();
    return round.get((int) Math.floorMod(step, (long) round.size()));
  }
}
