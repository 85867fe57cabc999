package org.citygrid.asset.handin;

import java.util.function.IntFunction;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Geometries as GeoJSON (RFC 7946 §3.1).
record GeoJsonText(JsonMapper json) {
  static ObjectNode of(Geometry geometry, JsonMapper json) {
    ObjectNode node = json.createObjectNode().put("type", geometry.getGeometryType());
    node.set("coordinates", new GeoJsonText(json).coordinates(geometry));
    return node;
  }

  private ArrayNode coordinates(Geometry geometry) {
    return switch (geometry) {
      case Point point -> position(point.getCoordinateSequence(), 0);
      case LineString line -> line(line);
      case Polygon polygon -> polygon(polygon);
      case MultiPoint points ->
          each(points.getNumGeometries(), i -> coordinates(points.getGeometryN(i)));
      case MultiLineString lines ->
          each(lines.getNumGeometries(), i -> coordinates(lines.getGeometryN(i)));
      case MultiPolygon polygons ->
          each(polygons.getNumGeometries(), i -> coordinates(polygons.getGeometryN(i)));
      default ->
          throw new IllegalArgumentException(
              geometry.getGeometryType() + " has no coordinates here");
    };
  }

  private ArrayNode polygon(Polygon polygon) {
    return each(
        1 + polygon.getNumInteriorRing(),
        i -> line(i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1)));
  }

  private ArrayNode line(LineString line) {
    CoordinateSequence positions = line.getCoordinateSequence();
    return each(positions.size(), i -> position(positions, i));
  }

  private ArrayNode position(CoordinateSequence positions, int i) {
    return json.createArrayNode().add(positions.getX(i)).add(positions.getY(i));
  }

  private ArrayNode each(int count, IntFunction<ArrayNode> part) {
    ArrayNode all = json.createArrayNode();
    for (int i = 0; i < count; i++) {
      all.add(part.apply(i));
    }
    return all;
  }
}
