package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningRegister
class FindingComponentsIT {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void two_lamps_and_a_cover() {
    ARegisterOfLamps.clear(jdbc, port);
    add("\"classCode\": \"0137\", \"lon\": 113.1015, \"address\": \"竹基北路 3 号\"");
    add("\"classCode\": \"0137\", \"lon\": 113.1055, \"spec\": \"LED\", \"state\": \"damaged\"");
    add("\"classCode\": \"0102\", \"lon\": 113.1016, \"maintenanceUnit\": \"roads\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                  | 0102:1 0137:1 0137:2",
        "class=0137                          | 0137:1 0137:2",
        "class=01                            | 0102:1 0137:1 0137:2",
        "state=damaged                       | 0137:2",
        "unit=roads                          | 0102:1",
        "grid=440605125G01&class=0102        | 0102:1",
        "division=440605125                  | 0102:1 0137:1 0137:2",
        "missing=spec                        | 0102:1 0137:1",
        "missing=maintenance                 | 0137:1 0137:2",
        "q=44060501370                       | 0137:1 0137:2",
        "q=竹基                              | 0137:1",
        "q=污水                              | 0102:1",
        "q=sewage                            | 0102:1",
        "bbox=113.1014,23.1,113.1017,23.2    | 0102:1 0137:1",
        "bbox=113.1014,23.1,113.1015999,23.2 | 0137:1",
        "q=nothing                           | ''",
      })
  void a_list_is_narrowed(String query, String expected) {
    List<String> found =
        ask(query.replace("竹基", "%E7%AB%B9%E5%9F%BA").replace("污水", "%E6%B1%A1%E6%B0%B4"))
            .path("items")
            .valueStream()
            .map(one -> one.path("code").asString())
            .map(code -> code.substring(6, 10) + ":" + code.substring(15))
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @Test
  void the_next_page_goes_on_where_the_last_one_ended() {
    JsonNode first = ask("limit=2");
    JsonNode second = ask("limit=2&cursor=" + first.path("next").asString());

    assertThat(first.path("items")).hasSize(2);
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.has("next")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "class=x", "state=bent", "missing=all", "bbox=1,2,3", "cursor=1"})
  void nonsense_is_refused(String query) {
    assertThat(Caller.stranger(port).get("/api/components?" + query).status()).isEqualTo(400);
  }

  private JsonNode ask(String query) {
    return Caller.stranger(port).get("/api/components?" + query).json();
  }

  private void add(String fields) {
    var answer =
        Caller.administrator(port)
            .postJson(
                "/api/components",
                "{\"ownerUnit\": \"lighting\", \"lat\": 23.1015, %s}".formatted(fields));
    assertThat(answer.status()).isEqualTo(201);
  }
}
