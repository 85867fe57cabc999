package org.citygrid.ogc.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A filter, or a part of one, whatever it was written in.
public sealed interface Expr {
  record And(List<Expr> parts) implements Expr {}

  record Or(List<Expr> parts) implements Expr {}

  record Not(Expr part) implements Expr {}

  record Compare(Comparison how, Expr left, Expr right) implements Expr {}

  record Like(Expr value, Expr pattern) implements Expr {}

  record Between(Expr value, Expr low, Expr high) implements Expr {}

  record In(Expr value, List<Expr> list) implements Expr {}

  record IsNull(Expr value) implements Expr {}

  record Spatial(SpatialRelation how, Expr left, Expr right) implements Expr {}

  record Temporal(TemporalRelation how, Expr left, Expr right) implements Expr {}

  record Calculate(Arithmetic how, Expr left, Expr right) implements Expr {}

  /// The text without regard to case.
  record Caseless(Expr text) implements Expr {}

  record Name(String name) implements Expr {}

  record Text(String value) implements Expr {}

  record Number(BigDecimal value) implements Expr {
    public Number {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  record Truth(boolean value) implements Expr {}

  record Day(LocalDate value) implements Expr {}

  record Moment(Instant value) implements Expr {}

  /// From one instant or date to another; an end that is null is open.
  record Span(@Nullable Expr from, @Nullable Expr to) implements Expr {}

  /// Coordinates as they were written, in the axis order of the filter's reference system.
  record Shape(Geometry value) implements Expr {}

  /// Four numbers (or six with heights): least corner, greatest corner.
  record Box(List<BigDecimal> corners) implements Expr {
    public Box {
      corners =
          corners.stream()
              .map(n -> n.signum() == 0 ? BigDecimal.ZERO : n.stripTrailingZeros())
              .toList();
    }
  }
}
