package org.citygrid.geo;

import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;

/// BD-09, the second shift that one Chinese map service lays over GCJ-02 (some 600 to 1300 m). The
/// identity outside the box in which [Gcj02] applies.
public final class Bd09 {
  private static final double TURN = Math.PI * 3000 / 180;

  private Bd09() {}

  /// From GCJ-02 to BD-09. Exact: this is the formula in general use.
  public static LonLat fromGcj02(LonLat place) {
    if (!Gcj02.insideChina(place)) {
      return place;
    }
    double radius = hypot(place.lon(), place.lat()) + 0.00002 * sin(place.lat() * TURN);
    double angle = atan2(place.lat(), place.lon()) + 0.000003 * cos(place.lon() * TURN);
    return new LonLat(radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006);
  }

  /// From BD-09 back to GCJ-02, by iteration, to well within a millimetre.
  public static LonLat toGcj02(LonLat place) {
    return Gcj02.insideChina(place) ? Gcj02.undo(Bd09::fromGcj02, place) : place;
  }
}
