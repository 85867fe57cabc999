package org.citygrid.geo;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

import java.util.function.UnaryOperator;

/// GCJ-02, the shifted datum of Chinese map services and phones: up to some 700 m off WGS-84.
///
/// The formula is the one in general use; it has no official text. It applies inside the box 72.004
/// to 137.8347 degrees east, 0.8293 to 55.8271 north, which everybody takes for "inside China"
/// although it reaches over the neighbours. Outside the box both directions are the identity.
public final class Gcj02 {
  private static final double SEMI_MAJOR_METRES = 6378245.0; // Krassowsky 1940
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
  private static final double CLOSE_ENOUGH_DEGREES = 1e-11;
  private static final int MOST_ROUNDS = 50;

  private Gcj02() {}

  /// From WGS-84 to GCJ-02. Exact: this is the definition.
  public static LonLat fromWgs84(LonLat place) {
    if (!insideChina(place)) {
      return place;
    }
    double x = place.lon() - 105;
    double y = place.lat() - 35;
    double wave = sin(toRadians(place.lat()));
    double curve = 1 - ECCENTRICITY_SQUARED * wave * wave;
    double metresNorth = northShift(x, y);
    double metresEast = eastShift(x, y);
    double meridianRadius = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (curve * sqrt(curve));
    double parallelRadius = SEMI_MAJOR_METRES / sqrt(curve) * cos(toRadians(place.lat()));
    return new LonLat(
        place.lon() + Math.toDegrees(metresEast / parallelRadius),
        place.lat() + Math.toDegrees(metresNorth / meridianRadius));
  }

  /// From GCJ-02 back to WGS-84, by iteration: the answer maps forward onto `place` to well within
  /// a millimetre.
  public static LonLat toWgs84(LonLat place) {
    return insideChina(place) ? undo(Gcj02::fromWgs84, place) : place;
  }

  /// The place that `shift` moves onto `target`; `shift` must be smooth and small.
  static LonLat undo(UnaryOperator<LonLat> shift, LonLat target) {
    LonLat guess = target;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      LonLat reached = shift.apply(guess);
      double east = target.lon() - reached.lon();
      double north = target.lat() - reached.lat();
      if (abs(east) < CLOSE_ENOUGH_DEGREES && abs(north) < CLOSE_ENOUGH_DEGREES) {
        break;
      }
      guess = new LonLat(guess.lon() + east, guess.lat() + north);
    }
    return guess;
  }

  static boolean insideChina(LonLat place) {
    return place.lon() >= 72.004
        && place.lon() <= 137.8347
        && place.lat() >= 0.8293
        && place.lat() <= 55.8271;
  }

  private static double northShift(double x, double y) {
    double trend = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
    return trend
        + ripple(20, 6 * x, 20, 2 * x)
        + ripple(20, y, 40, y / 3)
        + ripple(160, y / 12, 320, y / 30);
  }

  private static double eastShift(double x, double y) {
    double trend = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
    return trend
        + ripple(20, 6 * x, 20, 2 * x)
        + ripple(20, x, 40, x / 3)
        + ripple(150, x / 12, 300, x / 30);
  }

  private static double ripple(double height1, double turns1, double height2, double turns2) {
    return (height1 * sin(turns1 * PI) + height2 * sin(turns2 * PI)) * 2 / 3;
  }
}
