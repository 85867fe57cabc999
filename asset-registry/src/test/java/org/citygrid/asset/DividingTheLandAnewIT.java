package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.citygrid.asset.assignment.Reassignment;
import org.citygrid.grid.Grids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningRegister
class DividingTheLandAnewIT {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Grids town;
  @Autowired Reassignment reassignment;

  private Caller administrator = Caller.stranger(0);

  @BeforeEach
  void two_lamps_in_neighbouring_cells() {
    jdbc.sql(
            """
            truncate asset.component, asset.component_version, asset.component_count,
              asset.code_block, asset.survey cascade
            """)
        .update();
    administrator = Caller.administrator(port);
    administrator.post(
        "/api/units/import",
        "application/json",
        """
        [{"code": "lighting", "name": {"zh": "路灯管理所", "en": "Street Lighting"},
          "kind": "DEPARTMENT", "divisionCode": "440605125"}]
        """);
    administrator.post(
        "/api/components/import",
        "text/csv",
        """
        code,lon,lat,ownerUnit
        4406050137000001,113.1005,23.1005,lighting
        4406050137000002,113.1015,23.1005,lighting
        """);
    reassignment.follow();
  }

  @AfterEach
  void the_land_as_it_was() {
    ((ChequeredTown) town).divideFrom(1);
  }

  @Test
  void cards_follow_the_land_and_are_no_other_cards_for_it() {
    ((ChequeredTown) town).divideFrom(101);

    long moved = reassignment.follow();
    long again = reassignment.follow();

    JsonNode card = administrator.get("/api/components/4406050137000002").json();
    assertThat(moved).isEqualTo(2);
    assertThat(again).isZero();
    assertThat(card.path("cellCode").asString()).isEqualTo("440605125001102");
    assertThat(card.path("version").asInt()).isEqualTo(1);
    assertThat(
            jdbc.sql("select place from asset.component_count order by place")
                .query(String.class)
                .list())
        .containsExactly("440605125001101", "440605125001102");
  }
}
