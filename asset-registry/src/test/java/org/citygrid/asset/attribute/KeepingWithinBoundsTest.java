package org.citygrid.asset.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.citygrid.asset.Dimension;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The opening of a cover: up to 2000, in millimetres, centimetres or metres.
class KeepingWithinBoundsTest {
  private static final Attribute OPENING =
      new Attribute(
          "0101",
          "diameter",
          new LocalText("净开孔直径", "Clear opening"),
          Attribute.Type.NUMBER,
          List.of("cm", "mm", "m"),
          BigDecimal.ZERO,
          new BigDecimal("2000"),
          List.of(),
          "GB/T 23858-2009");

  @ParameterizedTest
  @CsvSource({"700, mm", "2000, mm", "200, cm", "2, m", "0, m", "0.0007, m"})
  void the_bounds_are_those_of_the_smallest_unit(BigDecimal value, String unit) {
    assertThat(fault(value, unit)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2001, mm, must be at most 2000 mm",
    "201, cm, must be at most 2000 mm",
    "700, m, must be at most 2000 mm",
    "-1, m, must be at least 0 mm",
    "0.7, km, 'must be in one of cm, mm, m'"
  })
  void whatever_the_unit_a_cover_is_no_kilometre_wide(
      BigDecimal value, String unit, String reason) {
    assertThat(fault(value, unit)).isEqualTo(reason);
  }

  private static @Nullable String fault(BigDecimal value, String unit) {
    return OPENING.fault(new Dimension("diameter", value, unit));
  }
}
