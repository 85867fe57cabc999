package org.citygrid.dispatch.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.Time;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Brings holidays, make-up days and work periods from the catalogues on the class path. What the
/// town has changed by hand stays: only what is not there yet is added.
@Component
final class CalendarLoader {
  private final JdbcTemplate jdbc;

  CalendarLoader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void load() {
    load(
        "working-calendar.csv",
        """
        insert into dispatch.calendar_exception (day, name, works) values (?, ?, ?)
        on conflict do nothing
        """,
        row ->
            new Object[] {
              Date.valueOf(LocalDate.parse(row.getField("date"))),
              row.getField("name"),
              !Boolean.parseBoolean(row.getField("is_off_day"))
            });
    load(
        "work-periods.csv",
        """
        insert into dispatch.work_period (valid_from, starts, ends) values (?, ?, ?)
        on conflict do nothing
        """,
        row ->
            new Object[] {
              Date.valueOf(LocalDate.parse(row.getField("valid_from"))),
              Time.valueOf(LocalTime.parse(row.getField("starts"))),
              Time.valueOf(LocalTime.parse(row.getField("ends")))
            });
  }

  private void load(String file, String statement, Function<NamedCsvRecord, Object[]> values) {
    jdbc.batchUpdate(statement, rows(file).stream().map(values).toList());
  }

  /// Empty when the class path has no such catalogue.
  private static List<NamedCsvRecord> rows(String file) {
    var in = CalendarLoader.class.getResourceAsStream("/catalogues/" + file);
    if (in == null) {
      return List.of();
    }
    try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, UTF_8))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue " + file + " cannot be read", e);
    }
  }
}
