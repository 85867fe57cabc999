package org.citygrid.dispatch.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citygrid.dispatch.deadline.WorkCalendar;
import org.citygrid.dispatch.deadline.WorkHours;
import org.citygrid.dispatch.deadline.WorkPeriod;

/// The calendar whole, as its tables hold it: daily work periods and days of the week, each from a
/// date on, and the days that differ.
record CalendarContent(List<Period> periods, List<Week> weeks, List<Day> exceptions) {
  private static final Set<DayOfWeek> USUAL = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  record Period(LocalDate validFrom, LocalTime starts, LocalTime ends) {}

  /// @param days 1 is Monday
  record Week(LocalDate validFrom, Set<Integer> days) {
    Set<DayOfWeek> daysOfWeek() {
      return days.stream().map(DayOfWeek::of).collect(Collectors.toSet());
    }
  }

  /// @param works false for a holiday, true for a make-up day
  record Day(LocalDate day, String name, boolean works) {}

  WorkCalendar calendar(ZoneId zone) {
    return new WorkCalendar(
        zone, hours(), exceptions.stream().collect(toMap(Day::day, Day::works)));
  }

  /// Periods and days of the week put together: what holds from each date on. Before the first
  /// periods theirs hold, before the first week Monday to Friday.
  List<WorkHours> hours() {
    if (periods.isEmpty()) {
      return List.of(WorkHours.usual());
    }
    NavigableMap<LocalDate, List<WorkPeriod>> daily =
        periods.stream()
            .collect(
                groupingBy(
                    Period::validFrom,
                    TreeMap::new,
                    Collectors.mapping(
                        p -> new WorkPeriod(p.starts, p.ends), Collectors.toList())));
    NavigableMap<LocalDate, Set<DayOfWeek>> weekly =
        weeks.stream().collect(toMap(Week::validFrom, Week::daysOfWeek, (a, _) -> a, TreeMap::new));
    var dates = new TreeSet<>(daily.keySet());
    dates.addAll(weekly.keySet());
    return dates.stream()
        .map(date -> new WorkHours(date, weekOn(date, weekly), periodsOn(date, daily)))
        .toList();
  }

  private static Set<DayOfWeek> weekOn(
      LocalDate date, NavigableMap<LocalDate, Set<DayOfWeek>> weekly) {
    var entry = weekly.floorEntry(date);
    return entry == null ? USUAL : entry.getValue();
  }

  private static List<WorkPeriod> periodsOn(
      LocalDate date, NavigableMap<LocalDate, List<WorkPeriod>> daily) {
    var entry = daily.floorEntry(date);
    return entry == null ? daily.firstEntry().getValue() : entry.getValue();
  }
}
