package org.citygrid.grid.survey;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.databind.JsonNode;

/// Reads polygons and lines of RFC 7946, longitude before latitude.
final class GeoJsonReader {
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

  private GeoJsonReader() {}

  /// @return null for GeoJSON's null, which means "unknown"
  /// @throws IllegalArgumentException saying what is wrong, in words for the sender
  static @Nullable Geometry read(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    JsonNode coordinates = node.path("coordinates");
    Geometry geometry =
        switch (node.path("type").asString("")) {
          case "Polygon" -> FACTORY.createMultiPolygon(new Polygon[] {polygon(coordinates)});
          case "MultiPolygon" -> multiPolygon(coordinates);
          case "LineString" -> line(coordinates);
          default ->
              throw new IllegalArgumentException(
                  "its type must be Polygon, MultiPolygon or LineString");
        };
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      throw new IllegalArgumentException(error.toString());
    }
    return geometry;
  }

  private static MultiPolygon multiPolygon(JsonNode node) {
    var polygons = new ArrayList<Polygon>();
    for (JsonNode each : items(node)) {
      polygons.add(polygon(each));
    }
    return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static Polygon polygon(JsonNode node) {
    List<JsonNode> rings = items(node);
    var holes = new org.locationtech.jts.geom.LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = FACTORY.createLinearRing(positions(rings.get(i + 1)));
    }
    return FACTORY.createPolygon(FACTORY.createLinearRing(positions(rings.getFirst())), holes);
  }

  private static LineString line(JsonNode node) {
    return FACTORY.createLineString(positions(node));
  }

  private static Coordinate[] positions(JsonNode node) {
    List<JsonNode> items = items(node);
    var positions = new Coordinate[items.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position(items.get(i));
    }
    return positions;
  }

  private static Coordinate position(JsonNode node) {
    JsonNode lon = node.path(0);
    JsonNode lat = node.path(1);
    if (!lon.isNumber() || !lat.isNumber()) {
      throw new IllegalArgumentException("a position must be [longitude, latitude]");
    }
    if (Math.abs(lon.asDouble()) > 180 || Math.abs(lat.asDouble()) > 90) {
      throw new IllegalArgumentException(
          "[%s, %s] is not longitude and latitude in degrees".formatted(lon, lat));
    }
    return new Coordinate(lon.asDouble(), lat.asDouble());
  }

  private static List<JsonNode> items(JsonNode node) {
    if (!node.isArray() || node.isEmpty()) {
      throw new IllegalArgumentException("its coordinates must be arrays that are not empty");
    }
    var items = new ArrayList<JsonNode>(node.size());
    node.forEach(items::add);
    return items;
  }
}
