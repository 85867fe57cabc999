package org.citygrid.ogc.cql2;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/// Writes CQL2 text: every part in parentheses, so that nothing depends on precedence.
final class TextWriter {
  private static final Pattern PLAIN_NAME = Pattern.compile("[_\\p{L}][_\\p{L}\\p{N}]*");

  private TextWriter() {}

  static String write(Expr expr) {
    return switch (expr) {
      case Expr.And(List<Expr> parts) -> joined(parts, " AND ");
      case Expr.Or(List<Expr> parts) -> joined(parts, " OR ");
      case Expr.Not(Expr part) -> "(NOT " + write(part) + ")";
      case Expr.Compare(Comparison how, Expr left, Expr right) ->
          "(%s %s %s)".formatted(write(left), how.sign(), write(right));
      case Expr.Like(Expr value, Expr pattern) ->
          "(%s LIKE %s)".formatted(write(value), write(pattern));
      case Expr.Between(Expr value, Expr low, Expr high) ->
          "(%s BETWEEN %s AND %s)".formatted(write(value), write(low), write(high));
      case Expr.In(Expr value, List<Expr> list) ->
          "(%s IN %s)".formatted(write(value), joined(list, ", "));
      case Expr.IsNull(Expr value) -> "(" + write(value) + " IS NULL)";
      case Expr.Spatial(SpatialRelation how, Expr left, Expr right) ->
          "S_%s(%s, %s)".formatted(how, write(left), write(right));
      case Expr.Temporal(TemporalRelation how, Expr left, Expr right) ->
          "T_%s(%s, %s)".formatted(how, write(left), write(right));
      case Expr.Calculate(Arithmetic how, Expr left, Expr right) ->
          "(%s %s %s)".formatted(write(left), how.sign(), write(right));
      case Expr.Caseless(Expr text) -> "CASEI(" + write(text) + ")";
      case Expr.Name(String name) -> name(name);
      case Expr.Text(String value) -> text(value);
      case Expr.Number(BigDecimal value) -> value.toString();
      case Expr.Truth(boolean value) -> value ? "TRUE" : "FALSE";
      case Expr.Day day -> "DATE('" + day.value() + "')";
      case Expr.Moment moment -> "TIMESTAMP('" + moment.value() + "')";
      case Expr.Span(@Nullable Expr from, @Nullable Expr to) ->
          "INTERVAL(%s, %s)".formatted(end(from), end(to));
      case Expr.Shape(Geometry value) -> new WKTWriter().write(value);
      case Expr.Box(List<BigDecimal> corners) ->
          corners.stream()
              .map(BigDecimal::toString)
              .collect(Collectors.joining(", ", "BBOX(", ")"));
    };
  }

  private static String joined(List<Expr> parts, String between) {
    return parts.stream().map(TextWriter::write).collect(Collectors.joining(between, "(", ")"));
  }

  private static String name(String name) {
    boolean plain = PLAIN_NAME.matcher(name).matches() && !isReserved(name);
    return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static boolean isReserved(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV", "TRUE", "FALSE" ->
          true;
      default -> false;
    };
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String end(@Nullable Expr end) {
    return switch (end) {
      case null -> "'..'";
      case Expr.Day day -> "'" + day.value() + "'";
      case Expr.Moment moment -> "'" + moment.value() + "'";
      default -> write(end);
    };
  }
}
