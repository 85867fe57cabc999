package org.citygrid.asset.survey;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/// Degrees that can be true: longitude first, and on the globe.
final class Coordinates {
  static final int CGCS2000 = 4490;
  static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), CGCS2000);

  private Coordinates() {}

  /// What is wrong with a position; empty (null) when nothing is.
  static @Nullable String fault(double lon, double lat) {
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      return "must be numbers";
    }
    if (Math.abs(lon) <= 90 && Math.abs(lat) > 90 && Math.abs(lat) <= 180) {
      return "longitude comes first; these look swapped";
    }
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      return Math.abs(lon) > 1000 || Math.abs(lat) > 1000
          ? "must be degrees; these look like metres"
          : "must be longitude within 180 and latitude within 90 degrees";
    }
    return lon == 0 && lat == 0 ? "zero, zero is where positions go that nobody filled in" : null;
  }

  static Coordinate coordinate(double lon, double lat) {
    return new Coordinate(lon, lat);
  }
}
