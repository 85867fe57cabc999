package org.citygrid.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class APageThatLostItsConnectionTest {
  private final EventMemory<String> memory = new EventMemory<>("run7", 3);

  @Test
  void hears_exactly_what_it_missed() {
    String heard = memory.remember("filed").id();
    memory.remember("dispatched");
    memory.remember("handed in");

    assertThat(memory.since(heard).orElseThrow())
        .extracting(EventMemory.Numbered::event)
        .containsExactly("dispatched", "handed in");
  }

  @Test
  void hears_nothing_twice_when_it_missed_nothing() {
    String heard = memory.remember("filed").id();

    assertThat(memory.since(heard)).hasValueSatisfying(missed -> assertThat(missed).isEmpty());
  }

  @Test
  void reads_anew_when_it_was_away_too_long() {
    String heard = memory.remember("0").id();
    IntStream.rangeClosed(1, 4).forEach(n -> memory.remember("" + n));

    assertThat(memory.since(heard)).isEmpty();
  }

  @Test
  void still_catches_up_when_just_the_memory_is_missed() {
    String heard = memory.remember("0").id();
    IntStream.rangeClosed(1, 3).forEach(n -> memory.remember("" + n));

    assertThat(memory.since(heard)).hasValueSatisfying(missed -> assertThat(missed).hasSize(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run6.1", "run7.99", "run7.", "run7.x", "", ".", "run7.99999999999999999999"})
  void reads_anew_after_an_id_that_this_run_never_gave(String id) {
    memory.remember("filed");

    assertThat(memory.since(id)).isEmpty();
  }
}
