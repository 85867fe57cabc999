package org.citygrid.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The town's days are those of Asia/Shanghai, eight hours ahead of UTC.
@GridProcess
class PuttingPeopleOnDutyIT {
  private static final DutyGridCode G01 = new DutyGridCode("440605125G01");
  private static final DutyGridCode G02 = new DutyGridCode("440605125G02");
  private static final String DUTIES = "/api/grids/440605125G01/duties";

  @LocalServerPort private int port;
  @Autowired private Grids grids;
  @Autowired private JdbcClient jdbc;

  private Browser admin;

  @BeforeEach
  void survey() {
    EmptyLand.make(jdbc);
    admin = Browser.ofTheAdministrator(port);
    SmallTown.survey(admin);
    SmallTown.cellsAndGrids(admin);
  }

  @Test
  void a_stand_in_goes_before_the_regular_collector_on_whole_days_of_the_town() {
    JsonNode duty =
        made(
            admin.post(
                DUTIES,
                """
                {"userName": "he", "standIn": true, "from": "2099-07-01", "to": "2099-07-14",
                 "reason": "leave"}
                """));

    assertThat(duty.get("from").asString()).isEqualTo("2099-06-30T16:00:00Z");
    assertThat(duty.get("to").asString()).isEqualTo("2099-07-14T16:00:00Z");
    assertThat(duty.get("toDay").asString()).isEqualTo("2099-07-14");
    assertThat(duty.get("warnings").get(0).asString()).isEqualTo("no-account");
    assertThat(grids.findCollector(G01, Instant.parse("2099-06-30T15:59:59Z")))
        .contains("collector01");
    assertThat(grids.findCollector(G01, Instant.parse("2099-06-30T16:00:00Z"))).contains("he");
    assertThat(grids.findCollector(G01, Instant.parse("2099-07-14T15:59:59Z"))).contains("he");
    assertThat(grids.findCollector(G01, Instant.parse("2099-07-14T16:00:00Z")))
        .contains("collector01");
  }

  @Test
  void one_person_may_stand_in_for_several_grids() {
    String leave =
        "{\"userName\": \"he\", \"standIn\": true, \"from\": \"2099-07-01\", \"to\": \"2099-07-02\"}";

    made(admin.post(DUTIES, leave));
    made(admin.post("/api/grids/440605125G02/duties", leave));

    Instant then = Instant.parse("2099-07-01T04:00:00Z");
    assertThat(grids.findCollector(G01, then)).contains("he");
    assertThat(grids.findCollector(G02, then)).contains("he");
    JsonNode day = admin.get("/api/grids/duties?date=2099-07-01&division=440605125").body();
    assertThat(day.get("items")).hasSize(2);
    assertThat(day.at("/items/0/onDuty/standIn").asBoolean()).isTrue();
    assertThat(day.at("/items/0/duties")).hasSize(2);
  }

  @Test
  void a_new_regular_collector_takes_over_and_two_at_a_time_are_refused() {
    JsonNode chen = made(admin.post(DUTIES, "{\"userName\": \"chen\", \"from\": \"2099-01-01\"}"));
    Browser.Answer between =
        admin.post(
            DUTIES, "{\"userName\": \"lin\", \"from\": \"2098-12-01\", \"to\": \"2098-12-31\"}");

    assertThat(grids.findCollector(G01, Instant.parse("2098-12-31T15:59:59Z")))
        .contains("collector01");
    assertThat(grids.findCollector(G01, Instant.parse("2098-12-31T16:00:00Z"))).contains("chen");
    assertThat(between.status()).isEqualTo(409);
    assertThat(between.body().get("overlaps")).hasSize(1);

    assertThat(
            admin
                .patch(DUTIES + "/" + chen.get("id").asLong(), "{\"from\": \"2098-06-01\"}")
                .status())
        .as("would overlap")
        .isEqualTo(409);
    assertThat(
            admin
                .patch(
                    DUTIES + "/" + chen.get("id").asLong(),
                    "{\"from\": \"2099-02-01\", \"to\": \"2099-02-28\"}")
                .status())
        .isEqualTo(200);
    assertThat(grids.findCollector(G01, Instant.parse("2099-01-15T00:00:00Z"))).isEmpty();
    assertThat(grids.findCollector(G01, Instant.parse("2099-02-28T15:00:00Z"))).contains("chen");
    assertThat(grids.findCollector(G01, Instant.parse("2099-02-28T16:00:00Z"))).isEmpty();
    assertThat(
            admin.patch(DUTIES + "/" + chen.get("id").asLong(), "{\"to\": null}").body().has("to"))
        .as("until further notice")
        .isFalse();
  }

  @Test
  void ending_a_duty_that_runs_leaves_what_was_and_one_to_come_disappears() {
    long running = admin.get(DUTIES).body().at("/items/0/id").asLong();
    long coming =
        made(admin.post(
                DUTIES,
                "{\"userName\": \"he\", \"standIn\": true, \"from\": \"2099-07-01\", \"to\": \"2099-07-02\"}"))
            .get("id")
            .asLong();

    assertThat(admin.delete(DUTIES + "/" + coming).status()).isEqualTo(204);
    assertThat(admin.delete(DUTIES + "/" + running).status()).isEqualTo(204);
    assertThat(admin.delete(DUTIES + "/" + running).status()).isEqualTo(409);

    JsonNode left = admin.get(DUTIES).body().get("items");
    assertThat(left).hasSize(1);
    assertThat(left.get(0).get("when").asString()).isEqualTo("past");
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    JsonNode day = admin.get("/api/grids/duties?date=" + today).body();
    assertThat(day.at("/items/0/warnings/0").asString()).isEqualTo("nobody");
  }

  @Test
  void mistakes_are_named_and_only_those_who_may_read() {
    Browser.Answer answer =
        admin.post(
            DUTIES,
            "{\"userName\": \"\", \"standIn\": true, \"from\": \"soon\", \"colour\": \"red\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().findValuesAsString("field"))
        .containsExactly("colour", "userName", "from", "to");
    assertThat(
            admin
                .post(
                    DUTIES,
                    "{\"userName\": \"x\", \"from\": \"2099-02-02\", \"to\": \"2099-02-01\"}")
                .body()
                .findValuesAsString("field"))
        .containsExactly("to");
    assertThat(Browser.ofAStranger(port).get(DUTIES).status()).isEqualTo(401);
    assertThat(admin.get("/api/grids/440605125G77/duties").body().get("items")).isEmpty();
    assertThat(admin.post("/api/grids/440605125G77/duties", "{\"userName\": \"x\"}").status())
        .isEqualTo(404);
  }

  private static JsonNode made(Browser.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.body();
  }
}
