package org.citygrid.dispatch.figure;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of daily figures.
@Component
public final class DailyFigures {
  private final JdbcTemplate jdbc;
  private final JdbcClient client;

  DailyFigures(JdbcTemplate jdbc, JdbcClient client) {
    this.jdbc = jdbc;
    this.client = client;
  }

  /// One day of a division.
  public record Day(LocalDate date, int reported, int filed, int handled, int closed, int onTime) {

    static Day empty(LocalDate date) {
      return new Day(date, 0, 0, 0, 0, 0);
    }
  }

  /// Adds a batch, in the caller's transaction.
  public void add(Tally tally) {
    var rows = new ArrayList<Object[]>();
    tally
        .counts()
        .forEach((key, counts) ->
            rows.add(
                new Object[] {
                  Date.valueOf(key.day()),
                  key.area(),
                  counts.getOrDefault(Figure.REPORTED, 0),
                  counts.getOrDefault(Figure.FILED, 0),
                  counts.getOrDefault(Figure.HANDLED, 0),
                  counts.getOrDefault(Figure.ON_TIME, 0),
                  counts.getOrDefault(Figure.CLOSED, 0),
                  counts.getOrDefault(Figure.SELF_HANDLED, 0)
                }));
    jdbc.batchUpdate(
        """
        insert into dispatch.daily_figure as f
          (day, area_code, reported, filed, handled, on_time, closed, self_handled)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (day, area_code) do update set
          reported     = f.reported + excluded.reported,
          filed        = f.filed + excluded.filed,
          handled      = f.handled + excluded.handled,
          on_time      = f.on_time + excluded.on_time,
          closed       = f.closed + excluded.closed,
          self_handled = f.self_handled + excluded.self_handled
        """,
        rows);
  }

  /// Every day from `from` to `to`, both included, empty days too.
  ///
  /// @param division figures of this division and those below it
  public List<Day> days(LocalDate from, LocalDate to, String division) {
    return client
        .sql(
            """
            select d.day::date as date,
                   coalesce(sum(f.reported), 0) as reported,
                   coalesce(sum(f.filed), 0) as filed,
                   coalesce(sum(f.handled), 0) as handled,
                   coalesce(sum(f.closed), 0) as closed,
                   coalesce(sum(f.on_time), 0) as on_time
            from generate_series(cast(:from as date), cast(:to as date), interval '1 day') as d(day)
            left join dispatch.daily_figure f
              on f.day = d.day::date and starts_with(f.area_code, :division)
            group by d.day
            order by d.day
            """)
        .param("from", from)
        .param("to", to)
        .param("division", division)
        .query((row, _) ->
            new Day(
                row.getObject("date", LocalDate.class),
                row.getInt("reported"),
                row.getInt("filed"),
                row.getInt("handled"),
                row.getInt("closed"),
                row.getInt("on_time")))
        .list();
  }

  public Day day(LocalDate day, String division) {
    var days = days(day, day, division);
    return days.isEmpty() ? Day.empty(day) : days.getFirst();
  }
}
