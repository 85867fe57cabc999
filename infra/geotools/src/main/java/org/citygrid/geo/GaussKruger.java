package org.citygrid.geo;

import static java.lang.Math.asin;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.cosh;
import static java.lang.Math.hypot;
import static java.lang.Math.log1p;
import static java.lang.Math.sin;
import static java.lang.Math.sinh;
import static java.lang.Math.sqrt;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

import org.locationtech.jts.geom.Coordinate;

/// Gauss-Krüger metres on the CGCS2000 ellipsoid, by Krüger's series (1912) to the fourth order in
/// n.
///
/// The same numbers as EPSG:4547 and its neighbours to within a millimetre, within 4 degrees of the
/// central meridian, without loading GeoTools: for hot paths and for measuring. Easting before
/// northing; false easting 500,000 m; scale 1 on the central meridian.
public final class GaussKruger {
  private static final double SEMI_MAJOR_METRES = 6378137.0;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double FALSE_EASTING = 500_000;

  private static final double N = FLATTENING / (2 - FLATTENING);
  private static final double ECCENTRICITY = sqrt(FLATTENING * (2 - FLATTENING));
  private static final double RADIUS =
      SEMI_MAJOR_METRES / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

  // spotless:off  one line an order
  private static final double[] FORWARD = {
    N / 2 - 2 * pow(2) / 3 + 5 * pow(3) / 16 + 41 * pow(4) / 180,
    13 * pow(2) / 48 - 3 * pow(3) / 5 + 557 * pow(4) / 1440,
    61 * pow(3) / 240 - 103 * pow(4) / 140,
    49561 * pow(4) / 161280,
  };
  private static final double[] BACK = {
    N / 2 - 2 * pow(2) / 3 + 37 * pow(3) / 96 - pow(4) / 360,
    pow(2) / 48 + pow(3) / 15 - 437 * pow(4) / 1440,
    17 * pow(3) / 480 - 37 * pow(4) / 840,
    4397 * pow(4) / 161280,
  };
  // spotless:on

  private final double centralMeridian;

  /// @param centralMeridian degrees east; 114 is EPSG:4547
  public GaussKruger(double centralMeridian) {
    this.centralMeridian = centralMeridian;
  }

  /// From CGCS2000 degrees to x = easting, y = northing in metres.
  public Coordinate toMetres(double lon, double lat) {
    double sine = sin(toRadians(lat));
    double conformal = sinh(atanh(sine) - ECCENTRICITY * atanh(ECCENTRICITY * sine));
    double turn = toRadians(lon - centralMeridian);
    double xi = atan2(conformal, cos(turn));
    double eta = asinh(sin(turn) / hypot(conformal, cos(turn)));
    double north = xi;
    double east = eta;
    for (int order = 1; order <= FORWARD.length; order++) {
      north += FORWARD[order - 1] * sin(2 * order * xi) * cosh(2 * order * eta);
      east += FORWARD[order - 1] * cos(2 * order * xi) * sinh(2 * order * eta);
    }
    return new Coordinate(FALSE_EASTING + RADIUS * east, RADIUS * north);
  }

  /// From easting and northing in metres back to CGCS2000 degrees.
  public LonLat toDegreesFrom(double easting, double northing) {
    double north = northing / RADIUS;
    double east = (easting - FALSE_EASTING) / RADIUS;
    double xi = north;
    double eta = east;
    for (int order = 1; order <= BACK.length; order++) {
      xi -= BACK[order - 1] * sin(2 * order * north) * cosh(2 * order * east);
      eta -= BACK[order - 1] * cos(2 * order * north) * sinh(2 * order * east);
    }
    double conformal = asin(sin(xi) / cosh(eta));
    return new LonLat(
        centralMeridian + toDegrees(atan2(sinh(eta), cos(xi))), toDegrees(geodetic(conformal)));
  }

  private static double geodetic(double conformal) {
    double target = atanh(sin(conformal));
    double sine = sin(conformal);
    for (int round = 0; round < 6; round++) {
      sine = Math.tanh(target + ECCENTRICITY * atanh(ECCENTRICITY * sine));
    }
    return asin(sine);
  }

  private static double pow(int exponent) {
    return Math.pow(N, exponent);
  }

  private static double atanh(double value) {
    return 0.5 * log1p(2 * value / (1 - value));
  }

  private static double asinh(double value) {
    return Math.copySign(log1p(Math.abs(value) + value * value / (1 + hypot(1, value))), value);
  }
}
