package org.citygrid.ogc.cql2;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citygrid.ogc.Clause;
import org.citygrid.ogc.cql2.Queryable.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Turns a filter into a condition of PostgreSQL. Names become the expressions they stand for,
/// everything else a question mark.
public final class SqlWriter {
  private static final Pattern ENDS_IN_ESCAPE = Pattern.compile("(?:^|[^\\\\])(?:\\\\\\\\)*\\\\$");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Map<String, Queryable> names;
  private final ZoneId zone;
  private final Function<Geometry, Clause> geometry;

  /// @param zone in which days begin and end when they are compared with instants
  /// @param geometry turns a geometry of the filter's reference system into an expression in
  ///   EPSG:4490
  public SqlWriter(Map<String, Queryable> names, ZoneId zone, Function<Geometry, Clause> geometry) {
    this.names = names;
    this.zone = zone;
    this.geometry = geometry;
  }

  /// @throws UnreadableFilter if a name is not known or values do not fit each other
  public Clause write(Expr filter) {
    return condition(filter);
  }

  private Clause condition(Expr expr) {
    return switch (expr) {
      case Expr.And(List<Expr> parts) -> joined(parts, " and ");
      case Expr.Or(List<Expr> parts) -> joined(parts, " or ");
      case Expr.Not(Expr part) -> build("(not ", condition(part), ")");
      case Expr.Compare it -> comparison(it);
      case Expr.Like it -> like(it);
      case Expr.Between it -> between(it);
      case Expr.In it -> in(it);
      case Expr.IsNull(Expr value) -> build("(", operand(value).clause(), " is null)");
      case Expr.Spatial it -> spatial(it);
      case Expr.Temporal it -> temporal(it);
      case Expr.Truth(boolean value) -> Clause.of(value ? "true" : "false");
      case Expr.Name name -> typed(name, Kind.BOOLEAN);
      default -> throw new UnreadableFilter(shown(expr) + " is not a condition");
    };
  }

  private Clause joined(List<Expr> parts, String word) {
    return join(parts.stream().map(this::condition).toList(), word);
  }

  private static Clause join(List<Clause> parts, String word) {
    var sql = parts.stream().map(Clause::sql).collect(Collectors.joining(word, "(", ")"));
    return new Clause(sql, parts.stream().flatMap(part -> part.values().stream()).toList());
  }

  private Clause comparison(Expr.Compare it) {
    Pair pair = fitting(it.left(), it.right());
    if (pair.kind() == Kind.GEOMETRY) {
      throw new UnreadableFilter("geometries are compared by S_EQUALS");
    }
    return build("(", pair.left(), " " + it.how().sign() + " ", pair.right(), ")");
  }

  private Clause like(Expr.Like it) {
    Expr pattern = it.pattern() instanceof Expr.Caseless(Expr inner) ? inner : it.pattern();
    if (!(pattern instanceof Expr.Text(String text))) {
      throw new UnreadableFilter("the pattern of LIKE must be a text");
    }
    if (ENDS_IN_ESCAPE.matcher(text).find()) {
      throw new UnreadableFilter("the pattern of LIKE must not end with a single backslash");
    }
    return build("(", typed(it.value(), Kind.TEXT), " like ", typed(it.pattern(), Kind.TEXT), ")");
  }

  private Clause between(Expr.Between it) {
    Pair low = fitting(it.value(), it.low());
    Pair high = fitting(it.value(), it.high());
    boolean ordered = low.kind() != Kind.GEOMETRY && low.kind() != Kind.BOOLEAN;
    if (!ordered || low.kind() != high.kind()) {
      throw new UnreadableFilter("BETWEEN takes numbers, texts, dates or instants of one kind");
    }
    return build("(", low.left(), " between ", low.right(), " and ", high.right(), ")");
  }

  private Clause in(Expr.In it) {
    var list = it.list().stream().map(one -> fitting(it.value(), one)).toList();
    if (list.stream().map(Pair::kind).distinct().count() > 1
        || list.getFirst().kind() == Kind.GEOMETRY) {
      throw new UnreadableFilter("IN takes a list of values of one kind");
    }
    return build(
        "(",
        list.getFirst().left(),
        " in ",
        join(list.stream().map(Pair::right).toList(), ", "),
        ")");
  }

  private Clause spatial(Expr.Spatial it) {
    return build(
        it.how().function() + "(",
        typed(it.left(), Kind.GEOMETRY),
        ", ",
        typed(it.right(), Kind.GEOMETRY),
        ")");
  }

  /// The condition says a1, a2, b1 and b2; each stands for an expression with values of its own.
  private Clause temporal(Expr.Temporal it) {
    Ends left = ends(it.left());
    Ends right = ends(it.right());
    var found = Clause.of("");
    for (String part : it.how().condition().split("(?=\\b[ab][12]\\b)|(?<=\\b[ab][12]\\b)", -1)) {
      found =
          found.then(
              switch (part) {
                case "a1" -> left.from();
                case "a2" -> left.to();
                case "b1" -> right.from();
                case "b2" -> right.to();
                default -> Clause.of(part);
              });
    }
    return build("(", found, ")");
  }

  private record Ends(Clause from, Clause to) {}

  private Ends ends(Expr expr) {
    if (expr instanceof Expr.Span(@Nullable Expr from, @Nullable Expr to)) {
      return new Ends(end(from, "-infinity"), end(to, "infinity"));
    }
    Clause moment = instant(operand(expr));
    return new Ends(moment, moment);
  }

