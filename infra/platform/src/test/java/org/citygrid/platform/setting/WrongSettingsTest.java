package org.citygrid.platform.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WrongSettingsTest {
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  @Test
  void are_told_in_one_sentence_that_says_what_to_do() {
    assertThatThrownBy(() -> new CityGridSettings(Set.of(), "dali", "Asia/Shanghai", HALF_A_DAY))
        .isInstanceOf(WrongSetting.class)
        .hasMessage(
            "The setting citygrid.town is \"dali\": give the 9-digit division code of the town.");
  }

  @Test
  void name_an_unknown_zone() {
    assertThatThrownBy(() -> new CityGridSettings(Set.of(), "440605125", "Asia/Dali", HALF_A_DAY))
        .hasMessageContaining("citygrid.zone")
        .hasMessageContaining("Asia/Dali");
  }

  @Test
  void name_an_unknown_role() {
    assertThatThrownBy(
            () -> new CityGridSettings(Set.of("cook"), "440605125", "Asia/Shanghai", HALF_A_DAY))
        .hasMessageContaining("citygrid.roles")
        .hasMessageContaining("cook");
  }

  @Test
  void the_towns_day_begins_at_its_own_midnight() {
    Instant lateInGreenwich = Instant.parse("2026-11-23T16:00:00Z");
    TownClock clock = new TownClock(() -> lateInGreenwich, ZoneId.of("Asia/Shanghai"));

    assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 11, 24));
  }
}
