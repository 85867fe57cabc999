package org.citygrid.data.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingWorkingTimeTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "2026-05-22T15:30, 4, 2026-05-25T09:30",
    "2026-05-23T20:00, 4, 2026-05-25T12:00",
    "2026-05-22T10:00, 16, 2026-05-26T10:00",
    "2026-04-30T17:00, 4, 2026-05-06T11:00"
  })
  void it_stops_at_night_at_noon_and_on_days_off(String start, int hours, String end) {
    var from = LocalDateTime.parse(start).atZone(ZONE).toInstant();

    assertThat(new WorkClock(ZONE).after(from, Duration.ofHours(hours)))
        .isEqualTo(LocalDateTime.parse(end).atZone(ZONE).toInstant());
  }
}
