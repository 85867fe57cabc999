package org.citygrid.dispatch.figure;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads sums out of the figures.
@Component
public final class FigureTable {
  private final JdbcClient jdbc;

  FigureTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How far the figures have come; another answer means other figures.
  public String seen() {
    return jdbc.sql("select seen from dispatch.figure_fold").query(String.class).single();
  }

  /// A question about some days.
  ///
  /// @param name the asker's own
  /// @param from first day
  /// @param until the first day that is no longer meant
  /// @param exempt only the cases that are left out of scores, or only the others
  public record Part(String name, LocalDate from, LocalDate until, boolean exempt) {}

  /// Sums of all objects of a kind, for several parts at once.
  ///
  /// @param kind such as `unit`, `cell`
  /// @param key of one object; null for all
  /// @return by part and key; objects without any figure are missing
  public Map<String, Map<String, long[]>> sums(
      String kind, @Nullable String key, List<Measure> measures, List<Part> parts) {
    var pieces = new ArrayList<Object[]>();
    for (var part : parts) {
      for (var piece : Cover.of(part.from(), part.until())) {
        pieces.add(
            new Object[] {
              part.name(),
              piece.span(),
              Date.valueOf(piece.from()),
              Date.valueOf(piece.until()),
              piece.sign(),
              part.exempt()
            });
      }
    }
    var sums = new HashMap<String, Map<String, long[]>>();
    jdbc.sql(query(measures))
        .param("parts", column(pieces, 0, String[]::new))
        .param("spans", column(pieces, 1, String[]::new))
        .param("starts", column(pieces, 2, Date[]::new))
        .param("untils", column(pieces, 3, Date[]::new))
        .param("signs", column(pieces, 4, Integer[]::new))
        .param("exempts", column(pieces, 5, Boolean[]::new))
        .param("kind", kind)
        .param("key", key)
        .query(row -> {
          var values = new long[measures.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = row.getLong(i + 3);
          }
          sums.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
              .put(row.getString(2), values);
        });
    return sums;
  }

  /// The columns asked for are the only thing that differs from one question to the next.
  private static String query(List<Measure> measures) {
    return measures.stream()
        .map(measure -> "sum(c.sign * f." + measure.column() + ")")
        .collect(Collectors.joining(", ", "select c.part, f.key, ", FROM));
  }

  private static final String FROM =
      """

      from unnest(
        cast(:parts as text[]), cast(:spans as text[]), cast(:starts as date[]), cast(:untils as date[]),
        cast(:signs as integer[]), cast(:exempts as boolean[])) as c(part, span, starts, until, sign, exempt)
      join dispatch.figure f
        on f.kind = :kind and f.span = c.span and f.starts >= c.starts and f.starts < c.until and f.exempt = c.exempt
      where cast(:key as text) is null or f.key = :key
      group by c.part, f.key
      """;

  private static <T> T[] column(
      List<Object[]> rows, int i, java.util.function.IntFunction<T[]> array) {
    return rows.stream().map(row -> row[i]).toArray(array);
  }
}
