package org.citygrid.asset.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTheCensusIsDueTest {
  private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # revision counted, revision now, it took, it is so old, due
          7,                  7,            PT2S,    PT24H,        false
          7,                  8,            PT2S,    PT59S,        false
          7,                  8,            PT2S,    PT61S,        true
          7,                  8,            PT30S,   PT9M,         false
          7,                  8,            PT30S,   PT11M,        true
          """)
  void when_the_register_changed_and_not_more_than_a_twentieth_of_the_time(
      long counted, long now, Duration took, Duration age, boolean due) {
    Taken last = new Taken(counted, NOON.minus(age), took);

    assertThat(Census.isDue(Optional.of(last), now, NOON)).isEqualTo(due);
  }

  @Test
  void a_register_that_was_never_counted_is_counted() {
    assertThat(Census.isDue(Optional.empty(), 1, NOON)).isTrue();
  }
}
