package org.citygrid.data.town;

/// A flat map around one point: metres east and north of it. Good to about 0.02 % within 20 km,
/// which is all that a generated town needs; measuring for law is the grid service's work.
///
/// @param lon WGS 84 longitude of the origin, degrees
/// @param lat WGS 84 latitude of the origin, degrees
public record LocalMetres(double lon, double lat) {

  private static final double A = 6_378_137.0;
  private static final double E2 = 0.00669437999014;

  public double x(double longitude) {
    return (longitude - lon) * metresPerDegreeEast();
  }

  public double y(double latitude) {
    return (latitude - lat) * metresPerDegreeNorth();
  }

  public double longitude(double x) {
    return round7(lon + x / metresPerDegreeEast());
  }

  public double latitude(double y) {
    return round7(lat + y / metresPerDegreeNorth());
  }

  private double metresPerDegreeEast() {
    double phi = StrictMath.toRadians(lat);
    double sin = StrictMath.sin(phi);
    return StrictMath.toRadians(1) * A * StrictMath.cos(phi) / StrictMath.sqrt(1 - E2 * sin * sin);
  }

  private double metresPerDegreeNorth() {
    double sin = StrictMath.sin(StrictMath.toRadians(lat));
    return StrictMath.toRadians(1) * A * (1 - E2) / StrictMath.pow(1 - E2 * sin * sin, 1.5);
  }

  /// Seven decimals of a degree: about a centimetre.
  private static double round7(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }
}
