package org.citygrid.dispatch.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counting takes a quarter of the time at most, and figures stay fresh.
class RestingAfterAFoldTest {
  private static final Instant BEGAN = Instant.parse("2026-03-02T01:00:00Z");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          PT0S,    PT0S
          PT0.1S,  PT0.3S
          PT0.5S,  PT1.5S
          PT1S,    PT2S
          PT5M,    PT2S
          """)
  void it_rests_three_times_as_long_as_it_took_but_not_for_long(Duration took, Duration rests) {
    var ended = BEGAN.plus(took);

    assertThat(FoldTimer.restAfter(BEGAN, ended)).isEqualTo(ended.plus(rests));
  }
}
