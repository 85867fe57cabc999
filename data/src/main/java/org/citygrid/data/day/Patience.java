package org.citygrid.data.day;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How long people let a thing lie before they take it up: some minutes, never at once, so that a
/// person who is trying things is not overtaken.
final class Patience {

  private final double speed;
  private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();

  Patience(double speed) {
    this.speed = speed;
  }

  /// Whether the thing has waited its time since it was first seen.
  ///
  /// @param thing what waits, with its state, so that each state has its own wait
  boolean isOver(String thing, Duration least, Duration most) {
    long now = System.nanoTime();
    if (firstSeen.size() > 50_000) {
      firstSeen.clear();
    }
    long since = firstSeen.computeIfAbsent(thing, _ -> now);
    double chance = (Integer.reverse(thing.hashCode() * 0x9e3779b9) >>> 1) / (double) (1L << 31);
    double wait = least.toNanos() + chance * (most.toNanos() - least.toNanos());
    return now - since >= wait / speed;
  }

  void forget(String thing) {
    firstSeen.remove(thing);
  }
}
