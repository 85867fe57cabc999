package org.citygrid.asset.attribute;

import java.math.BigDecimal;
import java.util.List;
import org.citygrid.asset.Dimension;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// What one attribute of a class may hold.
///
/// @param classCode a minor class, a major class, or `*` for every class
/// @param units accepted units, the usual one first; none for a text or a count
/// @param least in the smallest of the units: what holds for 2000 mm holds for 2 m
/// @param greatest as `least`
/// @param choices the accepted words of a choice
/// @param source the standard it follows, or `CityGrid` where it is ours
public record Attribute(
    String classCode,
    String name,
    LocalText words,
    Type type,
    List<String> units,
    @Nullable BigDecimal least,
    @Nullable BigDecimal greatest,
    List<String> choices,
    String source) {

  public enum Type {
    NUMBER,
    TEXT,
    CHOICE
  }

  /// What is wrong with a value; empty (null) when nothing is.
  public @Nullable String fault(Dimension dimension) {
    return switch (type) {
      case TEXT -> dimension.unit() == null ? null : "has a unit, but is a text";
      case CHOICE ->
          choices.contains(String.valueOf(dimension.value())) && dimension.unit() == null
              ? null
              : "must be one of " + String.join(", ", choices);
      case NUMBER -> faultOfNumber(dimension);
    };
  }

  private @Nullable String faultOfNumber(Dimension dimension) {
    if (!(dimension.value() instanceof BigDecimal value)) {
      return "must be a number";
    }
    String unit = dimension.unit();
    if (units.isEmpty() && unit != null) {
      return "has no unit";
    }
    if (!units.isEmpty() && (unit == null || !units.contains(unit))) {
      return "must be in one of " + String.join(", ", units);
    }
    String bounded = UnitSize.smallest(units);
    BigDecimal size = unit == null ? value : UnitSize.in(bounded, value, unit);
    if (least != null && size.compareTo(least) < 0) {
      return "must be at least " + (least.toPlainString() + " " + bounded).strip();
    }
    if (greatest != null && size.compareTo(greatest) > 0) {
      return "must be at most " + (greatest.toPlainString() + " " + bounded).strip();
    }
    return null;
  }
}
