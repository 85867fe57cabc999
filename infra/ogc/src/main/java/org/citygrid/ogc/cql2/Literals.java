package org.citygrid.ogc.cql2;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.citygrid.ogc.cql2.Expr.Box;
import org.citygrid.ogc.cql2.Expr.Caseless;
import org.citygrid.ogc.cql2.Expr.Day;
import org.citygrid.ogc.cql2.Expr.Moment;
import org.citygrid.ogc.cql2.Expr.Name;
import org.citygrid.ogc.cql2.Expr.Number;
import org.citygrid.ogc.cql2.Expr.Span;
import org.citygrid.ogc.cql2.Expr.Spatial;
import org.citygrid.ogc.cql2.Expr.Temporal;
import org.citygrid.ogc.cql2.Expr.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// Values and functions, as both encodings name them.
final class Literals {
  private static final int LONGEST_NUMBER = 60;
  private static final int MOST_EXPONENT = 300;

  private Literals() {}

  static BigDecimal number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new UnreadableFilter("the number " + text.substring(0, 20) + "… is too long");
    }
    return bounded(new BigDecimal(text));
  }

  /// Neither so great nor so small that writing it out would fill the memory.
  static BigDecimal bounded(BigDecimal number) {
    if (Math.abs((long) number.precision() - number.scale()) > MOST_EXPONENT
        || Math.abs((long) number.scale()) > MOST_EXPONENT + LONGEST_NUMBER) {
      throw new UnreadableFilter("a number is out of range");
    }
    return number;
  }

  static Expr call(String name, List<Expr> arguments) {
    String function = name.toUpperCase(Locale.ROOT);
    var spatial = SpatialRelation.find(function);
    if (spatial.isPresent()) {
      checkCount(function, arguments, 2);
      return new Spatial(spatial.get(), arguments.get(0), arguments.get(1));
    }
    var temporal = TemporalRelation.find(function);
    if (temporal.isPresent()) {
      checkCount(function, arguments, 2);
      return new Temporal(temporal.get(), arguments.get(0), arguments.get(1));
    }
    return switch (function) {
      case "CASEI" -> {
        checkCount(function, arguments, 1);
        yield new Caseless(arguments.getFirst());
      }
      case "DATE" -> day(onlyText(function, arguments));
      case "TIMESTAMP" -> moment(onlyText(function, arguments));
      case "INTERVAL" -> {
        checkCount(function, arguments, 2);
        yield new Span(end(arguments.get(0)), end(arguments.get(1)));
      }
      case "BBOX" -> box(arguments);
      default -> throw new UnreadableFilter("there is no function " + name + " here");
    };
  }

  static Day day(String text) {
    try {
      return new Day(LocalDate.parse(text));
    } catch (DateTimeException wrong) {
      throw new UnreadableFilter("\"" + text + "\" is not a date such as 2026-11-23");
    }
  }

  static Moment moment(String text) {
    try {
      return new Moment(inRange(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeException wrong) {
      throw new UnreadableFilter("\"" + text + "\" is not an instant such as 2026-11-23T08:00:00Z");
    }
  }

  /// One end of an interval: `..` is open.
  static @Nullable Expr end(Expr given) {
    return switch (given) {
      case Text(String text) when text.equals("..") || text.isEmpty() -> null;
      case Text(String text) -> text.contains("T") ? moment(text) : day(text);
      case Day day -> day;
      case Moment moment -> moment;
      case Name name -> name;
      default -> throw new UnreadableFilter("an interval has dates, instants or \"..\" as ends");
    };
  }

  static Box box(List<Expr> arguments) {
    List<BigDecimal> corners =
        arguments.stream()
            .map(one -> one instanceof Number(BigDecimal value) ? value : null)
            .toList();
    if (!(corners.size() == 4 || corners.size() == 6) || corners.contains(null)) {
      throw new UnreadableFilter("BBOX takes four or six numbers");
    }
    return new Box(corners.stream().flatMap(Stream::ofNullable).toList());
  }

  static Geometry geometry(String wellKnownText) {
    try {
      return finite(new WKTReader().read(wellKnownText));
    } catch (ParseException | IllegalArgumentException wrong) {
      throw new UnreadableFilter("a geometry cannot be read: " + wrong.getMessage());
    }
  }

  static Geometry finite(Geometry geometry) {
    for (Coordinate vertex : geometry.getCoordinates()) {
      if (!Double.isFinite(vertex.x) || !Double.isFinite(vertex.y)) {
        throw new UnreadableFilter("a geometry has a coordinate that is not a number");
      }
    }
    return geometry;
  }

  private static Instant inRange(Instant instant) {
    if (Math.abs(instant.getEpochSecond()) > 100_000_000_000L) {
      throw new DateTimeException("too far away");
    }
    return instant;
  }

  private static String onlyText(String function, List<Expr> arguments) {
    if (arguments.size() == 1 && arguments.getFirst() instanceof Text(String text)) {
      return text;
    }
    throw new UnreadableFilter(function + " takes one text in single quotation marks");
  }

  private static void checkCount(String function, List<Expr> arguments, int wanted) {
    if (arguments.size() != wanted) {
      throw new UnreadableFilter(
          "%s takes %d argument%s".formatted(function, wanted, wanted == 1 ? "" : "s"));
    }
  }
}
