package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

@RunningDispatch
class ReadingCasesAsGeodataIT {
  private static final String ITEMS = "/ogc/collections/cases/items";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void whoever_reads_cases_finds_them_on_the_map() {
    String number = desk.openCase();

    JsonNode page = desk.acceptor.get(ITEMS + "?number=" + number).json();
    JsonNode found = page.path("features").path(0);

    assertThat(page.path("numberMatched").asInt()).isEqualTo(1);
    assertThat(found.at("/properties/state").asString()).isEqualTo("REPORTED");
    assertThat(found.at("/properties/light").asString()).isEqualTo("none");
    assertThat(found.at("/geometry/type").asString()).isEqualTo("Point");
    assertThat(desk.acceptor.get(ITEMS + "/" + found.path("id").asString()).status())
        .isEqualTo(200);
    assertThat(desk.acceptor.get(ITEMS + "?filter=light='none'&limit=1").status()).isEqualTo(200);
  }

  @Test
  void strangers_and_collectors_do_not_know_that_there_are_cases() {
    String id =
        desk.acceptor
            .get(ITEMS + "?number=" + desk.openCase())
            .json()
            .at("/features/0/id")
            .asString();

    for (Caller caller : List.of(new Caller(port, null), Caller.as(port, "collector01"))) {
      assertThat(caller.get("/ogc/collections").body()).doesNotContain("\"cases\"");
      assertThat(caller.get("/ogc/api").body()).doesNotContain("/collections/cases");
      assertThat(caller.get("/ogc/collections/cases").status()).isEqualTo(404);
      assertThat(caller.get("/ogc/collections/cases/queryables").status()).isEqualTo(404);
      assertThat(caller.get(ITEMS).status()).isEqualTo(404);
      assertThat(caller.get(ITEMS + "?f=csv").status()).isEqualTo(404);
      assertThat(caller.get(ITEMS + "/" + id).status()).isEqualTo(404);
    }
  }

  @Test
  void a_department_reads_its_own_cases_only() {
    String number = desk.openCase();
    desk.acceptor.act(number, "ACCEPT");
    desk.leader.act(number, "FILE", "\"conditionId\": \"" + desk.conditionOf(number) + "\"");
    desk.dispatcher.act(number, "DISPATCH", "\"unitCode\": \"roads\"");

    assertThat(matched(desk.roads, number)).isEqualTo(1);
    assertThat(matched(desk.parks, number)).isZero();
    assertThat(desk.parks.get(ITEMS + "?filter=unit='roads'%20OR%20TRUE").json().toString())
        .doesNotContain(number);
    assertThat(desk.parks.get(ITEMS + "?f=csv").body()).doesNotContain(number);
  }

  private static int matched(Caller caller, String number) {
    return caller.get(ITEMS + "?number=" + number).json().path("numberMatched").asInt(-1);
  }
}
