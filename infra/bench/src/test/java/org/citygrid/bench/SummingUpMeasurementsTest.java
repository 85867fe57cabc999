package org.citygrid.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummingUpMeasurementsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          3 1 2,        2,   1.5,  1,  3
          4 1 3 2,      2.5, 1.75, 1,  4
          7,            7,   7,    7,  7
          10 20 30 40 50, 30, 20,  10, 50
          """)
  void a_series_has_a_middle_a_lower_quartile_and_ends(
      String values, double median, double lowerQuartile, double least, double greatest) {
    Series series =
        Series.of(List.of(values.split(" ")).stream().mapToDouble(Double::parseDouble).toArray());

    assertThat(series.median()).isEqualTo(median);
    assertThat(series.lowerQuartile()).isEqualTo(lowerQuartile);
    assertThat(series.least()).isEqualTo(least);
    assertThat(series.greatest()).isEqualTo(greatest);
  }

  @Test
  void nothing_measured_is_no_series() {
    assertThatThrownBy(() -> new Series(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_ninety_fifth_of_a_hundred_lies_between_its_neighbours() {
    List<Double> hundred = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      hundred.add((double) i);
    }

    assertThat(new Series(hundred).quantile(0.95)).isCloseTo(95.05, within(1e-9));
  }

  @Test
  void ratios_are_taken_pair_by_pair_not_of_the_medians() {
    // The machine was twice as slow during the second pair; the ratio did not change.
    Comparison comparison = Comparison.of(List.of(80.0, 40.0, 90.0), List.of(100.0, 50.0, 100.0));

    assertThat(comparison.ratio().sorted()).containsExactly(0.8, 0.8, 0.9);
    assertThat(comparison.ours().median()).isEqualTo(80);
    assertThat(comparison.baseline().median()).isEqualTo(100);
  }

  @Test
  void pairs_go_in_turns_after_one_of_each_that_is_not_counted() throws Exception {
    List<String> order = new ArrayList<>();

    Comparison comparison =
        Comparison.inTurns(
            2,
            () -> {
              order.add("A");
              return order.size();
            },
            () -> {
              order.add("B");
              return 1;
            });

    assertThat(order).containsExactly("A", "B", "A", "B", "A", "B");
    assertThat(comparison.ours().sorted()).containsExactly(3.0, 5.0);
  }

  @ParameterizedTest
  @CsvSource({"0, '1 3'", "1, '2 4'"})
  void two_clients_share_the_questions(int client, String own) {
    assertThat(Clients.share(List.of("1", "2", "3", "4"), client)).containsExactly(own.split(" "));
  }
}
