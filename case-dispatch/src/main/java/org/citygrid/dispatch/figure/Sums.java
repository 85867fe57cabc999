package org.citygrid.dispatch.figure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has been counted and is not written yet: a row of all measures for each object and day.
final class Sums {
  static final int MEASURES = Measure.values().length;

  private final Map<Row, int[]> days = new HashMap<>();

  /// @param span `day`, `month` or `year`
  /// @param starts its first day, in days since 1970-01-01
  /// @param kind `town`, `unit` …
  record Row(String span, int starts, String kind, String key, boolean exempt) {}

  /// @param key null counts for nobody
  void add(String kind, @Nullable String key, boolean exempt, int day, Measure measure, int n) {
    if (key != null) {
      days.computeIfAbsent(new Row("day", day, kind, key, exempt), _ -> new int[MEASURES])[
              measure.ordinal()] +=
          n;
    }
  }

  /// How many rows of days there are.
  int size() {
    return days.size();
  }

  void clear() {
    days.clear();
  }

  /// The rows of days, in the order of the table; nothing that came to zero again.
  List<Map.Entry<Row, int[]>> days() {
    return sorted(days);
  }

  /// The rows of days, months and years, in the order of the table.
  List<Map.Entry<Row, int[]>> spans() {
    var spans = new HashMap<>(days);
    days.forEach((row, n) -> {
      var first = LocalDate.ofEpochDay(row.starts()).withDayOfMonth(1);
      merge(spans, row, "month", first, n);
      merge(spans, row, "year", first.withMonth(1), n);
    });
    return sorted(spans);
  }

  private static void merge(
      Map<Row, int[]> spans, Row day, String span, LocalDate starts, int[] n) {
    var row = new Row(span, (int) starts.toEpochDay(), day.kind(), day.key(), day.exempt());
    var sum = spans.computeIfAbsent(row, _ -> new int[MEASURES]);
    for (int i = 0; i < MEASURES; i++) {
      sum[i] += n[i];
    }
  }

  private static List<Map.Entry<Row, int[]>> sorted(Map<Row, int[]> rows) {
    return rows.entrySet().stream()
        .filter(entry -> hasAny(entry.getValue()))
        .sorted(Map.Entry.comparingByKey(ORDER))
        .toList();
  }

  private static boolean hasAny(int[] n) {
    for (int each : n) {
      if (each != 0) {
        return true;
      }
    }
    return false;
  }

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::span)
          .thenComparing(Row::kind)
          .thenComparing(Row::starts)
          .thenComparing(Row::exempt)
          .thenComparing(Row::key);
}
