package org.citygrid.dispatch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Period;
import org.junit.jupiter.api.Test;

/// What took long to work out is kept while somebody looks at it, and follows the figures.
class LookingAtOutcomesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Duration MAY_LAG = Duration.ofSeconds(3);

  private Instant now = Instant.parse("2026-11-01T00:00:00Z");
  private String seen = "1";
  private Duration takes = Duration.ofSeconds(1);
  private int workedOut;

  private final Outcomes outcomes = new Outcomes(_ -> workOut(), () -> seen, () -> now, MAY_LAG);
  private final Outcomes.Question cells =
      new Outcomes.Question(
          ObjectKind.CELL,
          Period.between(DAY, DAY, DAY),
          null,
          "440605125",
          new Evaluations.Manner(false, true));

  private Evaluations.Outcome workOut() {
    workedOut++;
    now = now.plus(takes);
    return new Evaluations.Outcome(List.of(), Map.of());
  }

  @Test
  void what_is_quick_is_worked_out_each_time() {
    takes = Outcomes.LONG.minusMillis(1);

    outcomes.of(cells);
    outcomes.of(cells);

    assertThat(workedOut).isEqualTo(2);
  }

  @Test
  void what_takes_long_is_kept_while_the_figures_stay() {
    outcomes.of(cells);
    now = now.plusSeconds(30);
    outcomes.of(cells);

    assertThat(workedOut).isEqualTo(1);
  }

  @Test
  void it_may_lag_behind_the_figures_for_some_seconds_and_no_longer() {
    outcomes.of(cells);
    seen = "2";
    outcomes.of(cells);
    assertThat(workedOut).isEqualTo(1);

    now = now.plus(MAY_LAG);
    outcomes.of(cells);

    assertThat(workedOut).isEqualTo(2);
  }

  @Test
  void it_is_worked_out_in_the_background_when_the_figures_go_on_so_that_nobody_waits() {
    outcomes.of(cells);
    seen = "2";
    now = now.plusSeconds(20);
    outcomes.refresh();
    outcomes.of(cells);

    assertThat(workedOut).isEqualTo(2);
  }

  @Test
  void nothing_is_worked_out_for_nobody() {
    outcomes.of(cells);
    seen = "2";
    now = now.plus(Outcomes.LOOKED_AT).plusSeconds(1);
    outcomes.refresh();

    assertThat(workedOut).isEqualTo(1);
  }

  @Test
  void names_are_a_minute_old_at_most() {
    outcomes.of(cells);
    now = now.plus(Outcomes.OLDEST);
    outcomes.of(cells);

    assertThat(workedOut).isEqualTo(2);
  }
}
