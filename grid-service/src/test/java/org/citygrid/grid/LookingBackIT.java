package org.citygrid.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Changes are dated by hand here, as if they had been made on former days.
@GridProcess
class LookingBackIT {
  @LocalServerPort private int port;
  @Autowired private Grids grids;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;

  private Browser admin;

  @BeforeEach
  void survey() {
    EmptyLand.make(jdbc);
    admin = Browser.ofTheAdministrator(port);
    SmallTown.survey(admin);
    SmallTown.cellsAndGrids(admin);
    on("2026-01-10T04:00:00Z", 1, "update grid.cell set changed_at = grid.land_at()");
    jdbc.sql("update grid.cell set valid_from = '2026-01-10'").update();
    jdbc.sql("truncate grid.cell_past").update();
    jdbc.sql("alter table grid.cell disable trigger remember").update();
    jdbc.sql(
            "update grid.cell set revision = 1, changed_at = '2026-01-10T04:00:00Z', is_first = true")
        .update();
    jdbc.sql("alter table grid.cell enable trigger remember").update();
    on(
        "2026-01-31T15:30:00Z",
        2,
        "update grid.cell set duty_grid_code = '440605125G02' where code = '440605125001001'");
    on("2026-02-20T00:00:00Z", 3, "delete from grid.cell where code = '440605125001002'");
  }

  @Test
  void a_day_is_told_as_it_ended_in_the_town() {
    assertThat(gridOfTheFirstCell("2026-01-30")).isEqualTo("440605125G01");
    assertThat(gridOfTheFirstCell("2026-01-31")).as("changed at 23:30").isEqualTo("440605125G02");
    assertThat(gridOfTheFirstCell("2026-01-31T15:29:59Z")).isEqualTo("440605125G01");
    assertThat(gridOfTheFirstCell("2026-01-31T23:30:00+08:00")).isEqualTo("440605125G02");
  }

  @Test
  void cells_that_are_no_more_are_there_on_former_days() {
    assertThat(cells("2026-02-19")).isEqualTo(8);
    assertThat(cells("2026-02-20")).isEqualTo(7);
    assertThat(cells("2026-01-09")).as("before the first survey's date").isZero();
    assertThat(cells("2099-01-01")).as("the future is as today").isEqualTo(7);
    assertThat(admin.get("/api/cells/440605125001002").status()).isEqualTo(404);
    assertThat(admin.get("/api/cells/440605125001002?at=2026-02-01").status()).isEqualTo(200);
  }

  @Test
  void a_place_is_found_in_the_land_of_then() {
    JsonNode then = admin.get("/api/grids/locate?lon=113.103&lat=23.103&at=2026-02-01").body();
    JsonNode now = admin.get("/api/grids/locate?lon=113.103&lat=23.103").body();

    assertThat(then.get("cell").asString()).isEqualTo("440605125001002");
    assertThat(now.has("cell")).isFalse();
    assertThat(now.at("/division/code").asString()).isEqualTo("440605125001");
  }

  @Test
  void duty_grids_and_divisions_have_their_former_days_too() {
    assertThat(admin.get("/api/grids?at=2026-02-10").status()).isEqualTo(200);
    assertThat(admin.get("/api/divisions?at=2020-01-01").body().get("items"))
        .as("what was first told counts as always having been")
        .hasSize(3);
    SmallTown.taken(
        admin.post(
            "/api/divisions/import",
            SmallTown.collection(
                SmallTown.division("440605125002", 113.104, 23.100, 113.109, 23.104))));

    assertThat(extentOf("440605125002", "")).isEqualTo(113.109);
    assertThat(extentOf("440605125002", "2026-02-01")).isEqualTo(113.108);
    assertThat(admin.get("/api/grids?at=yesterday").body().findValuesAsString("field"))
        .containsExactly("at");
  }

  private double extentOf(String code, String at) {
    return admin
        .get("/api/divisions?division=" + code + "&at=" + at)
        .body()
        .at("/items/0/extent/2")
        .asDouble();
  }

  private String gridOfTheFirstCell(String at) {
    return admin
        .get("/api/cells/440605125001001?at=" + at.replace("+", "%2B"))
        .body()
        .at("/properties/grid")
        .asString();
  }

  private int cells(String at) {
    return admin
        .get("/api/cells/outlines?division=440605125&at=" + at)
        .body()
        .get("features")
        .size();
  }

  private void on(String instant, long revision, String sql) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          jdbc.sql(
                  """
                  select set_config('citygrid.land_at', :at, true),
                         set_config('citygrid.land_revision', :revision, true)
                  """)
              .param("at", instant)
              .param("revision", Long.toString(revision))
              .query((row, n) -> true)
              .single();
          jdbc.sql(sql).update();
        });
    jdbc.sql("update grid.revision set number = number + 1").update();
    long now = jdbc.sql("select number from grid.revision").query(Long.class).single();
    java.time.Instant end = java.time.Instant.now().plusSeconds(10);
    while (grids.revision() < now) {
      assertThat(java.time.Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }
}
