package org.citygrid.asset.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.citygrid.asset.Dimension;
import org.citygrid.asset.attribute.Attribute;
import org.citygrid.asset.attribute.Attributes;
import org.citygrid.asset.column.Reject;
import org.citygrid.asset.column.SurveyField;
import org.citygrid.asset.column.SurveyRow;
import org.citygrid.platform.text.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingARowTest {
  private static final LocalText WORDS = new LocalText("量", "measure");

  private static final RowCheck CHECK =
      new RowCheck(
          Set.of("0137", "0102")::contains,
          Set.of("lighting"),
          new Attributes(
              List.of(
                  number("height", "m"),
                  new Attribute(
                      "*",
                      "material",
                      WORDS,
                      Attribute.Type.TEXT,
                      List.of(),
                      null,
                      null,
                      List.of(),
                      "CityGrid"))),
          LocalDate.of(2026, 7, 1));

  @Test
  void a_good_row_has_no_faults() {
    assertThat(faults(lamp())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "code, 123, code",
    "code, 4406050102000001, classCode",
    "classCode, 0999, classCode",
    "ownerUnit, nobody, ownerUnit",
    "maintenanceUnit, nobody, maintenanceUnit",
    "state, fine, state",
    "since, 2026-07-02, since",
    "since, 01.07.2026, since",
    "synthetic, perhaps, synthetic"
  })
  void one_wrong_field_is_named(String field, String value, String named) {
    SurveyRow row = lamp();
    row.put(SurveyField.find(field).orElseThrow(), value);

    assertThat(faults(row)).containsExactly(named);
  }

  @ParameterizedTest
  @CsvSource({
    "23.1, 113.1, swapped",
    "38523417.2, 2555123.5, metres",
    "200, 23, 180",
    "0, 0, nobody",
    "NaN, 23, numbers"
  })
  void impossible_coordinates_say_what_may_have_happened(double lon, double lat, String hint) {
    SurveyRow row = lamp();
    row.place(Coordinates.GEOMETRIES.createPoint(Coordinates.coordinate(lon, lat)));
    CHECK.check(row);

    assertThat(row.faults()).singleElement().extracting(Reject::reason).asString().contains(hint);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"height, 8.5, ft", "height, 8.5, -", "height, 11, m", "wings, 2, -"})
  void a_dimension_must_fit_its_attribute(String name, BigDecimal value, String unit) {
    SurveyRow row = lamp();
    row.add(new Dimension(name, value, unit));

    assertThat(faults(row)).containsExactly("dimensions." + name);
  }

  @Test
  void a_number_and_a_text_are_told_apart() {
    SurveyRow row = lamp();
    row.add(new Dimension("height", "tall", "m"));
    row.add(new Dimension("material", "steel", null));

    assertThat(faults(row)).containsExactly("dimensions.height");
  }

  private static List<String> faults(SurveyRow row) {
    CHECK.check(row);
    return row.faults().stream().map(Reject::field).toList();
  }

  private static SurveyRow lamp() {
    SurveyRow row = new SurveyRow(1);
    row.put(SurveyField.CLASS_CODE, "0137");
    row.put(SurveyField.OWNER_UNIT, "lighting");
    row.place(Coordinates.GEOMETRIES.createPoint(Coordinates.coordinate(113.1, 23.1)));
    return row;
  }

  private static Attribute number(String name, String unit) {
    return new Attribute(
        "*",
        name,
        WORDS,
        Attribute.Type.NUMBER,
        List.of(unit),
        BigDecimal.ZERO,
        BigDecimal.TEN,
        List.of(),
        "CityGrid");
  }
}
