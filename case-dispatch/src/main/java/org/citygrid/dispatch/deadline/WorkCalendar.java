package org.citygrid.dispatch.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// When the town works: weekly hours with a valid-from date, and dated exceptions to the weekly
/// pattern (a holiday is off, a make-up day is on).
public final class WorkCalendar {

  /// A calendar in which no work comes for so long is a mistake in the data.
  private static final int LONGEST_SEARCH_DAYS = 20 * 366;

  private final ZoneId zone;
  private final NavigableMap<LocalDate, WorkHours> hours;
  private final WorkHours first;
  private final Map<LocalDate, Boolean> exceptions;

  /// @param exceptions date to whether it is a work day, where it differs from the weekly pattern
  /// @throws IllegalArgumentException when there are no hours at all
  public WorkCalendar(ZoneId zone, List<WorkHours> hours, Map<LocalDate, Boolean> exceptions) {
    this.zone = zone;
    this.first =
        hours.stream()
            .min(Comparator.comparing(WorkHours::validFrom))
            .orElseThrow(() -> new IllegalArgumentException("A calendar needs work hours"));
    this.hours =
        hours.stream()
            .collect(
                Collectors.toMap(
                    WorkHours::validFrom, Function.identity(), (a, b) -> b, TreeMap::new));
    this.exceptions = Map.copyOf(exceptions);
  }

  public boolean isWorkDay(LocalDate day) {
    var exception = exceptions.get(day);
    return exception != null ? exception : hoursOn(day).days().contains(day.getDayOfWeek());
  }

  /// How long a whole work day is at that time, whether or not work is done on that very day.
  public Duration dayLength(Instant at) {
    return hoursOn(LocalDate.ofInstant(at, zone)).dayLength();
  }

  /// When `work` of work time after `start` is used up: at the end of a period rather than at the
  /// start of the next one; no work at all is used up at once.
  ///
  /// @throws IllegalStateException when the calendar has no work for twenty years
  public Instant plus(Instant start, Duration work) {
    if (work.isZero() || work.isNegative()) {
      return start;
    }
    var left = work;
    var day = LocalDate.ofInstant(start, zone);
    for (int i = 0; i < LONGEST_SEARCH_DAYS; i++, day = day.plusDays(1)) {
      for (var period : periodsOn(day)) {
        var from = later(at(day, period.from()), start);
        var available = Duration.between(from, at(day, period.to()));
        if (available.compareTo(left) >= 0) {
          return from.plus(left);
        }
        if (available.isPositive()) {
          left = left.minus(available);
        }
      }
    }
    throw new IllegalStateException("The work calendar has no work for 20 years after " + start);
  }

  /// How much work time lies between two instants; zero when `to` is not after `from`.
  public Duration between(Instant from, Instant to) {
    var sum = Duration.ZERO;
    var last = LocalDate.ofInstant(to, zone);
    for (var day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
      for (var period : periodsOn(day)) {
        var begin = later(at(day, period.from()), from);
        var end = earlier(at(day, period.to()), to);
        if (begin.isBefore(end)) {
          sum = sum.plus(Duration.between(begin, end));
        }
      }
    }
    return sum;
  }

  private List<WorkPeriod> periodsOn(LocalDate day) {
    return isWorkDay(day) ? hoursOn(day).periods() : List.of();
  }

  private WorkHours hoursOn(LocalDate day) {
    var entry = hours.floorEntry(day);
    return entry == null ? first : entry.getValue();
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
