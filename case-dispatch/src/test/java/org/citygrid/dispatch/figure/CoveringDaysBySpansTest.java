package org.citygrid.dispatch.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever days are asked for, the spans add up to each of them once.
class CoveringDaysBySpansTest {
  private static final int MOST_PIECES = 8;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-10-01, 2026-11-01, [month 2026-10-01 2026-11-01 +1]
          2026-01-01, 2027-01-01, [year 2026-01-01 2027-01-01 +1]
          2026-10-05, 2026-10-12, [day 2026-10-05 2026-10-12 +1]
          2026-01-01, 2026-11-26, [year 2026-01-01 2027-01-01 +1; month 2026-12-01 2027-01-01 -1; day 2026-11-26 2026-12-01 -1]
          2026-03-10, 2026-06-03, [day 2026-03-01 2026-03-10 -1; month 2026-03-01 2026-06-01 +1; day 2026-06-01 2026-06-03 +1]
          2026-05-05, 2026-05-05, []
          """)
  void days_are_covered_by_few_spans(LocalDate from, LocalDate until, String pieces) {
    var told =
        Cover.of(from, until).stream()
            .map(p -> "%s %s %s %+d".formatted(p.span(), p.from(), p.until(), p.sign()))
            .toList();

    assertThat(String.join("; ", told)).isEqualTo(pieces.substring(1, pieces.length() - 1));
  }

  @Test
  void every_day_counts_once_and_no_other() {
    var random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      var from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1_500));
      var until = from.plusDays(random.nextInt(1_200));

      var pieces = Cover.of(from, until);

      assertThat(pieces).hasSizeLessThanOrEqualTo(MOST_PIECES);
      assertThat(days(pieces)).as("%s to %s", from, until).isEqualTo(once(from, until));
    }
  }

  @Test
  void the_past_is_covered_from_ever() {
    var pieces = Cover.of(Cover.EVER, LocalDate.of(2026, 3, 3));

    assertThat(pieces).extracting(Cover.Piece::span).containsExactly("year", "month", "day");
    assertThat(pieces).extracting(Cover.Piece::sign).containsOnly(1);
  }

  @Test
  void a_past_that_ends_late_in_a_year_takes_the_year_whole_and_the_rest_away() {
    var pieces = Cover.of(Cover.EVER, LocalDate.of(2026, 11, 26));

    assertThat(pieces).extracting(Cover.Piece::span).containsExactly("year", "month", "day");
    assertThat(pieces).extracting(Cover.Piece::sign).containsExactly(1, -1, -1);
  }

  @Test
  void every_day_of_the_past_counts_once_and_no_later_one() {
    for (int day = 0; day < 366; day += 7) {
      var until = LocalDate.of(2026, 1, 1).plusDays(day);

      var pieces = Cover.of(Cover.EVER, until);

      assertThat(days(pieces)).as("until %s", until).isEqualTo(once(Cover.EVER, until));
    }
  }

  private static Map<LocalDate, Integer> days(Iterable<Cover.Piece> pieces) {
    var days = new HashMap<LocalDate, Integer>();
    for (var piece : pieces) {
      piece
          .from()
          .datesUntil(piece.until())
          .forEach(day -> days.merge(day, piece.sign(), Integer::sum));
    }
    days.values().removeIf(n -> n == 0);
    return days;
  }

  private static Map<LocalDate, Integer> once(LocalDate from, LocalDate until) {
    var days = new HashMap<LocalDate, Integer>();
    from.datesUntil(until).forEach(day -> days.put(day, 1));
    return days;
  }
}
