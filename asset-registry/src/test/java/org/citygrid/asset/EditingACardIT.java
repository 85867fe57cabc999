package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.asset.ARegisterOfLamps.aLamp;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.citygrid.asset.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningRegister
class EditingACardIT {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void an_empty_register() {
    ARegisterOfLamps.clear(jdbc, port);
  }

  @Test
  void a_new_card_gets_a_code_its_place_and_its_first_version() {
    Answer made =
        admin()
            .postJson(
                "/api/components",
                """
                {"classCode": "0137", "ownerUnit": "lighting", "lon": 113.1015, "lat": 23.1015,
                 "dimensions": [{"name": "height", "value": 8.5, "unit": "m"},
                   {"name": "lightSource", "value": "LED"}], "reason": "found on a walk"}
                """);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    JsonNode card = made.json();
    assertThat(card.path("code").asString()).isEqualTo("4406050137000001");
    assertThat(card.path("cellCode").asString()).isEqualTo("440605125001012");
    assertThat(card.path("dutyGridCode").asString()).isEqualTo("440605125G01");
    assertThat(card.path("history").path(0).path("reason").asString()).isEqualTo("found on a walk");
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void a_change_is_a_version_with_who_and_why() {
    String code = aLamp(port);

    JsonNode card =
        admin()
            .patch(
                "/api/components/" + code,
                """
                {"spec": "LED 90 W", "note": null, "reason": "replaced"}
                """,
                "If-Match",
                "\"1\"")
            .json();

    JsonNode step = card.path("history").path(1);
    assertThat(card.path("version").asInt()).isEqualTo(2);
    assertThat(step.path("act").asString()).isEqualTo("changed");
    assertThat(step.path("by").asString()).isEqualTo("admin");
    assertThat(step.path("reason").asString()).isEqualTo("replaced");
    assertThat(step.path("changes").path(0).path("field").asString()).isEqualTo("spec");
    assertThat(step.path("changes").path(0).path("from").asString()).isEqualTo("LED 120 W");
  }

  @Test
  void a_card_that_stays_as_it_is_gets_no_version() {
    String code = aLamp(port);
    long revision = revision();

    JsonNode card =
        admin()
            .patch(
                "/api/components/" + code,
                """
                {"version": 1, "spec": "LED 120 W"}
                """)
            .json();

    assertThat(card.path("version").asInt()).isEqualTo(1);
    assertThat(revision()).isEqualTo(revision);
  }

  @Test
  void whoever_saw_an_older_version_learns_what_happened_since() {
    String code = aLamp(port);
    change(code, 1, "\"spec\": \"LED 90 W\"");

    Answer late = admin().patch("/api/components/" + code, "{\"version\": 1, \"note\": \"x\"}");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().path("version").asInt()).isEqualTo(2);
    assertThat(late.json().path("by").asString()).isEqualTo("admin");
    assertThat(late.json().path("changes").path(0).path("field").asString()).isEqualTo("spec");
    assertThat(late.json().path("detail").asString()).contains("version 2").contains("spec");
  }

