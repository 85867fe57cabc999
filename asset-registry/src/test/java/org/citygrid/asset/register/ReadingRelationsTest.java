package org.citygrid.asset.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReadingRelationsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Test
  void the_first_unit_holds_since_the_component_is_known() {
    assertThat(periods("2024-03-01 {\"ownerUnit\": \"a\", \"since\": \"2020-05-01\"}"))
        .containsExactly("owner a 2020-05-01 null");
  }

  @Test
  void a_change_without_a_date_happens_on_its_day_in_the_town() {
    assertThat(
            periods(
                "2024-03-01 {\"ownerUnit\": \"a\", \"since\": \"2020-05-01\"}",
                "2024-06-01 {\"ownerUnit\": \"b\", \"since\": \"2020-05-01\"}"))
        .containsExactly("owner b 2024-06-02 null", "owner a 2020-05-01 2024-06-02");
  }

  @Test
  void a_change_with_a_date_happened_then() {
    assertThat(
            periods(
                "2024-03-01 {\"ownerUnit\": \"a\", \"since\": \"2020-05-01\"}",
                "2024-06-01 {\"ownerUnit\": \"b\", \"ownerFrom\": \"2024-01-01\"}"))
        .containsExactly("owner b 2024-01-01 null", "owner a 2020-05-01 2024-01-01");
  }

  @Test
  void a_date_that_is_put_right_moves_the_border() {
    assertThat(
            periods(
                "2024-03-01 {\"ownerUnit\": \"a\", \"since\": \"2020-05-01\"}",
                "2024-06-01 {\"ownerUnit\": \"b\", \"ownerFrom\": \"2024-01-01\"}",
                "2024-07-01 {\"ownerUnit\": \"b\", \"ownerFrom\": \"2023-01-01\"}"))
        .containsExactly("owner b 2023-01-01 null", "owner a 2020-05-01 2023-01-01");
  }

  @Test
  void a_date_left_over_from_the_unit_before_says_nothing_of_the_next() {
    assertThat(
            periods(
                "2024-03-01 {\"ownerUnit\": \"a\", \"ownerFrom\": \"2021-01-01\"}",
                "2024-06-01 {\"ownerUnit\": \"b\", \"ownerFrom\": \"2021-01-01\"}"))
        .containsExactly("owner b 2024-06-02 null", "owner a 2021-01-01 2024-06-02");
  }

  @Test
  void nobody_may_maintain_for_a_while() {
    assertThat(
            periods(
                "2024-03-01 {\"maintenanceUnit\": \"a\", \"since\": \"2020-05-01\"}",
                "2024-06-01 {}",
                "2024-08-01 {\"maintenanceUnit\": \"a\"}"))
        .containsExactly("maintenance a 2024-08-02 null", "maintenance a 2020-05-01 2024-06-02");
  }

  @Test
  void other_changes_touch_no_relation() {
    assertThat(
            periods(
                "2024-03-01 {\"ownerUnit\": \"a\", \"since\": \"2020-05-01\"}",
                "2024-06-01 {\"ownerUnit\": \"a\", \"since\": \"2020-05-01\", \"note\": \"x\"}"))
        .hasSize(1);
  }

  /// @param versions day, at 23:00 UTC of which it was written, and the card
  private static List<String> periods(String... versions) {
    List<CardVersion> read = new ArrayList<>();
    for (String version : versions) {
      var parts = Arrays.asList(version.split(" ", 2));
      read.add(
          new CardVersion(
              read.size() + 1,
              Instant.parse(parts.getFirst() + "T23:00:00Z"),
              "ann",
              null,
              null,
              null,
              JSON.readTree(parts.getLast())));
    }
    return RelationPeriods.read(read, ZONE).stream()
        .map(one -> "%s %s %s %s".formatted(one.role(), one.unit(), one.from(), one.to()))
        .toList();
  }
}
