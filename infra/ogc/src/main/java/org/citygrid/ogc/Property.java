package org.citygrid.ogc;

import java.util.List;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// One property of the features of a collection.
///
/// @param name as JSON, filters and exported files spell it
/// @param sql an expression over the alias `f`, such as `f.class_code`
/// @param unit of a number, such as `m2`; none for others
/// @param values what it may be, where that is a short list
/// @param exported whether files carry it; what we work out ourselves is not part of a survey
public record Property(
    String name,
    LocalText title,
    Type type,
    String sql,
    @Nullable String unit,
    List<String> values,
    boolean exported) {

  /// What a property's values are. JSON cannot be filtered by.
  public enum Type {
    TEXT,
    UUID,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    INSTANT,
    JSON
  }

  public Property {
    values = List.copyOf(values);
  }

  public static Property of(String name, Type type, String sql, String zh, String en) {
    return new Property(name, new LocalText(zh, en), type, sql, null, List.of(), true);
  }

  public Property in(String unitOfNumber) {
    return new Property(name, title, type, sql, unitOfNumber, values, exported);
  }

  public Property oneOf(String... allowed) {
    return new Property(name, title, type, sql, unit, List.of(allowed), exported);
  }

  /// Shown, and left out of exported files.
  public Property derived() {
    return new Property(name, title, type, sql, unit, values, false);
  }
}
