package org.citygrid.dispatch.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.dispatch.deadline.Days.at;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Deadlines by the holidays and make-up days that the State Council really announced.
class RealCalendarTest {
  private static final Map<LocalDate, Boolean> ANNOUNCED = announced();

  private final Deadlines deadlines =
      new Deadlines(new WorkCalendar(Days.ZONE, List.of(WorkHours.usual()), ANNOUNCED));

  @ParameterizedTest(name = "{0} + {1} {2} = {3}")
  @CsvSource({
    // The Spring Festival of 2020 was prolonged to 2 February; Sunday 19 January made up for it.
    "2020-01-23T17:00, 4, work_hour, 2020-02-03T11:00",
    "2020-01-17T17:00, 4, work_hour, 2020-01-19T11:00",
    // National Day and Mid-Autumn of 2020 fell together: eight days off, 27 September and 10
    // October worked.
    "2020-09-25T10:00, 2, work_day,  2020-09-28T10:00",
    "2020-09-30T17:00, 4, work_hour, 2020-10-09T11:00",
    "2020-10-09T17:00, 4, work_hour, 2020-10-10T11:00",
    // 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October worked.
    "2026-09-18T10:00, 2, work_day,  2026-09-21T10:00",
    "2026-09-30T17:00, 4, work_hour, 2026-10-08T11:00",
    "2026-10-09T17:00, 4, work_hour, 2026-10-10T11:00",
    "2026-10-10T17:00, 4, work_hour, 2026-10-12T11:00",
    // Clocks that run on take no notice.
    "2026-09-30T17:00, 4, emergency_hour, 2026-09-30T21:00",
    "2026-09-30T17:00, 2, calendar_day,   2026-10-02T17:00"
  })
  void holidays_and_make_up_days_count(String start, int value, String unit, String end) {
    assertThat(deadlines.deadline(at(start), new Limit(value, LimitUnit.of(unit))))
        .isEqualTo(at(end));
  }

  record Try(Instant start, Limit limit) {}

  static Stream<Try> tries() {
    var random = new Random(2020);
    return Stream.of("2020-01-01T00:00", "2026-01-01T00:00")
        .flatMap(year ->
            Stream.generate(() ->
                    new Try(
                        at(year).plus(Duration.ofMinutes(random.nextInt(360 * 24 * 60))),
                        new Limit(
                            1 + random.nextInt(15),
                            random.nextBoolean() ? LimitUnit.WORK_HOUR : LimitUnit.WORK_DAY)))
                .limit(150));
  }

  @ParameterizedTest
  @MethodSource("tries")
  void equal_to_a_clock_that_counts_minute_by_minute(Try t) {
    var minutes =
        t.limit.unit() == LimitUnit.WORK_HOUR ? t.limit.value() * 60 : t.limit.value() * 480;
    var now = t.start;
    while (minutes > 0) {
      if (isWorked(now)) {
        minutes--;
      }
      now = now.plusSeconds(60);
    }

    assertThat(deadlines.deadline(t.start, t.limit)).isEqualTo(now);
  }

  @Test
  void every_announced_day_is_what_was_announced() {
    var calendar = new WorkCalendar(Days.ZONE, List.of(WorkHours.usual()), ANNOUNCED);

    assertThat(ANNOUNCED).hasSizeGreaterThan(500);
    ANNOUNCED.forEach((day, works) -> assertThat(calendar.isWorkDay(day)).isEqualTo(works));
  }

  private static boolean isWorked(Instant minute) {
    var local = minute.atZone(Days.ZONE);
    var day = local.toLocalDate();
    var weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    var hour = local.getHour();
    return ANNOUNCED.getOrDefault(day, !weekend)
        && ((hour >= 8 && hour < 12) || (hour >= 14 && hour < 18));
  }

  private static Map<LocalDate, Boolean> announced() {
    var file = RealCalendarTest.class.getResourceAsStream("/catalogues/working-calendar.csv");
    var days = new HashMap<LocalDate, Boolean>();
    try (var csv =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(requireNonNull(file), UTF_8))) {
      csv.forEach(row ->
          days.put(
              LocalDate.parse(row.getField("date")),
              !Boolean.parseBoolean(row.getField("is_off_day"))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Map.copyOf(days);
  }
}
