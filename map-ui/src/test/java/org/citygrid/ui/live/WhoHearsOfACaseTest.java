package org.citygrid.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoHearsOfACaseTest {
  @ParameterizedTest(name = "{0} of {1} in {2}: {3}")
  @CsvSource(
      textBlock =
          """
          DISPATCHER,    ,       440605125,    true
          DISPATCHER,    ,       440605,       true
          ADMINISTRATOR, ,       '',           true
          DISPATCHER,    ,       440605126,    false
          DEPARTMENT,    roads,  440605125,    true
          DEPARTMENT,    parks,  440605125,    false
          DEPARTMENT,    ,       440605125,    false
          COLLECTOR,     ,       440605125,    false
          """)
  void rights_follow_division_and_unit(
      Role role, @Nullable String unit, String division, boolean hears) {
    Actor actor = new Actor("someone", "Someone", Set.of(role), unit, division);

    assertThat(aCaseOfRoadsInDali().isFor(actor)).isEqualTo(hears);
    assertThat(anEnquiryForwardedToRoads().isFor(actor)).isEqualTo(hears);
  }

  private static LiveEvent anEnquiryForwardedToRoads() {
    return new LiveEnquiry(
        "Q2026-11-23-0001",
        2,
        "FORWARD",
        "FORWARDED",
        "2026-11-23T01:00:00Z",
        "440605125001",
        "roads",
        "green",
        null);
  }

  private static LiveEvent aCaseOfRoadsInDali() {
    return new LiveCase(
        "c1",
        "2026-11-23-0001",
        3,
        "DISPATCH",
        "HANDLING",
        "2026-11-23T01:00:00Z",
        "440605125001",
        "440605125G07",
        "0102",
        113.1,
        23.1,
        "green",
        null,
        "roads");
  }
}
