package org.citygrid.geofile.geojson;

import static org.citygrid.geofile.place.ToLonLat.GEOMETRIES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one GeoJSON geometry. Numbers stay as they are; a broken shape is an
/// `IllegalArgumentException` after all of it was read, so that the next feature can follow.
final class GeometryParser {

  /// `coordinates` as it stands: one position, or a list of the same.
  private sealed interface Nested {
    record Position(double x, double y) implements Nested {}

    record Many(List<Nested> parts) implements Nested {}
  }

  /// As many as a province's outline has, and no more than memory bears.
  private static final int MOST_POSITIONS = 2_000_000;

  private GeometryParser() {}

  /// @param json at the start of the geometry's object; at its end afterwards
  static @Nullable Geometry read(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      if (json.currentToken() == JsonToken.VALUE_NULL) {
        return null;
      }
      throw new IllegalArgumentException("is not a GeoJSON geometry");
    }
    @Nullable String type = null;
    @Nullable Nested coordinates = null;
    @Nullable List<Geometry> members = null;
    @Nullable IllegalArgumentException problem = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      try {
        switch (name) {
          case "type" -> type = text(json);
          case "coordinates" -> coordinates = nested(json, new int[1]);
          case "geometries" -> members = members(json);
          default -> json.skipChildren();
        }
      } catch (IllegalArgumentException broken) {
        problem = broken;
      }
    }
    if (problem != null) {
      throw problem;
    }
    return build(type, coordinates, members);
  }

  private static @Nullable String text(JsonParser json) {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getString();
    }
    json.skipChildren();
    return null;
  }

  private static List<Geometry> members(JsonParser json) {
    List<Geometry> members = new ArrayList<>();
    @Nullable IllegalArgumentException problem = null;
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return members;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      try {
        @Nullable Geometry member = read(json);
        if (member != null) {
          members.add(member);
        }
      } catch (IllegalArgumentException broken) {
        problem = broken;
      }
    }
    if (problem != null) {
      throw problem;
    }
    return members;
  }

  private static @Nullable Nested nested(JsonParser json, int[] seen) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return null;
    }
    List<Nested> parts = new ArrayList<>();
    double[] numbers = {Double.NaN, Double.NaN};
    int count = 0;
    boolean wrong = false;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        @Nullable Nested part = nested(json, seen);
        if (part != null && seen[0]++ < MOST_POSITIONS) {
          parts.add(part);
        }
      } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
        if (count < 2) {
          numbers[count] = json.getDoubleValue();
        }
        count++;
      } else {
        json.skipChildren();
        wrong = true;
      }
    }
    if (wrong || count == 1 || (count > 0 && !parts.isEmpty())) {
      return new Nested.Many(
          List.of(new Nested.Position(Double.NaN, Double.NaN), new Nested.Many(List.of())));
    }
    if (seen[0] > MOST_POSITIONS) {
      throw new IllegalArgumentException("has more than %,d positions".formatted(MOST_POSITIONS));
    }
    return count > 0 ? new Nested.Position(numbers[0], numbers[1]) : new Nested.Many(parts);
  }

  private static Geometry build(
      @Nullable String type, @Nullable Nested coordinates, @Nullable List<Geometry> members) {
    if ("GeometryCollection".equals(type) && members != null) {
      return GEOMETRIES.createGeometryCollection(members.toArray(Geometry[]::new));
    }
    if (type == null || coordinates == null) {
      throw new IllegalArgumentException("lacks its type or its coordinates");
    }
    return switch (type) {
      case "Point" -> point(coordinates);
      case "MultiPoint" ->
          GEOMETRIES.createMultiPoint(
              parts(coordinates).stream().map(GeometryParser::point).toArray(Point[]::new));
      case "LineString" -> GEOMETRIES.createLineString(positions(coordinates));
      case "MultiLineString" ->
          GEOMETRIES.createMultiLineString(
              parts(coordinates).stream()
                  .map(part -> GEOMETRIES.createLineString(positions(part)))
                  .toArray(LineString[]::new));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" ->
          GEOMETRIES.createMultiPolygon(
              parts(coordinates).stream().map(GeometryParser::polygon).toArray(Polygon[]::new));
      default ->
          throw new IllegalArgumentException("\"" + type + "\" is no type of GeoJSON geometry");
    };
  }

  private static Point point(Nested nested) {
    return switch (nested) {
      case Nested.Position at -> GEOMETRIES.createPoint(new Coordinate(at.x(), at.y()));
      case Nested.Many many when many.parts().isEmpty() -> GEOMETRIES.createPoint();
      case Nested.Many _ -> throw new IllegalArgumentException("is not one position");
    };
  }

  private static Polygon polygon(Nested nested) {
    List<LinearRing> rings = new ArrayList<>();
    for (Nested part : parts(nested)) {
      rings.add(GEOMETRIES.createLinearRing(closed(positions(part))));
    }
    return rings.isEmpty()
        ? GEOMETRIES.createPolygon()
        : GEOMETRIES.createPolygon(
            rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  /// A ring whose last position was forgotten is closed.
  private static Coordinate[] closed(Coordinate[] ring) {
    if (ring.length == 0 || ring[0].equals2D(ring[ring.length - 1])) {
      return ring;
    }
    Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
    closed[ring.length] = ring[0].copy();
    return closed;
  }

  private static List<Nested> parts(Nested nested) {
    return switch (nested) {
      case Nested.Many many -> many.parts();
      case Nested.Position _ ->
          throw new IllegalArgumentException("is nested one level too little");
    };
  }

  private static Coordinate[] positions(Nested nested) {
    List<Nested> parts = parts(nested);
    Coordinate[] positions = new Coordinate[parts.size()];
    for (int at = 0; at < positions.length; at++) {
      if (!(parts.get(at) instanceof Nested.Position here)) {
        throw new IllegalArgumentException("holds something that is no position");
      }
      positions[at] = new Coordinate(here.x(), here.y());
    }
    return positions;
  }
}
