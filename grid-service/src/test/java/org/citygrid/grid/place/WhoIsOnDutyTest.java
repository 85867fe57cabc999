package org.citygrid.grid.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.citygrid.grid.DutyGridCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhoIsOnDutyTest {
  private static final DutyGridCode SEVEN = new DutyGridCode("440605125G07");
  private static final DutyGridCode EIGHT = new DutyGridCode("440605125G08");

  private final Atlas atlas =
      new Atlas(
          1,
          List.of(),
          List.of(),
          List.of(),
          List.of(
              duty(SEVEN, "lin", false, "2026-01-01", "2026-06-01"),
              duty(SEVEN, "chen", false, "2026-06-01", null),
              duty(EIGHT, "he", false, "2026-01-01", null),
              duty(SEVEN, "he", true, "2026-07-01", "2026-07-15")));

  @Test
  void the_regular_collector_walks_until_another_takes_over() {
    assertThat(atlas.findCollector(SEVEN, day("2026-05-31"))).contains("lin");
    assertThat(atlas.findCollector(SEVEN, day("2026-06-01"))).contains("chen");
    assertThat(atlas.findCollector(SEVEN, day("2025-12-31"))).isEmpty();
  }

  @Test
  void a_stand_in_goes_before_the_regular_collector_while_it_lasts() {
    assertThat(atlas.findCollector(SEVEN, day("2026-07-14"))).contains("he");
    assertThat(atlas.findCollector(SEVEN, day("2026-07-15"))).contains("chen");
  }

  @Test
  void a_person_who_also_stands_in_belongs_to_the_own_grid() {
    assertThat(atlas.findDutyOf("he", day("2026-07-10"))).contains(EIGHT);
    assertThat(atlas.findDutyOf("lin", day("2026-07-10"))).isEmpty();
    assertThat(atlas.findDutyOf("nobody", day("2026-07-10"))).isEmpty();
  }

  private static Duty duty(
      DutyGridCode grid, String user, boolean standIn, String from, @Nullable String to) {
    return new Duty(0, grid, user, standIn, day(from), to == null ? null : day(to), null);
  }

  private static Instant day(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }
}
