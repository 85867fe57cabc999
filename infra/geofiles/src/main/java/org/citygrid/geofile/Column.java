package org.citygrid.geofile;

/// One attribute of all features of a layer, under the name that the file gives it.
public record Column(String name, Type type) {

  /// What a value is in Java: `String`, `Long`, `BigDecimal` or `Double`, `Boolean`, `LocalDate`,
  /// `Instant`, and a `String` of JSON.
  public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    INSTANT,
    JSON
  }
}
