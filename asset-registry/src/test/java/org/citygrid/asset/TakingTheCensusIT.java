package org.citygrid.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.citygrid.asset.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningRegister
class TakingTheCensusIT {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void three_lamps_and_two_covers_of_which_two_lamps_are_one() {
    jdbc.sql(
            """
            truncate asset.component, asset.component_version, asset.component_count,
              asset.code_block, asset.survey, asset.census_tally, asset.census_taken cascade
            """)
        .update();
    administrator()
        .post(
            "/api/units/import",
            "application/json",
            """
            [{"code": "lighting", "name": {"zh": "路灯管理所", "en": "Street Lighting"},
              "kind": "DEPARTMENT", "divisionCode": "440605125"}]
            """);
    Answer imported =
        administrator()
            .post(
                "/api/components/import",
                "text/csv",
                """
                code,lon,lat,ownerUnit,spec,state
                4406050137000001,113.101000,23.1010,lighting,LED,
                4406050137000002,113.101005,23.1010,lighting,,
                4406050137000003,113.1030,23.1030,lighting,,damaged
                4406050102000001,113.101000,23.1010,lighting,,
                4406050102000002,113.1040,23.1040,lighting,D700,lost
                """);
    assertThat(imported.status()).isEqualTo(200);
  }

  @Test
  void it_counts_by_class_and_tells_what_the_cards_lack() {
    JsonNode board = administrator().get("/api/census?by=class").json();

    assertThat(board.path("current").asBoolean()).isTrue();
    assertThat(board.path("total").path("count").asInt()).isEqualTo(5);
    JsonNode lamps = board.path("items").path(0);
    assertThat(lamps.path("key").asString()).isEqualTo("0137");
    assertThat(lamps.path("name").path("zh").asString()).isEqualTo("路灯");
    assertThat(lamps.path("count").asInt()).isEqualTo(3);
    assertThat(lamps.path("missingSpec").asInt()).isEqualTo(2);
    assertThat(lamps.path("missingPhoto").asInt()).isEqualTo(3);
    assertThat(lamps.path("missingOwner").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "grid", "division", "owner", "state"})
  void every_way_of_telling_adds_up_to_the_same(String by) {
    JsonNode board = administrator().get("/api/census?by=" + by).json();

    int sum = 0;
    for (JsonNode line : board.path("items")) {
      sum += line.path("count").asInt();
    }
    assertThat(sum).isEqualTo(5);
    assertThat(board.path("total").path("count").asInt()).isEqualTo(5);
  }

  @Test
  void a_part_of_the_register_may_be_asked_for() {
    JsonNode board = administrator().get("/api/census?by=state&class=0137").json();

    assertThat(board.path("total").path("count").asInt()).isEqualTo(3);
    assertThat(board.path("items").size()).isEqualTo(2);
  }

  @Test
  void it_says_when_the_register_has_changed_since_and_counts_again_when_told() {
    administrator().get("/api/census");
    jdbc.sql("delete from asset.component where code = '4406050102000002'").update();
    jdbc.sql("select asset.note_change()").query(Long.class).single();

    JsonNode old = administrator().get("/api/census").json();
    assertThat(old.path("current").asBoolean()).isFalse();
    assertThat(old.path("total").path("count").asInt()).isEqualTo(5);

    JsonNode anew = administrator().post("/api/census", "application/json", "").json();
    assertThat(anew.path("current").asBoolean()).isTrue();
    assertThat(anew.path("total").path("count").asInt()).isEqualTo(4);
  }

  @Test
  void two_of_a_class_in_one_spot_are_suspected() {
    JsonNode found = administrator().get("/api/census/duplicates?class=0137").json();

    assertThat(found.path("items").size()).isEqualTo(1);
    JsonNode pair = found.path("items").path(0);
    assertThat(pair.path("code").asString()).isEqualTo("4406050137000001");
    assertThat(pair.path("otherCode").asString()).isEqualTo("4406050137000002");
    assertThat(pair.path("metres").asDouble()).isBetween(0.4, 0.6);
    assertThat(
            administrator()
                .get("/api/census/duplicates?class=0137&metres=0.3")
                .json()
                .path("items"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/census?by=colour",
        "/api/census?class=1",
        "/api/census/duplicates",
        "/api/census/duplicates?class=0137&metres=500",
        "/api/census/file?f=doc"
      })
  void absurd_questions_are_refused(String question) {
    assertThat(administrator().get(question).status()).isEqualTo(400);
  }

  @Test
  void it_can_be_taken_along_as_a_file() {
    Answer csv = administrator().get("/api/census/file?by=class&f=csv");
    Answer sheet = administrator().get("/api/census/file?by=class&f=xlsx");

    assertThat(new String(csv.body(), UTF_8).lines().findFirst().orElseThrow())
        .startsWith("\ufeffkey,nameZh,nameEn,count,")
        .endsWith(",missingAddress");
    assertThat(new String(csv.body(), UTF_8)).contains("路灯");
    assertThat(csv.header("content-disposition")).contains("census-by-class.csv");
    assertThat(sheet.body()).startsWith('P', 'K');
  }

  @Test
  void strangers_are_not_told() {
    assertThat(Caller.stranger(port).get("/api/census").status()).isEqualTo(401);
  }

  private Caller administrator() {
    return Caller.administrator(port);
  }
}
