package org.citygrid.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTheCommandLineTest {
  @Test
  void nothing_asked_for_is_everything_at_a_million() {
    assertThat(Wish.read(List.of())).isEqualTo(new Wish(Wish.NAMES, "1m", 1_000_000, 5_000_000, 5));
  }

  @Test
  void names_run_in_the_order_that_needs_least_loading() {
    Wish wish = Wish.read(List.of("nearest", "import", "--size", "12m", "--pairs", "7"));

    assertThat(wish)
        .isEqualTo(new Wish(List.of("import", "nearest"), "12m", 12_000_000, 5_000_000, 7));
    assertThat(wish.city()).isEqualTo("shanghai");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tile", "--size", "--size 0", "--size 13000000", "--size big", "--pairs x"})
  void what_is_not_understood_is_refused(String line) {
    assertThatThrownBy(() -> Wish.read(List.of(line.split(" "))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
