package org.citygrid.ogc.cql2;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citygrid.ogc.cql2.Expr.Name;
import org.citygrid.ogc.cql2.Expr.Number;
import org.citygrid.ogc.cql2.Expr.Text;
import org.citygrid.ogc.cql2.Expr.Truth;
import tools.jackson.databind.JsonNode;

/// Reads CQL2 JSON.
final class JsonReader {
  private static final Set<String> GEOMETRIES =
      Set.of(
          "Point",
          "LineString",
          "Polygon",
          "MultiPoint",
          "MultiLineString",
          "MultiPolygon",
          "GeometryCollection");

  private int depth;

  Expr read(JsonNode node) {
    Limits.checkDepth(++depth);
    Expr found =
        switch (node.getNodeType()) {
          case STRING -> text(node.stringValue());
          case NUMBER -> new Number(number(node));
          case BOOLEAN -> new Truth(node.booleanValue());
          case OBJECT -> object(node);
          default -> throw wrong(node);
        };
    depth--;
    return found;
  }

  private Expr object(JsonNode node) {
    if (node.has("op")) {
      return operation(node);
    }
    if (node.has("property")) {
      return new Name(string(node.path("property")));
    }
    if (node.has("date")) {
      return Literals.day(string(node.path("date")));
    }
    if (node.has("timestamp")) {
      return Literals.moment(string(node.path("timestamp")));
    }
    if (node.has("interval")) {
      return Literals.call("INTERVAL", readAll(node.path("interval")));
    }
    if (node.has("bbox")) {
      return Literals.box(readAll(node.path("bbox")));
    }
    if (node.has("type") && GEOMETRIES.contains(string(node.path("type")))) {
      return new Expr.Shape(new GeoJsonShape(node).read());
    }
    throw wrong(node);
  }

  private Expr operation(JsonNode node) {
    String op = string(node.path("op"));
    JsonNode args = node.path("args");
    if (op.equals("in")) {
      count(op, args, 2);
      return new Expr.In(read(args.path(0)), readAll(args.path(1)));
    }
    List<Expr> operands = readAll(args);
    return switch (op.toLowerCase(Locale.ROOT)) {
      case "and" -> new Expr.And(atLeastTwo(op, operands));
      case "or" -> new Expr.Or(atLeastTwo(op, operands));
      case "not" -> new Expr.Not(count(op, args, 1, operands).getFirst());
      case "isnull" -> new Expr.IsNull(count(op, args, 1, operands).getFirst());
      case "like" -> new Expr.Like(count(op, args, 2, operands).get(0), operands.get(1));
      case "between" ->
          new Expr.Between(count(op, args, 3, operands).get(0), operands.get(1), operands.get(2));
      default -> comparisonOrCall(op, args, operands);
    };
  }

  private static Expr comparisonOrCall(String op, JsonNode args, List<Expr> operands) {
    var comparison = Comparison.find(op);
    if (comparison.isPresent()) {
      count(op, args, 2);
      return new Expr.Compare(comparison.get(), operands.get(0), operands.get(1));
    }
    var arithmetic = Arithmetic.find(op);
    if (arithmetic.isPresent()) {
      count(op, args, 2);
      return new Expr.Calculate(arithmetic.get(), operands.get(0), operands.get(1));
    }
    return Literals.call(op, operands);
  }

  private List<Expr> readAll(JsonNode array) {
    if (!array.isArray() || array.isEmpty()) {
      throw new UnreadableFilter("\"args\" must be a list that is not empty");
    }
    return array.valueStream().map(this::read).toList();
  }

  private static Text text(String value) {
    if (value.indexOf(0) >= 0) {
      throw new UnreadableFilter("a text cannot hold the character 0");
    }
    return new Text(value);
  }

  private static BigDecimal number(JsonNode node) {
    try {
      return Literals.bounded(node.decimalValue());
    } catch (RuntimeException outOfRange) {
      throw new UnreadableFilter("a number is out of range");
    }
  }

  private static String string(JsonNode node) {
    if (!node.isString()) {
      throw wrong(node);
    }
    return text(node.stringValue()).value();
  }

  private static List<Expr> atLeastTwo(String op, List<Expr> operands) {
    if (operands.size() < 2) {
      throw new UnreadableFilter("\"" + op + "\" takes two or more args");
    }
    return operands;
  }

  private static List<Expr> count(String op, JsonNode args, int wanted, List<Expr> operands) {
    count(op, args, wanted);
    return operands;
  }

  private static void count(String op, JsonNode args, int wanted) {
    if (args.size() != wanted) {
      throw new UnreadableFilter("\"%s\" takes %d args".formatted(op, wanted));
    }
  }

  private static UnreadableFilter wrong(JsonNode node) {
    String text = node.toString();
    return new UnreadableFilter(
        (text.length() > 60 ? text.substring(0, 60) + "…" : text) + " has no meaning here");
  }
}
