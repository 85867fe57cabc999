package org.citygrid.ogc.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// Filters that make sense, at random but the same for the same seed.
final class RandomFilter {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final List<String> TEXTS =
      List.of("", "x", "it's", "''", "a\"b", "井盖", "%_", "a\\b", ";--", "\n", "😀", "NULL", "..");

  private final Random random;

  RandomFilter(long seed) {
    random = new Random(seed);
  }

  Expr condition(int depth) {
    if (depth == 0) {
      return oneOf(() -> new Expr.Name("lit"), () -> new Expr.Truth(random.nextBoolean()));
    }
    return oneOf(
        () -> new Expr.And(many(() -> condition(depth - 1))),
        () -> new Expr.Or(many(() -> condition(depth - 1))),
        () -> new Expr.Not(condition(depth - 1)),
        () -> new Expr.Compare(any(Comparison.values()), number(depth), number(depth)),
        () -> new Expr.Compare(any(Comparison.values()), text(), text()),
        () -> new Expr.Compare(any(Comparison.values()), time(), time()),
        () -> new Expr.Like(text(), new Expr.Text("a%")),
        () -> new Expr.Between(number(depth), number(1), number(1)),
        () -> new Expr.In(text(), many(this::text)),
        () -> new Expr.IsNull(new Expr.Name("name")),
        () -> new Expr.Spatial(any(SpatialRelation.values()), new Expr.Name("geometry"), shape()),
        () -> new Expr.Temporal(any(TemporalRelation.values()), span(), span()));
  }

  private Expr number(int depth) {
    return oneOf(
        () -> new Expr.Name("depth"),
        () ->
            new Expr.Number(
                BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(12) - 4)),
        () ->
            depth == 0
                ? new Expr.Name("depth")
                : new Expr.Calculate(
                    any(Arithmetic.values()), number(depth - 1), number(depth - 1)));
  }

  private Expr text() {
    return oneOf(
        () -> new Expr.Name("名称"),
        () -> new Expr.Text(TEXTS.get(random.nextInt(TEXTS.size()))),
        () -> new Expr.Caseless(new Expr.Name("name")));
  }

  private Expr time() {
    return oneOf(() -> new Expr.Name("since"), () -> new Expr.Name("at"), this::day, this::moment);
  }

  private Expr span() {
    return oneOf(
        this::time,
        () -> new Expr.Span(null, moment()),
        () -> new Expr.Span(day(), null),
        () -> new Expr.Span(new Expr.Name("at"), new Expr.Name("until")));
  }

  private Expr day() {
    return new Expr.Day(LocalDate.ofEpochDay(random.nextInt(40_000)));
  }

  private Expr moment() {
    return new Expr.Moment(Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)));
  }

  private Expr shape() {
    return oneOf(
        () -> new Expr.Shape(FACTORY.createPoint(vertex())),
        () -> new Expr.Shape(FACTORY.createLineString(new Coordinate[] {vertex(), vertex()})),
        () ->
            new Expr.Shape(
                FACTORY.createMultiPointFromCoords(new Coordinate[] {vertex(), vertex()})),
        () -> {
          Coordinate first = vertex();
          var ring = new Coordinate[] {first, vertex(), vertex(), first.copy()};
          return new Expr.Shape(FACTORY.createPolygon(ring));
        },
        () ->
            new Expr.Box(
                Stream.generate(() -> BigDecimal.valueOf(random.nextInt(36_000), 2))
                    .limit(4)
                    .toList()));
  }

  private Coordinate vertex() {
    return new Coordinate(random.nextInt(36_000) / 100.0, random.nextInt(18_000) / 100.0);
  }

  private <T> List<T> many(Supplier<T> each) {
    return Stream.generate(each).limit(2 + random.nextInt(2)).toList();
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }

  @SafeVarargs
  private Expr oneOf(Supplier<Expr>... choices) {
    return choices[random.nextInt(choices.length)].get();
  }
}
