package org.citygrid.ogc.features;

import java.util.Optional;
import java.util.stream.Stream;
import org.citygrid.ogc.Clause;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/// The coordinate reference systems in which features are given out and asked for.
///
/// What is stored is CGCS2000 longitude and latitude; WGS 84 is taken for the same, which is true
/// to some centimetres. Coordinates stand in the order that the system's authority lays down:
/// latitude first in EPSG:4326 and 4490, northing first in the Gauss-Krüger zone.
enum Crs {
  CRS84("OGC/1.3/CRS84", "f", "g", false, true, 9),
  WGS84("EPSG/0/4326", "f", "g", true, true, 9),
  CGCS2000("EPSG/0/4490", "f", "g", true, true, 9),
  GAUSS_KRUGER_114(
      "EPSG/0/4547",
      "ST_Transform(f, 4547)",
      "ST_Transform(ST_SetSRID(g, 4547), 4490)",
      true,
      false,
      4),
  WEB_MERCATOR(
      "EPSG/0/3857",
      "ST_Transform(ST_SetSRID(f, 4326), 3857)",
      "ST_Transform(ST_SetSRID(g, 3857), 4326)",
      false,
      false,
      4);

  private static final String PREFIX = "http://www.opengis.net/def/crs/";

  private final String name;
  private final String out;
  private final String in;
  private final boolean northFirst;
  private final boolean degrees;
  private final int decimals;

  Crs(String name, String out, String in, boolean northFirst, boolean degrees, int decimals) {
    this.name = name;
    this.out = out;
    this.in = in;
    this.northFirst = northFirst;
    this.degrees = degrees;
    this.decimals = decimals;
  }

  String uri() {
    return PREFIX + name;
  }

  boolean northFirst() {
    return northFirst;
  }

  boolean degrees() {
    return degrees;
  }

  /// Finds by URI, or by what people write instead: `EPSG:4547`, `[EPSG:4547]`, a URN.
  static Optional<Crs> find(String text) {
    String uri =
        text.replaceFirst("^\\[(.*)]$", "$1")
            .replaceFirst("^https:", "http:")
            .replaceFirst("^urn:ogc:def:crs:OGC:[^:]*:CRS84$", PREFIX + "OGC/1.3/CRS84")
            .replaceFirst("^urn:ogc:def:crs:EPSG:[^:]*:", PREFIX + "EPSG/0/")
            .replaceFirst("^EPSG:", PREFIX + "EPSG/0/")
            .replaceFirst("^(?:OGC:)?CRS84$", PREFIX + "OGC/1.3/CRS84");
    return Stream.of(values()).filter(crs -> crs.uri().equals(uri)).findFirst();
  }

  /// GeoJSON of a stored geometry in this system.
  String geoJson(String column) {
    String there = out.replaceAll("\\bf\\b", column);
    return "ST_AsGeoJSON(%s, %d, 0)"
        .formatted(northFirst ? "ST_FlipCoordinates(" + there + ")" : there, decimals);
  }

  /// A geometry given in this system, as an expression in EPSG:4490.
  Clause stored(Geometry given) {
    Geometry eastFirst = northFirst ? flipped(given) : given;
    byte[] wkb = new WKBWriter().write(eastFirst);
    return Clause.of(
        "ST_SetSRID(" + in.replaceAll("\\bg\\b", "ST_GeomFromWKB(?)") + ", 4490)", wkb);
  }

  private static Geometry flipped(Geometry given) {
    Geometry copy = given.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence vertices, int at) {
            Coordinate vertex = vertices.getCoordinateCopy(at);
            vertices.setOrdinate(at, CoordinateSequence.X, vertex.y);
            vertices.setOrdinate(at, CoordinateSequence.Y, vertex.x);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
