package org.citygrid.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmingUpTest {
  @Test
  void ends_when_two_rounds_in_a_row_are_hardly_faster() throws Exception {
    assertThat(rounds(1, 20, 100, 200, 300, 305, 302, 900)).isEqualTo(5);
  }

  @Test
  void goes_on_after_one_slow_round() throws Exception {
    assertThat(rounds(1, 20, 100, 90, 200, 190, 195)).isEqualTo(5);
  }

  @Test
  void has_its_least_and_its_most() throws Exception {
    assertThat(rounds(4, 20, 100, 100, 100, 100, 100)).isEqualTo(4);
    assertThat(rounds(1, 3, 100, 200, 400, 800)).isEqualTo(3);
  }

  private static int rounds(int least, int most, double... rates) throws Exception {
    Iterator<Double> next = DoubleStream.of(rates).iterator();
    return WarmUp.rounds(least, most, next::next);
  }
}
