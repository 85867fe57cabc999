package org.citygrid.dispatch.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.citygrid.asset.ComponentSummary;
import org.citygrid.platform.identity.Unit;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Of several lines that speak of a case, the closest decides.
class ClosestLineTest {
  private static final String TOWN = "440605125";
  private static final String COMMUNITY = "440605125001";
  private static final String GRID = "440605125G07";
  private static final LocalDate DAY = LocalDate.parse("2026-11-25");

  @Test
  void a_minor_class_is_closer_than_its_major_class_and_that_than_all() {
    assertThat(asked(line("", TOWN, "", "all"), line("01", TOWN, "", "major"))).isEqualTo("major");
    assertThat(asked(line("0101", TOWN, "", "minor"), line("01", TOWN, GRID, "grid")))
        .isEqualTo("minor");
  }

  @Test
  void a_duty_grid_is_closer_than_a_community_and_that_than_the_town() {
    assertThat(asked(line("01", TOWN, "", "town"), line("01", COMMUNITY, "", "community")))
        .isEqualTo("community");
    assertThat(asked(line("01", TOWN, GRID, "grid"), line("01", COMMUNITY, "", "community")))
        .isEqualTo("grid");
  }

  @Test
  void the_line_of_another_duty_grid_says_nothing() {
    assertThat(asked(line("01", TOWN, "440605125G08", "other"))).isEqualTo("town-government");
  }

  @Test
  void the_later_of_two_dates_that_have_come_decides_and_the_earlier_one_stays_for_earlier_days() {
    var former = since("2025-01-01", "former");
    var now = since("2026-11-01", "now");
    var next = since("2027-01-01", "next");

    assertThat(asked(former, now, next)).isEqualTo("now");
    assertThat(proposed(List.of(former, now, next), LocalDate.parse("2026-05-01"), null).unitCode())
        .isEqualTo("former");
  }

  @Test
  void a_component_goes_to_who_maintains_it_then_to_who_owns_it() {
    var lines = List.of(line("0101", TOWN, "", "matrix"));

    assertThat(proposed(lines, DAY, component("owner", "keeper")))
        .isEqualTo(new Proposal("keeper", Proposal.Why.MAINTENANCE, null));
    assertThat(proposed(lines, DAY, component("owner", null)))
        .isEqualTo(new Proposal("owner", Proposal.Why.OWNER, null));
    assertThat(proposed(lines, DAY, component(null, null)).line())
        .isEqualTo("event 0101 440605125 2000-01-01");
  }

  private static String asked(Responsibility... lines) {
    return proposed(List.of(lines), DAY, null).unitCode();
  }

  private static Proposal proposed(
      List<Responsibility> lines, LocalDate day, @Nullable ComponentSummary component) {
    var government =
        new Unit("town-government", new LocalText("镇", "town"), Unit.Kind.GOVERNMENT, TOWN);
    return new Routing.Matrix(lines, List.of(government))
        .propose("event", "0101", COMMUNITY, GRID, day, component)
        .orElseThrow();
  }

  private static ComponentSummary component(@Nullable String owner, @Nullable String keeper) {
    return new ComponentSummary("c", "0101", owner, keeper, null, null, 113, 23);
  }

  private static Responsibility line(String classes, String division, String grid, String unit) {
    return new Responsibility(
        "event", classes, division, grid, unit, Responsibility.ALWAYS, null, null);
  }

  private static Responsibility since(String date, String unit) {
    return new Responsibility("event", "01", TOWN, "", unit, LocalDate.parse(date), null, null);
  }
}
