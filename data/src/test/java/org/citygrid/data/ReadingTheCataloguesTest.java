package org.citygrid.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTheCataloguesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "component-classes.csv",
        "event-classes.csv",
        "handling-limits.csv",
        "working-calendar.csv",
        "work-periods.csv",
        "divisions.csv"
      })
  void every_row_names_its_edition_and_its_source(String name) {
    assertThat(Catalogues.rows(name))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("edition")).isNotBlank())
        .allSatisfy(row -> assertThat(row.get("source")).isNotBlank());
  }

  @Test
  void a_class_code_is_used_once_in_an_edition() {
    List<Map<String, String>> rows = Catalogues.rows(Catalogues.COMPONENT_CLASSES);

    assertThat(rows)
        .extracting(row -> row.get("edition") + row.get("code"))
        .doesNotHaveDuplicates();
    assertThat(rows).allSatisfy(row -> assertThat(row.get("code")).matches("\\d{4}"));
  }

  @Test
  void every_limit_belongs_to_a_class_of_its_edition() {
    var classes = new HashSet<String>();
    for (var name : List.of(Catalogues.COMPONENT_CLASSES, Catalogues.EVENT_CLASSES)) {
      Catalogues.rows(name)
          .forEach(row -> classes.add(row.get("edition") + row.get("kind") + row.get("code")));
    }

    assertThat(Catalogues.rows(Catalogues.HANDLING_LIMITS))
        .extracting(row -> row.get("edition") + row.get("kind") + row.get("class_code"))
        .isSubsetOf(classes);
    assertThat(Catalogues.rows(Catalogues.HANDLING_LIMITS))
        .extracting(row -> row.get("id"))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_newer_list_of_dali_has_43_communities() {
    var byEdition =
        Catalogues.rows(Catalogues.DIVISIONS).stream()
            .filter(row -> "community".equals(row.get("level")))
            .collect(Collectors.groupingBy(row -> row.get("edition"), Collectors.counting()));

    assertThat(byEdition)
        .containsEntry("china-division 2.7.0", 43L)
        .containsEntry("list of 2017", 38L);
  }

  @Test
  void a_make_up_day_falls_on_a_weekend() {
    // The holiday of 2020 was prolonged; the notice says from which Monday on work goes on.
    LocalDate goneOn = LocalDate.of(2020, 2, 3);

    assertThat(Catalogues.rows(Catalogues.WORKING_CALENDAR))
        .filteredOn(row -> "false".equals(row.get("is_off_day")))
        .extracting(row -> LocalDate.parse(row.get("date")))
        .allMatch(day -> day.getDayOfWeek().getValue() >= 6 || day.equals(goneOn));
  }

  @Test
  void an_unknown_catalogue_is_named_in_the_refusal() {
    assertThatThrownBy(() -> Catalogues.open("nothing.csv")).hasMessageContaining("nothing.csv");
  }
}
