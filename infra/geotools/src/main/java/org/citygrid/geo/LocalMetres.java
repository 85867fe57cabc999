package org.citygrid.geo;

/// Metres near one parallel of latitude, from degrees, by two multiplications.
///
/// Good to about 0.1 % within 50 km north or south of the latitude it was made for: enough to rank
/// neighbours and to say "about 40 m away", not to survey.
public final class LocalMetres {
  private static final double SEMI_MAJOR_METRES = 6378137.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669438002290;

  private final double perDegreeEast;
  private final double perDegreeNorth;

  /// @param lat the latitude around which distances are wanted, degrees
  public LocalMetres(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    double curve = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double parallelRadius = SEMI_MAJOR_METRES / Math.sqrt(curve) * Math.cos(Math.toRadians(lat));
    double meridianRadius =
        SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (curve * Math.sqrt(curve));
    perDegreeEast = Math.toRadians(parallelRadius);
    perDegreeNorth = Math.toRadians(meridianRadius);
  }

  /// Metres in one degree of longitude.
  public double perDegreeEast() {
    return perDegreeEast;
  }

  /// Metres in one degree of latitude.
  public double perDegreeNorth() {
    return perDegreeNorth;
  }

  /// Metres between two places, both in degrees.
  public double distance(double lon1, double lat1, double lon2, double lat2) {
    return Math.hypot((lon2 - lon1) * perDegreeEast, (lat2 - lat1) * perDegreeNorth);
  }
}
