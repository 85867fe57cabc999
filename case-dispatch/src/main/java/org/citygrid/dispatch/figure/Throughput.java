package org.citygrid.dispatch.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What went through on each day: reported, filed, handled, closed, handled on time. Read from the
/// figures, which follow the history within a second or two.
@Component
public final class Throughput {
  private static final int TOWN_DIGITS = 9;

  private final JdbcClient jdbc;
  private final FigureTable figures;

  Throughput(JdbcClient jdbc, FigureTable figures) {
    this.jdbc = jdbc;
    this.figures = figures;
  }

  /// One day of a division.
  public record Day(
      LocalDate date, long reported, long filed, long handled, long closed, long onTime) {}

  /// Every day from `from` to `to`, both included, empty days too.
  ///
  /// @param division figures of this division and those below it
  public List<Day> days(LocalDate from, LocalDate to, String division) {
    return jdbc.sql(
            """
            select d.day::date as date,
                   coalesce(sum(f.reported), 0) as reported,
                   coalesce(sum(f.filed), 0) as filed,
                   coalesce(sum(f.handled), 0) as handled,
                   coalesce(sum(f.closed), 0) as closed,
                   coalesce(sum(f.handled_on_time), 0) as on_time
            from generate_series(cast(:from as date), cast(:to as date), interval '1 day') as d(day)
            left join dispatch.figure f
              on f.kind = :kind and f.span = 'day' and f.starts = d.day::date and starts_with(f.key, :division)
            group by d.day
            order by d.day
            """)
        .param("from", from)
        .param("to", to)
        .param("kind", division.length() > TOWN_DIGITS ? "community" : "town")
        .param("division", division)
        .query((row, _) ->
            new Day(
                row.getObject("date", LocalDate.class),
                row.getLong("reported"),
                row.getLong("filed"),
                row.getLong("handled"),
                row.getLong("closed"),
                row.getLong("on_time")))
        .list();
  }

  public Day day(LocalDate day, String division) {
    return days(day, day, division).getFirst();
  }

  /// @param days in the order of [Measure]s that [#MEASURES] has, one list a measure
  public record Series(String key, List<long[]> days) {}

  /// What a throughput is made of.
  public static final List<Measure> MEASURES =
      List.of(
          Measure.REPORTED,
          Measure.FILED,
          Measure.HANDLED,
          Measure.CLOSED,
          Measure.HANDLED_ON_TIME);

  /// Totals of every object of a kind, cases left out of scores included: what went through went
  /// through.
  public Map<String, long[]> totals(String kind, LocalDate from, LocalDate to) {
    var until = to.plusDays(1);
    var sums =
        figures.sums(
            kind,
            null,
            MEASURES,
            List.of(
                new FigureTable.Part("all", from, until, false),
                new FigureTable.Part("exempt", from, until, true)));
    var totals = sums.getOrDefault("all", new java.util.HashMap<>());
    sums.getOrDefault("exempt", Map.of())
        .forEach((key, more) -> totals.merge(key, more, Throughput::plus));
    return totals;
  }

  private static long[] plus(long[] a, long[] b) {
    var sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  /// Day by day, for a few objects.
  public List<Series> series(String kind, List<String> keys, LocalDate from, LocalDate to) {
    int length = (int) (to.toEpochDay() - from.toEpochDay()) + 1;
    var series = new ArrayList<Series>();
    for (var key : keys) {
      var days = new ArrayList<long[]>();
      MEASURES.forEach(_ -> days.add(new long[length]));
      series.add(new Series(key, days));
    }
    jdbc.sql(
            """
            select key, starts, reported, filed, handled, closed, handled_on_time
            from dispatch.figure
            where kind = :kind and span = 'day' and starts between :from and :to and key = any (:keys)
            """)
        .param("kind", kind)
        .param("from", from)
        .param("to", to)
        .param("keys", keys.toArray(String[]::new))
        .query(row -> {
          int day = (int) (row.getObject(2, LocalDate.class).toEpochDay() - from.toEpochDay());
          var days = series.get(keys.indexOf(row.getString(1))).days();
          for (int i = 0; i < MEASURES.size(); i++) {
            days.get(i)[day] += row.getLong(i + 3);
          }
        });
    return series;
  }
}
