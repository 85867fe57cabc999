package org.citygrid.ogc.cql2;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How two times lie to each other (the `T_` functions), said with their first and last instants:
/// a1 and a2 of the one, b1 and b2 of the other.
public enum TemporalRelation {
  AFTER("a1 > b2"),
  BEFORE("a2 < b1"),
  CONTAINS("a1 < b1 and a2 > b2"),
  DISJOINT("(a2 < b1 or a1 > b2)"),
  DURING("a1 > b1 and a2 < b2"),
  EQUALS("a1 = b1 and a2 = b2"),
  FINISHEDBY("a1 < b1 and a2 = b2"),
  FINISHES("a1 > b1 and a2 = b2"),
  INTERSECTS("a1 <= b2 and a2 >= b1"),
  MEETS("a2 = b1"),
  METBY("a1 = b2"),
  OVERLAPPEDBY("a1 > b1 and a1 < b2 and a2 > b2"),
  OVERLAPS("a1 < b1 and a2 > b1 and a2 < b2"),
  STARTEDBY("a1 = b1 and a2 > b2"),
  STARTS("a1 = b1 and a2 < b2");

  private final String condition;

  TemporalRelation(String condition) {
    this.condition = condition;
  }

  /// A condition over a1, a2, b1 and b2.
  String condition() {
    return condition;
  }

  static Optional<TemporalRelation> find(String name) {
    return Stream.of(values())
        .filter(one -> ("T_" + one.name()).equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
