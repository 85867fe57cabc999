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
import java.util.function.Predicate;
import org.citygrid.data.Catalogues;

/// Adds working time to an instant, by the catalogue's calendar and work periods. Only good enough
/// to tell believable stories: the deadlines of law are the dispatch service's.
final class WorkClock {

  private final ZoneId zone;
  private final Predicate<LocalDate> works;
  private final List<Period> periods;

  private record Period(LocalTime starts, LocalTime ends) {}

  private WorkClock(ZoneId zone, Predicate<LocalDate> works, List<Period> periods) {
    this.zone = zone;
    this.works = works;
    this.periods = periods;
  }

  /// The offices: working days and work periods of the catalogue.
  static WorkClock ofOffices(ZoneId zone) {
    Map<LocalDate, Boolean> offDays = new HashMap<>();
    for (var row : Catalogues.rows(Catalogues.WORKING_CALENDAR)) {
      offDays.put(
          LocalDate.parse(String.valueOf(row.get("date"))),
          Boolean.valueOf(String.valueOf(row.get("is_off_day"))));
    }
    return new WorkClock(
        zone, day -> !offDays.getOrDefault(day, isWeekend(day)), periodsOfCatalogue());
  }

  /// The crews: out from seven to half past seven in the evening, every day of the year.
  static WorkClock ofCrews(ZoneId zone) {
    return new WorkClock(
        zone, _ -> true, List.of(new Period(LocalTime.of(7, 0), LocalTime.of(19, 30))));
  }

  private static List<Period> periodsOfCatalogue() {
    return Catalogues.rows(Catalogues.WORK_PERIODS).stream()
        .map(row ->
            new Period(
                LocalTime.parse(String.valueOf(row.get("starts"))),
                LocalTime.parse(String.valueOf(row.get("ends")))))
        .sorted(Comparator.comparing(Period::starts))
        .toList();
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  boolean isWorkingDay(LocalDate day) {
    return works.test(day);
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
