package org.citygrid.dispatch.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygrid.dispatch.calendar.CalendarContent.Day;
import org.citygrid.dispatch.calendar.CalendarContent.Period;
import org.citygrid.platform.setting.TownClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings holidays, make-up days and work periods from the catalogues on the class path, each once:
/// what the town has changed or removed by hand stays so. Whatever it brings is a change of the
/// calendar like any other.
@Component
final class CalendarLoader {
  private static final String DAYS = "working-calendar.csv";
  private static final String PERIODS = "work-periods.csv";

  private final JdbcClient jdbc;
  private final CalendarTable table;
  private final TransactionTemplate transaction;
  private final TownClock clock;

  CalendarLoader(
      JdbcClient jdbc, CalendarTable table, TransactionTemplate transaction, TownClock clock) {
    this.jdbc = jdbc;
    this.table = table;
    this.transaction = transaction;
    this.clock = clock;
  }

  void load() {
    transaction.executeWithoutResult(_ -> {
      table.lock();
      var now = table.current();
      var next = withNews(now.content());
      if (now.revision() == 0 || !next.equals(now.content())) {
        table.put(
            next, "system", "目录中的节假日与工作时段 · holidays and hours of the catalogue", clock.instant());
      }
    });
  }

  private CalendarContent withNews(CalendarContent known) {
    var days = new ArrayList<>(known.exceptions());
    var taken = known.exceptions().stream().map(Day::day).collect(Collectors.toSet());
    news(DAYS, "date").stream()
        .filter(row -> taken.add(date(row, "date")))
        .map(row ->
            new Day(
                date(row, "date"),
                row.getField("name"),
                !Boolean.parseBoolean(row.getField("is_off_day"))))
        .forEach(days::add);
    var periods = new ArrayList<>(known.periods());
    var dated = known.periods().stream().map(Period::validFrom).collect(Collectors.toSet());
    news(PERIODS, "valid_from").stream()
        .filter(row -> !dated.contains(date(row, "valid_from")))
        .map(row ->
            new Period(
                date(row, "valid_from"),
                LocalTime.parse(row.getField("starts")),
                LocalTime.parse(row.getField("ends"))))
        .forEach(periods::add);
    return new CalendarContent(periods, known.weeks(), days);
  }

  /// The rows of a catalogue whose dates it has not brought before; from now on it has.
  private List<NamedCsvRecord> news(String file, String dateField) {
    var rows = rows(file);
    Set<LocalDate> fresh =
        jdbc.sql(
                """
                insert into dispatch.calendar_loaded (file, day)
                select distinct :file, day from unnest(:days) as day
                on conflict do nothing
                returning day
                """)
            .param("file", file)
            .param(
                "days",
                rows.stream().map(r -> Date.valueOf(date(r, dateField))).toArray(Date[]::new))
            .query((row, _) -> row.getObject(1, LocalDate.class))
            .set();
    return rows.stream().filter(row -> fresh.contains(date(row, dateField))).toList();
  }

  private static LocalDate date(NamedCsvRecord row, String field) {
    return LocalDate.parse(row.getField(field));
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
