package org.citygrid.geofile.shapefile;

import org.locationtech.jts.geom.Geometry;

/// The kinds of shape that a Shapefile can be of.
enum ShapeKind {
  POINTS(1, "points"),
  MULTIPOINTS(8, "multipoints"),
  LINES(3, "lines"),
  AREAS(5, "areas"),
  /// A collection, whose members go into files of their own.
  MIXED(0, "");

  private final int code;
  private final String ending;

  ShapeKind(int code, String ending) {
    this.code = code;
    this.ending = ending;
  }

  int code() {
    return code;
  }

  String ending() {
    return ending;
  }

  static ShapeKind of(Geometry geometry) {
    return switch (geometry.getGeometryType()) {
      case Geometry.TYPENAME_POINT -> POINTS;
      case Geometry.TYPENAME_MULTIPOINT -> MULTIPOINTS;
      case Geometry.TYPENAME_LINESTRING,
          Geometry.TYPENAME_LINEARRING,
          Geometry.TYPENAME_MULTILINESTRING ->
          LINES;
      case Geometry.TYPENAME_POLYGON, Geometry.TYPENAME_MULTIPOLYGON -> AREAS;
      default -> MIXED;
    };
  }
}
