package org.citygrid.dispatch.evaluation.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsOfEvaluationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # code,     from,       to,         through,    the one before
          2026-10-05, 2026-10-05, 2026-10-05, 2026-10-05, 2026-10-04
          2026-W41,   2026-10-05, 2026-10-11, 2026-10-11, 2026-W40
          2026-W01,   2025-12-29, 2026-01-04, 2026-01-04, 2025-W52
          2021-W01,   2021-01-04, 2021-01-10, 2021-01-10, 2020-W53
          2026-10,    2026-10-01, 2026-10-31, 2026-10-31, 2026-09
          2026-11,    2026-11-01, 2026-11-30, 2026-11-25, 2026-10
          2026-Q1,    2026-01-01, 2026-03-31, 2026-03-31, 2025-Q4
          2026-Q4,    2026-10-01, 2026-12-31, 2026-11-25, 2026-Q3
          2026,       2026-01-01, 2026-12-31, 2026-11-25, 2025
          """)
  void a_period_is_read(
      String code, LocalDate from, LocalDate to, LocalDate through, String before) {
    var period = Period.read(code, TODAY).orElseThrow();

    assertThat(period.from()).isEqualTo(from);
    assertThat(period.to()).isEqualTo(to);
    assertThat(period.through()).isEqualTo(through);
    assertThat(period.before().code()).isEqualTo(before);
    assertThat(period.before().to()).isEqualTo(from.minusDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "26", "2026-13", "2026-Q5", "2026-W54", "2026-02-30", "October"})
  void what_is_no_period_is_none(String code) {
    assertThat(Period.read(code, TODAY)).isEmpty();
  }

  @Test
  void any_range_has_as_many_days_before_it() {
    var range = Period.between(LocalDate.of(2026, 10, 11), LocalDate.of(2026, 10, 20), TODAY);

    assertThat(range.before().from()).isEqualTo("2026-10-01");
    assertThat(range.before().to()).isEqualTo("2026-10-10");
  }
}
