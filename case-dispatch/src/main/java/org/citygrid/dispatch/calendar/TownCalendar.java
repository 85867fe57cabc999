package org.citygrid.dispatch.calendar;

import java.sql.Time;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.citygrid.dispatch.deadline.Deadlines;
import org.citygrid.dispatch.deadline.WorkCalendar;
import org.citygrid.dispatch.deadline.WorkHours;
import org.citygrid.dispatch.deadline.WorkPeriod;
import org.citygrid.platform.setting.TownClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The town's working calendar, read from its tables when the process starts.
@Component
final class TownCalendar implements Supplier<Deadlines> {
  private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private final JdbcClient jdbc;
  private final Deadlines deadlines;

  TownCalendar(JdbcClient jdbc, CalendarLoader loader, TownClock clock) {
    this.jdbc = jdbc;
    loader.load();
    this.deadlines = new Deadlines(new WorkCalendar(clock.zone(), hours(), exceptions()));
  }

  @Override
  public Deadlines get() {
    return deadlines;
  }

  private List<WorkHours> hours() {
    Map<LocalDate, List<WorkPeriod>> periods = new TreeMap<>();
    jdbc.sql("select valid_from, starts, ends from dispatch.work_period order by 1, 2")
        .query(row -> {
          periods
              .computeIfAbsent(row.getObject(1, LocalDate.class), _ -> new ArrayList<>())
              .add(period(row.getTime(2), row.getTime(3)));
        });
    return periods.isEmpty()
        ? List.of(WorkHours.usual())
        : periods.entrySet().stream()
            .map(entry -> new WorkHours(entry.getKey(), WEEK, entry.getValue()))
            .toList();
  }

  private Map<LocalDate, Boolean> exceptions() {
    Map<LocalDate, Boolean> exceptions = new HashMap<>();
    jdbc.sql("select day, works from dispatch.calendar_exception")
        .query(row -> {
          exceptions.put(row.getObject(1, LocalDate.class), row.getBoolean(2));
        });
    return exceptions;
  }

  private static WorkPeriod period(Time starts, Time ends) {
    return new WorkPeriod(starts.toLocalTime(), ends.toLocalTime());
  }
}
