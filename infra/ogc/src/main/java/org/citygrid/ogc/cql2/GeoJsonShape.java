package org.citygrid.ogc.cql2;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/// A geometry written as GeoJSON.
record GeoJsonShape(JsonNode node) {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  Geometry read() {
    try {
      return Literals.finite(read(node, 0));
    } catch (IllegalArgumentException wrong) {
      throw new UnreadableFilter("a geometry cannot be read: " + wrong.getMessage());
    }
  }

  private static Geometry read(JsonNode shape, int depth) {
    Limits.checkDepth(depth * 10);
    JsonNode at = shape.path("coordinates");
    return switch (shape.path("type").asString("")) {
      case "Point" -> point(at);
      case "LineString" -> line(at);
      case "Polygon" -> polygon(at);
      case "MultiPoint" ->
          FACTORY.createMultiPoint(list(at).map(GeoJsonShape::point).toArray(Point[]::new));
      case "MultiLineString" ->
          FACTORY.createMultiLineString(
              list(at).map(GeoJsonShape::line).toArray(LineString[]::new));
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(list(at).map(GeoJsonShape::polygon).toArray(Polygon[]::new));
      case "GeometryCollection" ->
          FACTORY.createGeometryCollection(
              list(shape.path("geometries"))
                  .map(one -> read(one, depth + 1))
                  .toArray(Geometry[]::new));
      default -> throw new IllegalArgumentException("its type is not known");
    };
  }

  private static Point point(JsonNode at) {
    return FACTORY.createPoint(vertex(at));
  }

  private static LineString line(JsonNode at) {
    return FACTORY.createLineString(vertices(at));
  }

  private static Polygon polygon(JsonNode at) {
    LinearRing[] rings =
        list(at).map(ring -> FACTORY.createLinearRing(vertices(ring))).toArray(LinearRing[]::new);
    if (rings.length == 0) {
      throw new IllegalArgumentException("a polygon has no ring");
    }
    return FACTORY.createPolygon(rings[0], java.util.Arrays.copyOfRange(rings, 1, rings.length));
  }

  private static Coordinate[] vertices(JsonNode at) {
    return list(at).map(GeoJsonShape::vertex).toArray(Coordinate[]::new);
  }

  private static Coordinate vertex(JsonNode at) {
    if (!at.path(0).isNumber() || !at.path(1).isNumber()) {
      throw new IllegalArgumentException("a position needs two numbers");
    }
    return new Coordinate(at.path(0).doubleValue(), at.path(1).doubleValue());
  }

  private static java.util.stream.Stream<JsonNode> list(JsonNode at) {
    if (!at.isArray()) {
      throw new IllegalArgumentException("a list of positions is missing");
    }
    return at.valueStream();
  }
}
