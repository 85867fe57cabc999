package org.citygrid.data.day;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.data.Catalogues;

/// Adds working time to an instant, by the catalogue's calendar and work periods. Only good enough
/// to tell believable stories: the deadlines of law are the dispatch service's.
final class WorkClock {

  private final ZoneId zone;
  private final Map<LocalDate, Boolean> offDays = new HashMap<>();
  private final List<Period> periods;

  private record Period(LocalTime starts, LocalTime ends) {}

  WorkClock(ZoneId zone) {
    this.zone = zone;
    for (var row : Catalogues.rows(Catalogues.WORKING_CALENDAR)) {
      offDays.put(
          LocalDate.parse(String.valueOf(row.get("date"))),
          Boolean.valueOf(String.valueOf(row.get("is_off_day"))));
    }
    this.periods =
        Catalogues.rows(Catalogues.WORK_PERIODS).stream()
            .map(row ->
                new Period(
                    LocalTime.parse(String.valueOf(row.get("starts"))),
                    LocalTime.parse(String.valueOf(row.get("ends")))))
            .sorted(Comparator.comparing(Period::starts))
            .toList();
  }

  boolean isWorkingDay(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !offDays.getOrDefault(day, weekend);
  }

  /// The moment when so much working time has passed since `start`.
  Instant after(Instant start, Duration workingTime) {
    ZonedDateTime at = start.atZone(zone);
    Duration left = workingTime;
    LocalDate day = at.toLocalDate();
    LocalTime from = at.toLocalTime();
    while (true) {
      if (isWorkingDay(day)) {
        for (Period period : periods) {
          LocalTime begins = from.isAfter(period.starts()) ? from : period.starts();
          if (begins.isBefore(period.ends())) {
            Duration there = Duration.between(begins, period.ends());
            if (left.compareTo(there) <= 0) {
              return day.atTime(begins).plus(left).atZone(zone).toInstant();
            }
            left = left.minus(there);
          }
        }
      }
      day = day.plusDays(1);
      from = LocalTime.MIN;
    }
  }
}
