package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citygrid.asset.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningRegister
class HandingInASurveyIT {
  private static final String TWO_LAMPS =
      """
      {"type": "FeatureCollection", "synthetic": true, "features": [
        {"type": "Feature",
         "geometry": {"type": "Point", "coordinates": [113.1005, 23.1005]},
         "properties": {"code": "4406050137000001", "classCode": "0137", "ownerUnit": "lighting",
           "maintenanceUnit": "lighting", "competentUnit": "municipal", "spec": "LED 120W",
           "dimensions": [{"name": "height", "value": 8.5, "unit": "m"}],
           "since": "2020-05-01", "address": "竹基路 1 号", "source": "survey 2025"}},
        {"type": "Feature",
         "geometry": {"type": "Point", "coordinates": [113.1015, 23.1005]},
         "properties": {"code": "4406050137000002", "ownerUnit": "lighting",
           "dimensions": {"height": {"value": 9, "unit": "m"}, "lamps": 2}}}]}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private Caller administrator = Caller.stranger(0);

  @BeforeEach
  void an_empty_register_and_two_units() {
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
          "kind": "DEPARTMENT", "divisionCode": "440605125"},
         {"code": "municipal", "name": {"zh": "市政管理所", "en": "Municipal Works"},
          "kind": "OWNER", "divisionCode": "440605125"}]
        """);
  }

  @Test
  void geojson_becomes_identity_cards() {
    JsonNode result = importing("application/geo+json", TWO_LAMPS).json();

    assertThat(result.path("inserted").asInt()).isEqualTo(2);
    assertThat(result.path("rejectedCount").asInt()).isZero();
    JsonNode card = administrator.get("/api/components/4406050137000001").json();
    assertThat(card.path("kind").asString()).isEqualTo("component");
    assertThat(card.path("className").path("zh").asString()).isEqualTo("路灯");
    assertThat(card.path("ownerUnit").path("code").asString()).isEqualTo("lighting");
    assertThat(card.path("ownerUnit").path("name").path("zh").asString()).isEqualTo("路灯管理所");
    assertThat(card.path("cellCode").asString()).isEqualTo("440605125001001");
    assertThat(card.path("dutyGridCode").asString()).isEqualTo("440605125G01");
    assertThat(card.path("divisionCode").asString()).isEqualTo("440605125001");
    assertThat(card.path("location").toString())
        .isEqualTo("{\"type\":\"Point\",\"coordinates\":[113.1005,23.1005]}");
    assertThat(card.path("dimensions").toString())
        .isEqualTo("[{\"name\":\"height\",\"value\":8.5,\"unit\":\"m\"}]");
    assertThat(card.path("state").asString()).isEqualTo("intact");
    assertThat(card.path("since").asString()).isEqualTo("2020-05-01");
    assertThat(card.path("history").size()).isEqualTo(1);
    assertThat(card.path("history").path(0).path("act").asString()).isEqualTo("appeared");
    assertThat(card.path("history").path(0).path("by").asString()).isEqualTo("admin");
  }

  @Test
  void a_stranger_sees_the_card_but_not_who_kept_it() {
    importing("application/geo+json", TWO_LAMPS);

    JsonNode card = Caller.stranger(port).get("/api/components/4406050137000001").json();

    assertThat(card.path("spec").asString()).isEqualTo("LED 120W");
    assertThat(card.path("history").path(0).has("by")).isFalse();
  }

  @Test
  void the_same_file_again_changes_nothing() {
    importing("application/geo+json", TWO_LAMPS);

    JsonNode again = importing("application/geo+json", TWO_LAMPS).json();

    assertThat(again.path("inserted").asInt()).isZero();
    assertThat(again.path("updated").asInt()).isZero();
    assertThat(again.path("unchanged").asInt()).isEqualTo(2);
    assertThat(count("asset.component_version")).isZero();
  }

  @Test
  void a_newer_survey_adds_a_version_that_tells_what_changed() {
    importing("application/geo+json", TWO_LAMPS);

    JsonNode result =
        importing("application/geo+json", TWO_LAMPS.replace("LED 120W", "LED 180W")).json();

    assertThat(result.path("updated").asInt()).isEqualTo(1);
    assertThat(result.path("unchanged").asInt()).isEqualTo(1);
    JsonNode history = administrator.get("/api/components/4406050137000001").json().path("history");
    assertThat(history.size()).isEqualTo(2);
    assertThat(history.path(1).path("changes").toString())
        .isEqualTo("[{\"field\":\"spec\",\"from\":\"LED 120W\",\"to\":\"LED 180W\"}]");
  }

  @Test
  void features_may_stand_one_on_a_line_or_behind_separators() {
    JsonNode lines = importing("application/x-ndjson", lamp(1) + "\n" + lamp(2) + "\r\n").json();
    JsonNode sequence =
        importing("application/geo+json-seq", "\u001e" + lamp(3) + "\n\u001e" + lamp(4) + "\n")
            .json();

    assertThat(lines.path("inserted").asInt()).isEqualTo(2);
    assertThat(sequence.path("inserted").asInt()).isEqualTo(2);
  }

  @Test
  void csv_brings_dimensions_in_its_heading() {
    String csv =
        """
        \ufeffcode,classCode,lon,lat,ownerUnit,spec,dim:height(mm),dim:material
        4406050137000009,0137,113.1025,23.1025,lighting,"LED, ""bright\""",8500,钢
        """;

    JsonNode result = importing("text/csv; charset=utf-8", csv).json();

    assertThat(result.path("inserted").asInt()).isEqualTo(1);
    JsonNode card = administrator.get("/api/components/4406050137000009").json();
    assertThat(card.path("spec").asString()).isEqualTo("LED, \"bright\"");
    assertThat(card.path("dimensions").toString())
        .isEqualTo(
            "[{\"name\":\"height\",\"value\":8500,\"unit\":\"mm\"},{\"name\":\"material\",\"value\":\"钢\"}]");
  }

  @Test
  void what_is_wrong_is_named_and_nothing_is_stored() {
    String csv =
        """
        code,classCode,lon,lat,ownerUnit,since
        4406050137000001,0137,113.1005,23.1005,lighting,2020-01-01
        44060501370001,0137,113.1005,23.1005,lighting,
        4406050137000003,0137,23.1005,113.1005,lighting,
        4406059937000004,,113.1005,23.1005,lighting,
        4406050137000005,0137,113.1005,23.1005,,
        4406050137000006,0137,113.1005,23.1005,nobody,
        4406050137000007,0137,east,23.1005,lighting,
        4406050137000008,0137,113.1005,23.1005,lighting,2099-01-01
        4406050137000001,0137,113.1006,23.1006,lighting,
        4406050137000010,0102,113.1005,23.1005,lighting,
        """;

    Answer answer = importing("text/csv", csv);

    assertThat(answer.status()).isEqualTo(400);
    JsonNode problem = answer.json();
    assertThat(problem.path("rejectedCount").asInt()).isEqualTo(9);
    assertThat(problem.path("rejected").values())
        .extracting(one -> one.path("line").asInt() + " " + one.path("field").asString())
        .containsExactly(
            "3 code",
            "4 geometry",
            "5 classCode",
            "6 ownerUnit",
            "7 ownerUnit",
            "8 lon",
            "9 since",
            "10 code",
            "11 classCode");
    assertThat(count("asset.component")).isZero();
    assertThat(count("asset.survey")).isZero();
  }

  @Test
  void a_partial_import_keeps_the_good_rows() {
    String lines = lamp(1) + "\nnot json\n" + lamp(2) + "\n" + lamp(2) + "\n";

    JsonNode result =
        administrator
            .post("/api/components/import?partial=true", "application/x-ndjson", lines)
            .json();

    assertThat(result.path("inserted").asInt()).isEqualTo(2);
    assertThat(result.path("rejectedCount").asInt()).isEqualTo(2);
    assertThat(result.path("rejected").values())
        .extracting(one -> one.path("line").asInt())
        .containsExactly(2, 4);
  }

  @Test
  void a_file_that_breaks_off_leaves_nothing_even_when_partial() {
    String half = TWO_LAMPS.substring(0, TWO_LAMPS.length() - 60);

    Answer answer =
        administrator.post("/api/components/import?partial=true", "application/geo+json", half);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo("body");
    assertThat(count("asset.component")).isZero();
  }

  @Test
  void a_wrong_encoding_and_a_misspelt_column_refuse_the_file() {
    Answer misspelt = importing("text/csv", "cod,lon,lat,ownerUnit\n1,113.1,23.1,lighting\n");
    Answer unknownType = importing("image/png", "…");

    assertThat(misspelt.status()).isEqualTo(400);
    assertThat(misspelt.json().path("errors").path(0).path("message").asString()).contains("cod");
    assertThat(unknownType.status()).isEqualTo(415);
  }

  @Test
  void missing_codes_are_issued_once_and_found_again() {
    importing("application/geo+json", TWO_LAMPS);
    String nameless =
        """
        classCode,lon,lat,ownerUnit
        0137,113.1031,23.1031,lighting
        0137,113.1032,23.1032,lighting
        0102,113.1033,23.1033,municipal
        """;

    importing("text/csv", nameless);
    JsonNode again = importing("text/csv", nameless).json();

    assertThat(again.path("unchanged").asInt()).isEqualTo(3);
    assertThat(
            jdbc.sql("select code from asset.component order by code").query(String.class).list())
        .isEqualTo(
            List.of(
                "4406050102000001",
                "4406050137000001",
                "4406050137000002",
                "4406050137000003",
                "4406050137000004"));
  }

  @Test
  void shifted_coordinates_come_back_to_where_things_are() {
    administrator.post(
        "/api/components/import?crs=gcj02",
        "text/csv",
        "code,lon,lat,ownerUnit\n4406050137000001,113.10545,23.09750,lighting\n");

    JsonNode card = administrator.get("/api/components/4406050137000001").json();

    assertThat(card.path("lon").asDouble()).isBetween(113.099, 113.102);
  }

  @Test
  void only_an_administrator_hands_in_surveys() {
    Answer answer =
        Caller.stranger(port).post("/api/components/import", "application/geo+json", TWO_LAMPS);

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void a_card_that_does_not_exist_is_not_found() {
    assertThat(administrator.get("/api/components/4406050137999999").status()).isEqualTo(404);
    assertThat(administrator.get("/api/components/x").status()).isEqualTo(404);
  }

  private Answer importing(String contentType, String body) {
    return administrator.post("/api/components/import", contentType, body);
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static String lamp(int number) {
    return """
    {"type":"Feature","geometry":{"type":"Point","coordinates":[113.10%d5,23.1005]},\
    "properties":{"code":"440605013700000%d","ownerUnit":"lighting"}}\
    """
        .formatted(number, number);
  }
}
