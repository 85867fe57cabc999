package org.citygrid.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@GridProcess
class MakingDutyGridsIT {
  private static final String G01 = "440605125G01";
  private static final String G02 = "440605125G02";

  @LocalServerPort private int port;
  @Autowired private Grids grids;
  @Autowired private LandHistory history;
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
  void a_cell_that_joins_another_duty_grid_leaves_its_own_and_both_outlines_follow() {
    long before = grids.revision();

    JsonNode joined =
        ok(
            admin.post(
                "/api/grids/" + G01 + "/cells",
                "{\"join\": [\"440605125002001\"], \"revision\": %d}".formatted(before)));

    assertThat(joined.get("moved").asInt()).isEqualTo(1);
    assertThat(joined.at("/grids/0/cells").asInt()).isEqualTo(5);
    assertThat(joined.at("/grids/1/cells").asInt()).isEqualTo(3);
    assertThat(joined.at("/grids/0/parts").asInt()).isEqualTo(1);
    assertThat(grids.locate(113.105, 23.103).dutyGrid()).isEqualTo(new DutyGridCode(G01));
    assertThat(history.changedCells(before)).containsExactly(new CellCode("440605125002001"));
    assertThat(history.changedArea(before)).isPresent();
    assertThat(history.changedCells(grids.revision())).isEmpty();
  }

  @Test
  void a_change_is_taken_back_whole() {
    ok(
        admin.post(
            "/api/grids/" + G01 + "/cells",
            "{\"join\": [\"440605125002001\"], \"remove\": [\"440605125001001\"]}"));
    long revision = grids.revision();

    JsonNode undone = ok(admin.post("/api/grids/changes/" + revision + "/undo", ""));

    assertThat(undone.get("rows").asInt()).isPositive();
    assertThat(cellsOf(G01)).isEqualTo(4);
    assertThat(cellsOf(G02)).isEqualTo(4);
    assertThat(admin.post("/api/grids/changes/" + revision + "/undo", "").status()).isEqualTo(409);
    JsonNode changes = admin.get("/api/grids/changes?limit=2").body();
    assertThat(changes.at("/items/0/act").asString()).isEqualTo("UNDO");
    assertThat(changes.at("/items/0/by").asString()).isEqualTo("admin");
    assertThat(changes.at("/items/1/undoneBy").asLong()).isEqualTo(grids.revision());
    assertThat(changes.has("next")).isTrue();
  }

  @Test
  void what_changed_again_later_is_not_taken_back_first() {
    ok(admin.post("/api/grids/" + G01 + "/cells", "{\"join\": [\"440605125002001\"]}"));
    long first = grids.revision();
    ok(admin.post("/api/grids/" + G02 + "/cells", "{\"join\": [\"440605125002001\"]}"));

    Browser.Answer answer = admin.post("/api/grids/changes/" + first + "/undo", "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().get("codes").toString()).contains("440605125002001");
  }

  @Test
  void what_somebody_else_took_the_place_of_does_not_come_back() {
    ok(admin.post("/api/grids/" + G02 + "/retire", "{}"));
    long retired = grids.revision();
    assertThat(admin.post("/api/grids", "{\"townCode\": \"440605125\", \"number\": 2}").status())
        .isEqualTo(201);

    assertThat(admin.post("/api/grids/changes/" + retired + "/undo", "").status()).isEqualTo(409);
    assertThat(grids.findDutyGrid(new DutyGridCode(G02))).isEmpty();
  }

  @Test
  void whoever_saw_an_older_land_is_told_so() {
    long seen = grids.revision();
    ok(admin.post("/api/grids/" + G01 + "/cells", "{\"join\": [\"440605125002001\"]}"));

    Browser.Answer late =
        admin.post(
            "/api/grids/" + G02 + "/cells",
            "{\"join\": [\"440605125002001\"], \"revision\": %d}".formatted(seen));
    Browser.Answer elsewhere =
        admin.post(
            "/api/grids/" + G02 + "/cells",
            "{\"remove\": [\"440605125002004\"], \"revision\": %d}".formatted(seen));

    assertThat(late.status()).isEqualTo(409);
    assertThat(elsewhere.status()).isEqualTo(200);
  }

  @Test
  void a_new_duty_grid_takes_the_next_number_and_a_retired_ones_code_is_never_given_again() {
    JsonNode made =
        admin
            .post(
                "/api/grids",
                "{\"townCode\": \"440605125\", \"cells\": [\"440605125001001\", \"440605125002002\"]}")
            .body();
    String code = grids.listDutyGrids("").getLast().code().value();
    assertThat(code).isEqualTo("440605125G03");
    assertThat(made.get("moved").asInt()).isEqualTo(2);
    assertThat(made.at("/grids/2/parts").asInt()).as("apart").isEqualTo(2);

    ok(admin.post("/api/grids/" + code + "/retire", "{}"));
    ok(
        admin.patch(
            "/api/grids/" + G02, "{\"number\": 3, \"name\": {\"zh\": \"三\", \"en\": \"Three\"}}"));
    Browser.Answer taken = admin.post("/api/grids", "{\"townCode\": \"440605125\", \"number\": 3}");
    Browser.Answer again = admin.post("/api/grids", "{\"townCode\": \"440605125\"}");

    assertThat(taken.status()).isEqualTo(409);
    assertThat(again.status()).isEqualTo(201);
    assertThat(grids.listDutyGrids("").stream().map(grid -> grid.code().value()))
        .containsExactly(G01, G02, "440605125G04");
    assertThat(grids.findDutyGrid(new DutyGridCode(G02)).orElseThrow().number()).isEqualTo(3);
    assertThat(grids.findCell(new CellCode("440605125001001")).orElseThrow().dutyGridCode())
        .isNull();
  }

  @Test
  void merged_duty_grids_are_one_and_nobody_is_on_duty_in_the_other() {
    JsonNode merged =
        ok(admin.post("/api/grids/" + G01 + "/merge", "{\"with\": [\"" + G02 + "\"]}"));

    assertThat(merged.at("/grids/0/cells").asInt()).isEqualTo(8);
    assertThat(grids.listDutyGrids("")).hasSize(1);
    assertThat(grids.findDutyOf("collector02", java.time.Instant.now())).isEmpty();
    assertThat(grids.findDutyOf("collector01", java.time.Instant.now())).isPresent();

    ok(admin.post("/api/grids/changes/" + grids.revision() + "/undo", ""));

    assertThat(cellsOf(G01)).isEqualTo(4);
    assertThat(cellsOf(G02)).isEqualTo(4);
    assertThat(grids.findDutyOf("collector02", java.time.Instant.now())).isPresent();
  }

  @Test
  void strangers_change_nothing_and_mistakes_are_named() {
    Browser stranger = Browser.ofAStranger(port);

    assertThat(stranger.post("/api/grids/" + G01 + "/retire", "{}").status()).isEqualTo(401);
    assertThat(stranger.get("/api/grids/changes").status()).isEqualTo(401);
    assertThat(
            admin
                .post("/api/grids/" + G01 + "/cells", "{\"join\": [\"440605126001001\"]}")
                .status())
        .isEqualTo(400);
    assertThat(
            admin
                .post("/api/grids/" + G01 + "/cells", "{\"remove\": [\"440605125002001\"]}")
                .body()
                .findValuesAsString("field"))
        .isEqualTo(List.of("remove"));
    assertThat(admin.post("/api/grids/440605125G77/retire", "{}").status()).isEqualTo(404);
  }

  private int cellsOf(String code) {
    return grids.findDutyGrid(new DutyGridCode(code)).orElseThrow().cells();
  }

  private static JsonNode ok(Browser.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }
}
