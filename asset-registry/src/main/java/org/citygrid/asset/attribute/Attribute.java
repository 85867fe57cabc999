package org.citygrid.asset.attribute;

import java.math.BigDecimal;
import java.util.List;
import org.citygrid.asset.Dimension;
import org.jspecify.annotations.Nullable;

/// What one attribute of a class may hold.
///
/// @param units accepted units; none for a text or a count
public record Attribute(
    String classCode,
    String name,
    boolean number,
    List<String> units,
    @Nullable BigDecimal least,
    @Nullable BigDecimal greatest) {

  /// What is wrong with a value; empty (null) when nothing is.
  public @Nullable String fault(Dimension dimension) {
    if (!number) {
      return dimension.unit() == null ? null : "has a unit, but is a text";
    }
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
    boolean within =
        (least == null || value.compareTo(least) >= 0)
            && (greatest == null || value.compareTo(greatest) <= 0);
    return within ? null : "must be within %s and %s".formatted(least, greatest);
  }
}
