package org.citygrid.asset.attribute;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How large the units of attributes are beside others of their kind.
final class UnitSize {
  private static final Map<String, BigDecimal> SIZES =
      Map.ofEntries(
          Map.entry("mm", new BigDecimal("0.001")),
          Map.entry("cm", new BigDecimal("0.01")),
          Map.entry("m", BigDecimal.ONE),
          Map.entry("km", new BigDecimal("1000")),
          Map.entry("m²", BigDecimal.ONE),
          Map.entry("m2", BigDecimal.ONE),
          Map.entry("ha", new BigDecimal("10000")),
          Map.entry("L", BigDecimal.ONE),
          Map.entry("l", BigDecimal.ONE),
          Map.entry("m³", new BigDecimal("1000")),
          Map.entry("m3", new BigDecimal("1000")),
          Map.entry("kg", BigDecimal.ONE),
          Map.entry("t", new BigDecimal("1000")),
          Map.entry("W", BigDecimal.ONE),
          Map.entry("kW", new BigDecimal("1000")),
          Map.entry("kVA", new BigDecimal("1000")),
          Map.entry("V", BigDecimal.ONE),
          Map.entry("kV", new BigDecimal("1000")),
          Map.entry("kPa", BigDecimal.ONE),
          Map.entry("bar", new BigDecimal("100")),
          Map.entry("MPa", new BigDecimal("1000")));

  private UnitSize() {}

  static String smallest(List<String> units) {
    return units.stream().min(Comparator.comparing(UnitSize::of)).orElse("");
  }

  /// Exact: all sizes are powers of ten.
  static BigDecimal in(String wanted, BigDecimal value, String unit) {
    return value.multiply(of(unit)).divide(of(wanted));
  }

  private static BigDecimal of(String unit) {
    return SIZES.getOrDefault(unit, BigDecimal.ONE);
  }
}
