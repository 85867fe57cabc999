package org.citygrid.dispatch.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.citygrid.dispatch.figure.Spots.Filed;
import org.citygrid.dispatch.figure.Spots.Spot;
import org.junit.jupiter.api.Test;

/// Three and more filed cases of a class in one month at one spot: each of them recurs.
class HappeningAgainAtASpotTest {
  private static final int FIRST_OF_FEBRUARY = 31;
  private static final int FIRST_OF_MARCH = 59;

  private final Map<Spot, Map<UUID, Filed>> kept = new HashMap<>();
  private final Sums sums = new Sums();

  @Test
  void two_are_no_recurrence() {
    file("here", 1);
    file("here", 2);

    assertThat(recurring(false)).isEmpty();
  }

  @Test
  void the_third_makes_all_three_recur_each_on_its_day() {
    file("here", 1);
    file("here", 2);
    file("here", 2);

    assertThat(recurring(false)).isEqualTo(Map.of(1, 1, 2, 2));
  }

  @Test
  void the_fourth_adds_itself_alone() {
    for (int day = 1; day <= 4; day++) {
      file("here", day);
    }

    assertThat(recurring(false)).isEqualTo(Map.of(1, 1, 2, 1, 3, 1, 4, 1));
  }

  @Test
  void another_spot_and_another_month_are_counted_apart() {
    file("here", FIRST_OF_FEBRUARY - 2);
    file("here", FIRST_OF_FEBRUARY - 1);
    file("there", FIRST_OF_FEBRUARY - 1);
    file("here", FIRST_OF_FEBRUARY);

    assertThat(recurring(false)).isEmpty();
  }

  @Test
  void a_case_left_out_of_scores_recurs_apart_and_still_makes_its_neighbours_recur() {
    var pardoned = file("here", 1);
    file("here", 2);
    file("here", 3);

    settle(pardoned, 1, true);

    assertThat(recurring(false)).isEqualTo(Map.of(2, 1, 3, 1));
    assertThat(recurring(true)).isEqualTo(Map.of(1, 1));
  }

  @Test
  void in_whatever_portions_they_come_the_count_is_the_same() {
    var random = new Random(5);
    for (int round = 0; round < 200; round++) {
      kept.clear();
      sums.clear();
      var spots = new Spots();
      var all = new ArrayList<String>();
      for (int i = 0; i < 30; i++) {
        var spot = "spot" + random.nextInt(8);
        int day = random.nextInt(FIRST_OF_MARCH);
        all.add(spot + (day < FIRST_OF_FEBRUARY ? " a" : " b"));
        spots.add(Cases.at(spot, "public", null), day, false);
        if (random.nextInt(4) == 0) {
          settle(spots);
        }
      }
      settle(spots);

      assertThat(recurring(false).values().stream().mapToInt(n -> n).sum())
          .isEqualTo(atCrowdedSpots(all));
    }
  }

  private static int atCrowdedSpots(List<String> all) {
    return (int)
        all.stream()
            .filter(one -> all.stream().filter(one::equals).count() >= Spots.FEWEST)
            .count();
  }

  private Whose file(String spot, int day) {
    var whose = Cases.at(spot, "public", null);
    settle(whose, day, false);
    return whose;
  }

  private void settle(Whose whose, int day, boolean exempt) {
    var spots = new Spots();
    spots.add(whose, day, exempt);
    settle(spots);
  }

  /// As the table does it.
  private void settle(Spots spots) {
    for (var spot : spots.all()) {
      var before = kept.computeIfAbsent(spot, _ -> new HashMap<>());
      spots.count(spot, before, sums);
      before.putAll(spots.at(spot));
    }
    spots.clear();
  }

  /// Of the cell: how many by day.
  private Map<Integer, Integer> recurring(boolean exempt) {
    var byDay = new HashMap<Integer, Integer>();
    for (var row : sums.days()) {
      int n = row.getValue()[Measure.RECURRENT.ordinal()];
      if (row.getKey().kind().equals("cell") && row.getKey().exempt() == exempt && n != 0) {
        byDay.put(row.getKey().starts(), n);
      }
    }
    return byDay;
  }
}
