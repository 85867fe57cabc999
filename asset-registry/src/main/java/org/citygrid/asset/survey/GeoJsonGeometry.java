package org.citygrid.asset.survey;

import static org.citygrid.asset.survey.Coordinates.GEOMETRIES;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/// Turns GeoJSON geometries (RFC 7946 §3.1, collections aside) into JTS ones; heights are dropped.
final class GeoJsonGeometry {
  private GeoJsonGeometry() {}

  /// @throws IllegalArgumentException saying what is wrong with it
  static Geometry read(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    String type = geometry.path("type").asString("");
    return switch (type) {
      case "Point" -> GEOMETRIES.createPoint(position(coordinates));
      case "MultiPoint" -> GEOMETRIES.createMultiPointFromCoords(positions(coordinates));
      case "LineString" -> line(coordinates);
      case "MultiLineString" ->
          GEOMETRIES.createMultiLineString(
              each(coordinates, GeoJsonGeometry::line).toArray(LineString[]::new));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" ->
          GEOMETRIES.createMultiPolygon(
              each(coordinates, GeoJsonGeometry::polygon).toArray(Polygon[]::new));
      default -> throw new IllegalArgumentException("\"" + type + "\" is not a geometry type here");
    };
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> read = each(rings, GeoJsonGeometry::ring);
    if (read.isEmpty()) {
      throw new IllegalArgumentException("a polygon needs a ring");
    }
    return GEOMETRIES.createPolygon(
        read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(JsonNode positions) {
    return GEOMETRIES.createLinearRing(positions(positions));
  }

  private static LineString line(JsonNode positions) {
    return GEOMETRIES.createLineString(positions(positions));
  }

  private static Coordinate[] positions(JsonNode positions) {
    return each(positions, GeoJsonGeometry::position).toArray(Coordinate[]::new);
  }

  private static Coordinate position(JsonNode position) {
    if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
      throw new IllegalArgumentException("a position must be two numbers, longitude and latitude");
    }
    return new Coordinate(position.path(0).doubleValue(), position.path(1).doubleValue());
  }

  private static <T> List<T> each(JsonNode array, java.util.function.Function<JsonNode, T> read) {
    if (!array.isArray()) {
      throw new IllegalArgumentException("coordinates must be an array");
    }
    List<T> parts = new ArrayList<>(array.size());
    array.forEach(part -> parts.add(read.apply(part)));
    return parts;
  }
}
