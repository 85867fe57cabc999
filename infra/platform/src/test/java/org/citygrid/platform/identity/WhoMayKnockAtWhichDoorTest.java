package org.citygrid.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class WhoMayKnockAtWhichDoorTest {
  private final AccessTable table =
      AccessTable.of(
          List.of(
              doors ->
                  doors
                      .post("/api/reports")
                      .anyone()
                      .get("/api/reports/mine")
                      .only(Role.COLLECTOR)
                      .get("/api/reports/{receipt}")
                      .anyone(),
              doors -> doors.get("/api/cases/**").signedIn()));

  @ParameterizedTest(name = "{0} {1} by {2}: {3}")
  @CsvSource(
      textBlock =
          """
          POST,   /api/reports,        ,           true
          GET,    /api/reports/R7K4,   ,           true
          GET,    /api/reports/mine,   ,           false
          GET,    /api/reports/mine,   DISPATCHER, false
          GET,    /api/reports/mine,   COLLECTOR,  true
          GET,    /api/cases,          ,           false
          GET,    /api/cases/1,        DISPATCHER, true
          DELETE, /api/cases/1,        DISPATCHER, false
          GET,    /api/unheard-of,     DISPATCHER, false
          GET,    /api/reports,        COLLECTOR,  false
          GET,    /api/r%65ports/R7K4, ,           true
          GET,    /api/reports/%6dine, ,           false
          GET,    /api;a=b/cases/1,    DISPATCHER, true
          GET,    /api/casesandmore,   DISPATCHER, false
          """)
  void the_first_rule_that_names_a_door_decides_and_unnamed_doors_stay_shut(
      String method, String path, @Nullable Role role, boolean admitted) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    Actor actor = role == null ? null : new Actor("a", "A", Set.of(role), null, "440605125");

    assertThat(table.find(request).filter(rule -> rule.admits().test(actor)).isPresent())
        .isEqualTo(admitted);
  }
}
