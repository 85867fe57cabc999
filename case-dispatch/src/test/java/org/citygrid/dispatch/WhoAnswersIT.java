package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.dispatch.Desk.ok;

import java.time.LocalDate;
import java.time.ZoneId;
import org.citygrid.dispatch.routing.AutoDispatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/// Who answers for what, where, since when: written down by people, shown with its reason.
@RunningDispatch
class WhoAnswersIT {
  private static final String LINES = "/api/responsibilities";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired AutoDispatch autoDispatch;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @AfterEach
  void forget() {
    jdbc.sql("delete from dispatch.responsibility").update();
    jdbc.sql("delete from dispatch.auto_dispatch").update();
  }

  @Test
  void the_reason_names_the_line_that_decided_and_stays_with_the_case() {
    put("0101", OneGridTown.GRID, "parks", "2026-01-01");
    put("01", "", "roads", "2000-01-01");

    var answer = proposal("&grid=" + OneGridTown.GRID);
    assertThat(answer.at("/unit/code").stringValue()).isEqualTo("parks");
    assertThat(answer.at("/reason/zh").stringValue())
        .startsWith("职责分工表：")
        .endsWith("0101 × 一号网格，2026-01-01 起");
    assertThat(answer.path("lines").size()).isEqualTo(2);
    assertThat(proposal("&division=440605125").at("/unit/code").stringValue()).isEqualTo("roads");

    var number = desk.openCase();
    var line =
        "?kind=event&classPrefix=0101&divisionCode=440605125&validFrom=2026-01-01&dutyGridCode=";
    assertThat(desk.admin.delete(LINES + line + OneGridTown.GRID).status()).isEqualTo(204);
    var proposed = desk.leader.get("/api/cases/" + number).json().path("proposedUnit");
    assertThat(proposed.path("code").stringValue()).isEqualTo("parks");
    assertThat(proposed.at("/reason/en").stringValue())
        .startsWith("responsibility matrix: ")
        .endsWith("0101 × Grid 1, since 2026-01-01");
  }

  @Test
  void what_nobody_answers_for_goes_to_the_local_government() {
    var answer = proposal("&division=" + OneGridTown.COMMUNITY);

    assertThat(answer.at("/unit/code").stringValue()).isEqualTo("town");
    assertThat(answer.path("why").stringValue()).isEqualTo("GOVERNMENT");
  }

  @Test
  void lines_are_put_one_by_one_and_keep_their_predecessors() {
    put("01", "", "roads", "2025-01-01");
    put("01", "", "parks", "2026-01-01");

    assertThat(items(LINES).size()).isEqualTo(2);
    assertThat(items(LINES).get(0).path("setBy").stringValue()).isEqualTo("admin");
    assertThat(items(LINES + "?at=2025-06-01").get(0).path("unitCode").stringValue())
        .isEqualTo("roads");
    assertThat(items(LINES + "?at=2026-06-01").get(0).path("unitCode").stringValue())
        .isEqualTo("parks");
    assertThat(items(LINES + "?unit=parks").size()).isEqualTo(1);
    assertThat(desk.dispatcher.put(LINES, "{}").status()).isEqualTo(403);
  }

  @Test
  void the_table_that_is_exported_is_taken_in_again() {
    put("0101", OneGridTown.GRID, "parks", "2026-01-01");
    put("", "", "roads", "2000-01-01");
    var table = desk.admin.get(LINES + "/export").body();
    jdbc.sql("delete from dispatch.responsibility").update();

    var taken = ok(desk.admin.postTable(LINES + "/import", table));

    assertThat(taken.json().path("lines").intValue()).isEqualTo(2);
    assertThat(desk.admin.get(LINES + "/export").body()).isEqualTo(table);
  }

  @Test
  void wrong_lines_are_named() {
    var refused =
        desk.admin.postTable(
            LINES + "/import",
            """
            kind,classPrefix,divisionCode,dutyGridCode,unitCode,validFrom
            event,0101,440605125,,roads,2026-01-01
            event,9999,999999999,,nobody,soon
            thing,01,440605125,440605125G99,roads,
            """);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").valueStream().map(e -> e.path("field").stringValue()))
        .containsExactly(
            "line 3: classPrefix",
            "line 3: divisionCode",
            "line 3: unitCode",
            "line 3: validFrom",
            "line 4: kind",
            "line 4: dutyGridCode");
    assertThat(items(LINES).isEmpty()).isTrue();
  }

  @Test
  void a_switch_of_a_minor_class_counts_more_than_that_of_its_major_class() {
    assertThat(autoDispatch.isOn("event", "0101", OneGridTown.COMMUNITY)).isFalse();

    auto("01", true);
    auto("0102", false);

    assertThat(autoDispatch.isOn("event", "0101", OneGridTown.COMMUNITY)).isTrue();
    assertThat(autoDispatch.isOn("event", "0102", OneGridTown.COMMUNITY)).isFalse();
    assertThat(autoDispatch.isOn("component", "0101", OneGridTown.COMMUNITY)).isFalse();
    var first = items("/api/auto-dispatch").get(0);
    assertThat(first.path("enabled").booleanValue()).isTrue();
    assertThat(first.path("setAt").stringValue()).isNotEmpty();
    assertThat(
            desk.admin.put("/api/auto-dispatch", "{\"kind\": \"x\"}").json().path("errors").size())
        .isEqualTo(2);
  }

  @Test
  void the_load_counts_what_a_department_has_in_hand() {
    var before = load("parks");
    var number = desk.handling("parks");
    var done = desk.handling("parks");
    ok(desk.parks.act(done, "HAND_IN", "\"opinion\": \"已处理\""));
    jdbc.sql(
            """
            update dispatch.city_case
            set warn_at = now() - interval '2 hours', due_at = now() - interval '1 hour'
            where number = :number
            """)
        .param("number", number)
        .update();

    var after = load("parks");

    for (var figure : new String[] {"open", "red", "handedIn", "handled", "onTime"}) {
      assertThat(after.path(figure).intValue())
          .as(figure)
          .isEqualTo(before.path(figure).intValue() + 1);
    }
    assertThat(after.path("dispatchedToday").intValue())
        .isEqualTo(before.path("dispatchedToday").intValue() + 2);
    var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    assertThat(desk.dispatcher.get("/api/units/load").json().path("today").stringValue())
        .isEqualTo(today.toString());
    assertThat(desk.parks.get("/api/units/load").status()).isEqualTo(403);
  }

  private void put(String classes, String grid, String unit, String from) {
    ok(
        desk.admin.put(
            LINES,
            """
            {"kind": "event", "classPrefix": "%s", "dutyGridCode": "%s", "divisionCode": "440605125",
             "unitCode": "%s", "validFrom": "%s"}
            """
                .formatted(classes, grid, unit, from)));
  }

  private void auto(String classes, boolean on) {
    ok(
        desk.admin.put(
            "/api/auto-dispatch",
            """
            {"kind": "event", "classPrefix": "%s", "divisionCode": "440605125", "enabled": %s}
            """
                .formatted(classes, on)));
  }

  private JsonNode proposal(String more) {
    return ok(desk.dispatcher.get(LINES + "/proposal?kind=event&class=0101" + more)).json();
  }

  private JsonNode items(String path) {
    return ok(desk.admin.get(path)).json().path("items");
  }

  private JsonNode load(String unit) {
    return ok(desk.dispatcher.get("/api/units/load"))
        .json()
        .path("items")
        .valueStream()
        .filter(one -> one.at("/unit/code").stringValue().equals(unit))
        .findFirst()
        .orElseThrow();
  }
}