  @Test
  void of_many_who_write_at_once_one_wins() throws Exception {
    String code = aLamp(port);
    Caller admin = admin();

    List<Integer> statuses;
    try (var people = Executors.newFixedThreadPool(6)) {
      List<Callable<Integer>> tries =
          IntStream.range(0, 6)
              .<Callable<Integer>>mapToObj(n ->
                  () ->
                      admin
                          .patch(
                              "/api/components/" + code,
                              "{\"version\": 1, \"note\": \"try " + n + "\"}")
                          .status())
              .toList();
      statuses = people.invokeAll(tries).stream().map(one -> one.resultNow()).sorted().toList();
    }

    assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409);
    assertThat(card(code).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void a_move_takes_cell_and_counts_with_it() {
    String code = aLamp(port);
    long revision = revision();

    JsonNode card = change(code, 1, "\"lon\": 113.1055, \"lat\": 23.1015");

    assertThat(card.path("cellCode").asString()).isEqualTo("440605125001016");
    assertThat(card.path("history").path(1).path("act").asString()).isEqualTo("moved");
    assertThat(jdbc.sql("select cell_code from asset.component_count").query(String.class).list())
        .containsExactly("440605125001016");
    assertThat(revision()).isGreaterThan(revision);
  }

  @Test
  void an_area_may_be_drawn_and_must_not_cross_itself() {
    String made =
        """
        {"classCode": "0403", "ownerUnit": "roads", "location": {"type": "Polygon",
         "coordinates": [[[113.101, 23.101], [113.102, 23.102], [113.102, 23.101], [113.101, %s]]]}}
        """;

    assertThat(admin().postJson("/api/components", made.formatted("23.101")).status())
        .isEqualTo(201);
    assertThat(admin().postJson("/api/components", made.formatted("23.103")).status())
        .isEqualTo(400);
  }

  @Test
  void a_retired_component_keeps_its_card_and_says_why() {
    String code = aLamp(port);

    Answer gone =
        admin()
            .postJson(
                "/api/components/" + code + "/retire",
                """
                {"version": 1, "state": "abandoned", "reason": "road rebuilt"}
                """);

    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.json().path("state").asString()).isEqualTo("abandoned");
    JsonNode step = gone.json().path("history").path(1);
    assertThat(step.path("act").asString()).isEqualTo("retired");
    assertThat(step.path("reason").asString()).isEqualTo("road rebuilt");
    assertThat(
            admin()
                .postJson(
                    "/api/components/" + code + "/retire", "{\"version\": 2, \"state\": \"lost\"}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_unit_that_changes_closes_one_period_and_opens_the_next() {
    String code = aLamp(port);

    JsonNode card =
        change(
            code,
            1,
            "\"ownerUnit\": \"roads\", \"ownerFrom\": \"2024-05-01\", \"maintenanceUnit\": \"roads\"");

    JsonNode owners = card.path("relations");
    assertThat(owners.path(0).path("role").asString()).isEqualTo("owner");
    assertThat(owners.path(0).path("unit").path("code").asString()).isEqualTo("roads");
    assertThat(owners.path(0).path("from").asString()).isEqualTo("2024-05-01");
    assertThat(owners.path(0).has("to")).isFalse();
    assertThat(owners.path(1).path("unit").path("code").asString()).isEqualTo("lighting");
    assertThat(owners.path(1).path("from").asString()).isEqualTo("2020-01-01");
    assertThat(owners.path(1).path("to").asString()).isEqualTo("2024-05-01");
    assertThat(owners.path(2).path("role").asString()).isEqualTo("maintenance");
    assertThat(card.path("ownerUnit").path("code").asString()).isEqualTo("roads");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"ownerUnit\": null                                                    | ownerUnit",
        "\"ownerUnit\": \"nobody\"                                              | ownerUnit",
        "\"ownerFrom\": \"2999-01-01\"                                          | ownerFrom",
        "\"classCode\": \"0102\"                                                | classCode",
        "\"state\": \"lost\"                                                    | state",
        "\"state\": \"bent\"                                                    | state",
        "\"lon\": 113.2, \"lat\": 23.1                                          | location",
        "\"lon\": 23.1, \"lat\": 113.1                                          | lon",
        "\"lon\": 113.1                                                         | lon",
        "\"colour\": \"red\"                                                    | colour",
        "\"photoIds\": [\"x\"]                                                  | photoIds",
        "\"dimensions\": [{\"name\": \"height\", \"value\": 9, \"unit\": \"kg\"}] | dimensions.height",
        "\"dimensions\": [{\"name\": \"height\", \"value\": \"tall\"}]          | dimensions.height",
        "\"dimensions\": [{\"name\": \"lightSource\", \"value\": \"candle\"}]   | dimensions.lightSource",
        "\"dimensions\": [{\"name\": \"wheels\", \"value\": 4}]                 | dimensions.wheels",
      })
  void what_cannot_be_true_is_refused_with_its_field(String fields, String field) {
    String code = aLamp(port);

    Answer refused = admin().patch("/api/components/" + code, "{\"version\": 1, " + fields + "}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").values())
        .extracting(error -> error.path("field").asString())
        .contains(field);
    assertThat(card(code).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void the_version_seen_must_be_told() {
    assertThat(admin().patch("/api/components/" + aLamp(port), "{\"note\": \"x\"}").status())
        .isEqualTo(400);
  }

  @Test
  void only_administrators_write_and_strangers_do_not_learn_who_did() {
    String code = aLamp(port);
    Caller collector = Caller.with(port, "walker", "COLLECTOR");

    assertThat(collector.patch("/api/components/" + code, "{\"version\": 1}").status())
        .isEqualTo(403);
    assertThat(Caller.stranger(port).postJson("/api/components", "{}").status()).isEqualTo(401);
    JsonNode seen = Caller.stranger(port).get("/api/components/" + code).json();
    assertThat(seen.path("history").path(0).has("by")).isFalse();
  }

  @Test
  void a_class_tells_its_attributes_its_own_ones_first() {
    JsonNode items = admin().get("/api/classes/0101/attributes").json().path("items");

    assertThat(items.values())
        .extracting(one -> one.path("name").asString())
        .startsWith("coverShape", "diameter", "material", "loadClass")
        .contains("weight");
    JsonNode load = items.path(3);
    assertThat(load.path("type").asString()).isEqualTo("choice");
    assertThat(load.path("choices").values()).extracting(JsonNode::asString).contains("D400");
    assertThat(load.path("source").asString()).contains("GB/T 23858-2009");
    assertThat(admin().get("/api/classes/9999/attributes").status()).isEqualTo(404);
  }

  private JsonNode change(String code, int version, String fields) {
    Answer answer =
        admin()
            .patch("/api/components/" + code, "{\"version\": %d, %s}".formatted(version, fields));
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode card(String code) {
    return admin().get("/api/components/" + code).json();
  }

  private long counted() {
    return jdbc.sql("select sum(n) from asset.component_count").query(Long.class).single();
  }

  private long revision() {
    return jdbc.sql("select value from asset.revision where subject = 'component'")
        .query(Long.class)
        .single();
  }

  private Caller admin() {
    return Caller.administrator(port);
  }
}
