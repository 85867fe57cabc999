package org.citygrid.ogc.cql2;

/// Something a filter may name.
///
/// @param sql the expression that yields it
public record Queryable(String sql, Kind kind) {
  /// What can be compared with what.
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    INSTANT,
    /// In EPSG:4490, longitude then latitude.
    GEOMETRY
  }
}
