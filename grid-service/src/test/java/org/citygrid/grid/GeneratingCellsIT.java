package org.citygrid.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@GridProcess
class GeneratingCellsIT {
  @LocalServerPort private int port;
  @Autowired private Grids grids;
  @Autowired private JdbcClient jdbc;

  private Browser admin;

  @BeforeEach
  void survey() {
    EmptyLand.make(jdbc);
    admin = Browser.ofTheAdministrator(port);
    SmallTown.survey(admin);
  }

  @Test
  void a_preview_shows_cells_and_stores_none() {
    long before = grids.revision();

    JsonNode preview = generated("{\"division\": \"440605125\", \"dryRun\": true}");

    assertThat(preview.get("cells").asInt()).isBetween(30, 45);
    assertThat(preview.at("/outlines/features")).hasSize(preview.get("cells").asInt());
    assertThat(preview.get("communities")).hasSize(2);
    assertThat(preview.at("/stats/median").asDouble()).isCloseTo(10_000, within(1_500.0));
    assertThat(grids.revision()).isEqualTo(before);
    assertThat(admin.get("/api/cells/outlines").body().get("features")).isEmpty();
  }

  @Test
  void stored_cells_fit_together_and_the_same_again_changes_nothing() {
    JsonNode stored = generated("{\"division\": \"440605125\", \"squareMetres\": 5000}");
    long revision = grids.revision();
    JsonNode again = generated("{\"division\": \"440605125\", \"squareMetres\": 5000}");
    JsonNode check = admin.get("/api/grids/topology?division=440605125").body();

    assertThat(stored.get("inserted").asInt()).isEqualTo(stored.get("cells").asInt());
    assertThat(again.get("inserted").asInt() + again.get("updated").asInt()).isZero();
    assertThat(grids.revision()).isEqualTo(revision);
    assertThat(check.get("fits").asBoolean()).as("%s", check.get("counts")).isTrue();
    assertThat(grids.findCell(new CellCode("440605125001001"))).isPresent();
    assertThat(grids.locate(113.1001, 23.1039).cell()).isEqualTo(new CellCode("440605125001001"));
  }

  @Test
  void new_cells_keep_the_duty_grid_that_most_of_them_lay_in_and_old_ones_become_history() {
    SmallTown.cellsAndGrids(admin);

    JsonNode stored = generated("{\"division\": \"440605125001\"}");

    assertThat(stored.at("/membership/inNone").asInt()).isZero();
    assertThat(stored.at("/membership/dutyGrids/0/before").asInt()).isEqualTo(4);
    assertThat(grids.findCell(new CellCode("440605125001012")).orElseThrow().dutyGridCode())
        .isEqualTo(new DutyGridCode("440605125G01"));
    assertThat(grids.findDutyGrid(new DutyGridCode("440605125G01")).orElseThrow().cells())
        .isEqualTo(stored.get("cells").asInt());
    assertThat(grids.findDutyGrid(new DutyGridCode("440605125G02")).orElseThrow().cells())
        .isEqualTo(4);

    admin.post("/api/grids/changes/" + grids.revision() + "/undo", "");

    assertThat(grids.findDutyGrid(new DutyGridCode("440605125G01")).orElseThrow().cells())
        .isEqualTo(4);
    assertThat(grids.findCell(new CellCode("440605125001012"))).isEmpty();
  }

  @Test
  void a_community_that_would_need_more_than_999_cells_is_told_what_would_do() {
    SmallTown.taken(
        admin.post(
            "/api/divisions/import",
            SmallTown.collection(SmallTown.division("440605125003", 113.2, 23.2, 113.22, 23.22))));

    Browser.Answer answer =
        admin.post(
            "/api/cells/generate", "{\"division\": \"440605125003\", \"squareMetres\": 2500}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().toString()).contains("999").contains("440605125003");
  }

  @Test
  void sizes_and_places_that_make_no_sense_are_refused() {
    assertThat(
            admin
                .post("/api/cells/generate", "{\"division\": \"44060512500\", \"squareMetres\": 2}")
                .body()
                .findValuesAsString("field"))
        .containsExactly("squareMetres", "division");
    assertThat(admin.post("/api/cells/generate", "{\"division\": \"440605999\"}").body().toString())
        .contains("import divisions first");
    assertThat(
            Browser.ofAStranger(port)
                .post("/api/cells/generate", "{\"division\": \"440605125\"}")
                .status())
        .isEqualTo(401);
  }

  private JsonNode generated(String order) {
    Browser.Answer answer = admin.post("/api/cells/generate", order);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }
}
