package org.citygrid.dispatch.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citygrid.dispatch.calendar.CalendarContent.Day;
import org.citygrid.dispatch.calendar.CalendarContent.Period;
import org.citygrid.dispatch.calendar.CalendarContent.Week;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/// A change of the calendar as somebody asks for it. What it does not name stays.
///
/// @param revision the calendar it was drawn up by
/// @param note why; required
/// @param hours work periods, days of the week or both, from a date on; a date that is there
///   already is put anew
/// @param removeHours dates from which nothing new shall hold after all
/// @param exceptions days that differ from the week; a day that is there already is put anew
/// @param removeExceptions days that shall be as the week has them
record CalendarForm(
    @Nullable Long revision,
    @Nullable String note,
    @Nullable List<Hours> hours,
    @Nullable List<String> removeHours,
    @Nullable List<Different> exceptions,
    @Nullable List<String> removeExceptions) {
  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_NAME = 60;
  private static final int SUNDAY = 7;

  /// @param days 1 (Monday) to 7, ascending or not; null keeps the week as it is
  /// @param periods null keeps the periods as they are
  record Hours(
      @Nullable String validFrom, @Nullable List<Integer> days, @Nullable List<Span> periods) {}

  record Span(@Nullable String starts, @Nullable String ends) {}

  record Different(@Nullable String day, @Nullable String name, @Nullable Boolean works) {}

  /// The calendar with this change in it; every wrong field is named.
  CalendarContent appliedTo(CalendarContent now, Violations wrong) {
    checkNote(wrong);
    var periods = new ArrayList<>(now.periods());
    var weeks = new TreeMap<LocalDate, Week>();
    now.weeks().forEach(week -> weeks.put(week.validFrom(), week));
    removeHours(periods, weeks, wrong);
    putHours(periods, weeks, wrong);
    wrong.require(!periods.isEmpty(), "removeHours", "must leave some work periods");
    periods.sort(Comparator.comparing(Period::validFrom).thenComparing(Period::starts));
    return new CalendarContent(periods, List.copyOf(weeks.values()), days(now, wrong));
  }

  private void checkNote(Violations wrong) {
    wrong.require(
        note != null && !note.isBlank() && note.length() <= LONGEST_NOTE,
        "note",
        "must say why, in at most %d characters".formatted(LONGEST_NOTE));
  }

  private void removeHours(List<Period> periods, TreeMap<LocalDate, Week> weeks, Violations wrong) {
    var dates = orNone(removeHours);
    for (int i = 0; i < dates.size(); i++) {
      var field = "removeHours[" + i + "]";
      var date = date(dates.get(i), field, wrong);
      if (date != null) {
        var some = periods.removeIf(p -> p.validFrom().equals(date));
        some |= weeks.remove(date) != null;
        wrong.require(some, field, "is no date from which hours hold");
      }
    }
  }

  private void putHours(List<Period> periods, TreeMap<LocalDate, Week> weeks, Violations wrong) {
    var seen = new HashSet<LocalDate>();
    var all = orNone(hours);
    for (int i = 0; i < all.size(); i++) {
      var one = all.get(i);
      var path = "hours[" + i + "].";
      var date = date(one.validFrom, path + "validFrom", wrong);
      wrong.require(date == null || seen.add(date), path + "validFrom", "is given more than once");
      wrong.require(
          one.days != null || one.periods != null, path + "days", "or periods must be given");
      var from = date == null ? LocalDate.EPOCH : date;
      if (one.days != null) {
        weeks.put(from, new Week(from, week(one.days, path + "days", wrong)));
      }
      if (one.periods != null) {
        periods.removeIf(p -> p.validFrom().equals(from));
        periods.addAll(periods(one.periods, from, path + "periods", wrong));
      }
    }
  }

  private static Set<Integer> week(List<Integer> days, String field, Violations wrong) {
    wrong.require(!days.isEmpty(), field, "must name at least one day of the week");
    wrong.require(
        days.stream().allMatch(day -> day >= 1 && day <= SUNDAY),
        field,
        "must be 1 (Monday) to 7 (Sunday)");
    return new TreeSet<>(days);
  }

  private static List<Period> periods(
      List<Span> spans, LocalDate from, String field, Violations wrong) {
    wrong.require(!spans.isEmpty(), field, "must name at least one period");
    var read = new ArrayList<Period>();
    for (int i = 0; i < spans.size(); i++) {
      var path = field + "[" + i + "].";
      var starts = time(spans.get(i).starts, path + "starts", wrong);
      var ends = time(spans.get(i).ends, path + "ends", wrong);
      if (starts == null || ends == null) {
        continue;
      }
      if (!ends.isAfter(starts)) {
        wrong.add(
            path + "ends",
            "must be later on the same day than starts; work past midnight is a period of each day");
        continue;
      }
      var clash =
          read.stream().anyMatch(p -> starts.isBefore(p.ends()) && p.starts().isBefore(ends));
      wrong.require(!clash, path + "starts", "overlaps with another period");
      read.add(new Period(from, starts, ends));
    }
    return read;
  }

  private List<Day> days(CalendarContent now, Violations wrong) {
    var days = new TreeMap<LocalDate, Day>();
    now.exceptions().forEach(day -> days.put(day.day(), day));
    var removed = orNone(removeExceptions);
    for (int i = 0; i < removed.size(); i++) {
      var field = "removeExceptions[" + i + "]";
      var date = date(removed.get(i), field, wrong);
      wrong.require(
          date == null || days.remove(date) != null, field, "is a day like the week has it");
    }
    var seen = new HashSet<LocalDate>();
    var put = orNone(exceptions);
    for (int i = 0; i < put.size(); i++) {
      var one = put.get(i);
      var path = "exceptions[" + i + "].";
      var date = date(one.day, path + "day", wrong);
      var name = one.name == null ? "" : one.name.strip();
      wrong.require(date == null || seen.add(date), path + "day", "is given more than once");
      wrong.require(
          !name.isEmpty() && name.length() <= LONGEST_NAME,
          path + "name",
          "must be given, with at most %d characters".formatted(LONGEST_NAME));
      wrong.require(one.works != null, path + "works", "must be true or false");
      if (date != null) {
        days.put(date, new Day(date, name, Boolean.TRUE.equals(one.works)));
      }
    }
    return List.copyOf(days.values());
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static @Nullable LocalDate date(@Nullable String text, String field, Violations wrong) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException garbled) {
      wrong.add(field, "must be a date such as 2026-11-23");
      return null;
    }
  }

  private static @Nullable LocalTime time(@Nullable String text, String field, Violations wrong) {
    try {
      return LocalTime.parse(text == null ? "" : text);
    } catch (DateTimeException garbled) {
      wrong.add(field, "must be a time of the day such as 08:30");
      return null;
    }
  }
}
