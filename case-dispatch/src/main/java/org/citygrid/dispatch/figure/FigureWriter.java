package org.citygrid.dispatch.figure;

import static java.util.stream.Collectors.joining;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.citygrid.dispatch.figure.Sums.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Adds sums to the figures that are there.
@Component
final class FigureWriter {
  private static final String ADD = add();
  private static final String LONGER = longer();

  private final JdbcClient jdbc;

  FigureWriter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// In the caller's transaction, in one statement.
  ///
  /// @param rows each row once
  void add(List<Map.Entry<Row, int[]>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var columns = new ArrayList<Object>();
    columns.add(column(rows, Row::span, String[]::new));
    columns.add(column(rows, row -> Date.valueOf(LocalDate.ofEpochDay(row.starts())), Date[]::new));
    columns.add(column(rows, Row::kind, String[]::new));
    columns.add(column(rows, Row::key, String[]::new));
    columns.add(column(rows, Row::exempt, Boolean[]::new));
    for (int i = 0; i < Sums.MEASURES; i++) {
      int measure = i;
      columns.add(rows.stream().mapToInt(row -> row.getValue()[measure]).toArray());
    }
    jdbc.sql(ADD).params(columns).update();
  }

  /// Months and years from the days, where there are only days.
  void addUp() {
    jdbc.sql(LONGER).update();
  }

  void deleteAll() {
    jdbc.sql("delete from dispatch.figure").update();
  }

  private static <T> T[] column(
      List<Map.Entry<Row, int[]>> rows, Function<Row, T> part, IntFunction<T[]> array) {
    return rows.stream().map(Map.Entry::getKey).map(part).toArray(array);
  }

  private static String add() {
    return """
    insert into dispatch.figure as f (span, starts, kind, key, exempt, %s)
    select * from unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::boolean[], %s)
    on conflict (kind, span, starts, exempt, key) do update set
      %s
    """
        .formatted(
            each("%1$s"),
            Arrays.stream(Measure.values()).map(_ -> "?::integer[]").collect(joining(", ")),
            each("%1$s = f.%1$s + excluded.%1$s"));
  }

  private static String longer() {
    return """
    insert into dispatch.figure (span, starts, kind, key, exempt, %s)
    select s.span, date_trunc(s.span, f.starts)::date, f.kind, f.key, f.exempt, %s
    from dispatch.figure f
    cross join (values ('month'), ('year')) as s(span)
    where f.span = 'day'
    group by s.span, date_trunc(s.span, f.starts)::date, f.kind, f.key, f.exempt
    """
        .formatted(each("%1$s"), each("sum(f.%1$s)"));
  }

  private static String each(String of) {
    return Arrays.stream(Measure.values())
        .map(measure -> of.formatted(measure.column()))
        .collect(joining(", "));
  }
}
