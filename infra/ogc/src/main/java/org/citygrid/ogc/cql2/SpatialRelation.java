package org.citygrid.ogc.cql2;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How two geometries lie to each other (the `S_` functions).
public enum SpatialRelation {
  INTERSECTS("ST_Intersects"),
  EQUALS("ST_Equals"),
  DISJOINT("ST_Disjoint"),
  TOUCHES("ST_Touches"),
  WITHIN("ST_Within"),
  OVERLAPS("ST_Overlaps"),
  CROSSES("ST_Crosses"),
  CONTAINS("ST_Contains");

  private final String function;

  SpatialRelation(String function) {
    this.function = function;
  }

  /// The function of PostGIS that decides it.
  String function() {
    return function;
  }

  static Optional<SpatialRelation> find(String name) {
    return Stream.of(values())
        .filter(one -> ("S_" + one.name()).equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
