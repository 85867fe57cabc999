package org.citygrid.ogc.cql2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/// Writes CQL2 JSON, as maps and lists.
final class JsonWriter {
  private JsonWriter() {}

  static Object write(Expr expr) {
    return switch (expr) {
      case Expr.And and -> op("and", and.parts());
      case Expr.Or or -> op("or", or.parts());
      case Expr.Not not -> op("not", List.of(not.part()));
      case Expr.Compare it -> op(it.how().sign(), List.of(it.left(), it.right()));
      case Expr.Like it -> op("like", List.of(it.value(), it.pattern()));
      case Expr.Between it -> op("between", List.of(it.value(), it.low(), it.high()));
      case Expr.In it ->
          Map.of("op", "in", "args", List.of(write(it.value()), writeAll(it.list())));
      case Expr.IsNull it -> op("isNull", List.of(it.value()));
      case Expr.Spatial it -> op(lower("S_" + it.how()), List.of(it.left(), it.right()));
      case Expr.Temporal it -> op(lower("T_" + it.how()), List.of(it.left(), it.right()));
      case Expr.Calculate it -> op(it.how().sign(), List.of(it.left(), it.right()));
      case Expr.Caseless it -> op("casei", List.of(it.text()));
      case Expr.Name it -> Map.of("property", it.name());
      case Expr.Text it -> it.value();
      case Expr.Number it -> it.value();
      case Expr.Truth it -> it.value();
      case Expr.Day it -> Map.of("date", it.value().toString());
      case Expr.Moment it -> Map.of("timestamp", it.value().toString());
      case Expr.Span it -> Map.of("interval", List.of(end(it.from()), end(it.to())));
      case Expr.Shape it -> shape(it.value());
      case Expr.Box it -> Map.of("bbox", it.corners());
    };
  }

  private static Map<String, Object> op(String name, List<Expr> args) {
    var written = new LinkedHashMap<String, Object>();
    written.put("op", name);
    written.put("args", writeAll(args));
    return written;
  }

  private static List<Object> writeAll(List<Expr> args) {
    return args.stream().map(JsonWriter::write).toList();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Object end(@Nullable Expr end) {
    return switch (end) {
      case null -> "..";
      case Expr.Day day -> day.value().toString();
      case Expr.Moment moment -> moment.value().toString();
      default -> write(end);
    };
  }

  private static Map<String, Object> shape(Geometry shape) {
    return switch (shape) {
      case Point point -> shape("Point", position(point.getCoordinate()));
      case LineString line -> shape("LineString", positions(line));
      case Polygon polygon -> shape("Polygon", rings(polygon));
      case MultiPoint many ->
          shape("MultiPoint", parts(many).map(p -> position(p.getCoordinate())).toList());
      case MultiLineString many ->
          shape("MultiLineString", parts(many).map(p -> positions((LineString) p)).toList());
      case MultiPolygon many ->
          shape("MultiPolygon", parts(many).map(p -> rings((Polygon) p)).toList());
      default ->
          Map.of(
              "type",
              "GeometryCollection",
              "geometries",
              parts(shape).map(JsonWriter::shape).toList());
    };
  }

  private static Map<String, Object> shape(String type, Object coordinates) {
    return Map.of("type", type, "coordinates", coordinates);
  }

  private static java.util.stream.Stream<Geometry> parts(Geometry many) {
    return IntStream.range(0, many.getNumGeometries()).mapToObj(many::getGeometryN);
  }

  private static List<Object> rings(Polygon polygon) {
    var rings = new ArrayList<Object>();
    rings.add(positions(polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(positions(polygon.getInteriorRingN(i)));
    }
    return rings;
  }

  private static List<List<Double>> positions(LineString line) {
    return java.util.Arrays.stream(line.getCoordinates()).map(JsonWriter::position).toList();
  }

  private static List<Double> position(Coordinate at) {
    return List.of(at.x, at.y);
  }
}