  private Clause end(@Nullable Expr end, String open) {
    return switch (end) {
      case null -> Clause.of("timestamptz '" + open + "'");
      case Expr.Name name ->
          build("coalesce(", instant(operand(name)), ", timestamptz '" + open + "')");
      default -> instant(operand(end));
    };
  }

  private Clause instant(Operand given) {
    return switch (given.kind()) {
      case INSTANT -> given.clause();
      case DATE ->
          build("(", given.clause(), "::timestamp at time zone ?)")
              .then(new Clause("", List.of(zone.getId())));
      default -> throw new UnreadableFilter(given.shown() + " is not a time");
    };
  }

  private record Operand(Clause clause, Kind kind, String shown) {}

  private record Pair(Clause left, Clause right, Kind kind) {}

  /// Both as values of one kind; a date beside an instant becomes the instant at which it begins.
  private Pair fitting(Expr first, Expr second) {
    Operand left = operand(first);
    Operand right = operand(second);
    if (left.kind() == right.kind()) {
      return new Pair(left.clause(), right.clause(), left.kind());
    }
    if (isTime(left) && isTime(right)) {
      return new Pair(instant(left), instant(right), Kind.INSTANT);
    }
    throw new UnreadableFilter(
        "%s (%s) cannot be compared with %s (%s)"
            .formatted(left.shown(), word(left.kind()), right.shown(), word(right.kind())));
  }

  private static boolean isTime(Operand given) {
    return given.kind() == Kind.DATE || given.kind() == Kind.INSTANT;
  }

  private Clause typed(Expr expr, Kind wanted) {
    Operand found = operand(expr);
    if (found.kind() != wanted) {
      throw new UnreadableFilter(
          "%s is %s where %s is wanted".formatted(found.shown(), word(found.kind()), word(wanted)));
    }
    return found.clause();
  }

  private Operand operand(Expr expr) {
    String shown = shown(expr);
    return switch (expr) {
      case Expr.Name(String name) -> {
        Queryable known = names.get(name);
        if (known == null) {
          throw new UnreadableFilter("there is no property \"" + name + "\"");
        }
        yield new Operand(Clause.of(known.sql()), known.kind(), shown);
      }
      case Expr.Text text -> new Operand(Clause.of("?::text", text.value()), Kind.TEXT, shown);
      case Expr.Number number -> new Operand(number(number), Kind.NUMBER, shown);
      case Expr.Truth truth ->
          new Operand(Clause.of(truth.value() ? "true" : "false"), Kind.BOOLEAN, shown);
      case Expr.Day day -> new Operand(Clause.of("?::date", day.value()), Kind.DATE, shown);
      case Expr.Moment moment ->
          new Operand(
              Clause.of("?::timestamptz", java.sql.Timestamp.from(moment.value())),
              Kind.INSTANT,
              shown);
      case Expr.Caseless(Expr text) ->
          new Operand(build("lower(", typed(text, Kind.TEXT), ")"), Kind.TEXT, shown);
      case Expr.Calculate it -> new Operand(calculation(it), Kind.NUMBER, shown);
      case Expr.Shape(Geometry value) -> new Operand(geometry.apply(value), Kind.GEOMETRY, shown);
      case Expr.Box box -> new Operand(geometry.apply(rectangle(box)), Kind.GEOMETRY, shown);
      case Expr.Span _ ->
          throw new UnreadableFilter("an interval is compared by the T_ functions only");
      default -> new Operand(condition(expr), Kind.BOOLEAN, shown);
    };
  }

  private Clause calculation(Expr.Calculate it) {
    Clause left = typed(it.left(), Kind.NUMBER);
    Clause right = typed(it.right(), Kind.NUMBER);
    return switch (it.how()) {
      case DIV -> build("div((", left, ")::numeric, (", right, ")::numeric)");
      case REMAINDER -> build("mod((", left, ")::numeric, (", right, ")::numeric)");
      case BY -> build("((", left, ")::numeric / ", right, ")");
      case POWER -> build("power((", left, ")::float8, (", right, ")::float8)");
      case PLUS, MINUS, TIMES -> build("(", left, " " + it.how().sign() + " ", right, ")");
    };
  }

  /// Whole numbers as such, so that an index on a column of whole numbers answers.
  private static Clause number(Expr.Number number) {
    var value = number.value();
    boolean whole = value.scale() <= 0 && value.precision() - value.scale() <= 18;
    return whole ? Clause.of("?::bigint", value.longValueExact()) : Clause.of("?::numeric", value);
  }

  private static Geometry rectangle(Expr.Box box) {
    int dimensions = box.corners().size() / 2;
    double x1 = box.corners().get(0).doubleValue();
    double y1 = box.corners().get(1).doubleValue();
    double x2 = box.corners().get(dimensions).doubleValue();
    double y2 = box.corners().get(dimensions + 1).doubleValue();
    return FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(x1, y1),
          new Coordinate(x2, y1),
          new Coordinate(x2, y2),
          new Coordinate(x1, y2),
          new Coordinate(x1, y1)
        });
  }

  /// Text and clauses, one after the other.
  private static Clause build(Object... parts) {
    var sql = new StringBuilder();
    var values = new ArrayList<Object>();
    for (Object part : parts) {
      if (part instanceof Clause(String text, List<Object> given)) {
        sql.append(text);
        values.addAll(given);
      } else {
        sql.append(part);
      }
    }
    return new Clause(sql.toString(), values);
  }

  private static String shown(Expr expr) {
    String text = TextWriter.write(expr);
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case DATE -> "a date";
      case INSTANT -> "an instant";
      case GEOMETRY -> "a geometry";
    };
  }
}
