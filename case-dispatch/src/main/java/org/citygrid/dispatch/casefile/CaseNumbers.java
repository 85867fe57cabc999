package org.citygrid.dispatch.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Hands out case numbers, `2026-11-23-0187`, one series a town and day. Numbers of a transaction
/// that is rolled back are given again; there are no gaps to explain.
@Component
public final class CaseNumbers {
  private final JdbcClient jdbc;

  CaseNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The next `count` numbers, in the caller's transaction.
  public List<String> next(String townCode, LocalDate day, int count) {
    int last =
        jdbc.sql(
                """
                insert into dispatch.case_number as n (town_code, day, last)
                values (:town, :day, :count)
                on conflict (town_code, day) do update set last = n.last + excluded.last
                returning last
                """)
            .param("town", townCode)
            .param("day", day)
            .param("count", count)
            .query(Integer.class)
            .single();
    return IntStream.rangeClosed(last - count + 1, last)
        .mapToObj(n -> "%s-%04d".formatted(day, n))
        .toList();
  }
}
