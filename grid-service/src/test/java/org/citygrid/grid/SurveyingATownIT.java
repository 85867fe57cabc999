package org.citygrid.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A town of two communities, one hundredth of a degree each, and four cells; one duty grid a
/// community.
@GridProcess
class SurveyingATownIT {
  private static final String DIVISIONS =
      collection(
          division("440605125", "大沥镇", 113.10, 23.10, 113.12, 23.11),
          division("440605125001", "沥苑社区", 113.10, 23.10, 113.11, 23.11),
          division("440605125002", "沥中社区", 113.11, 23.10, 113.12, 23.11));
  private static final String CELLS =
      collection(
          cell("440605125001001", "440605125G01", 113.10, 23.105, 113.11, 23.11),
          cell("440605125001002", "440605125G01", 113.10, 23.10, 113.11, 23.105),
          cell("440605125002001", "440605125G02", 113.11, 23.105, 113.12, 23.11),
          cell("440605125002002", "440605125G02", 113.11, 23.10, 113.12, 23.105));
  private static final String GRIDS = collection(grid(1, "collector01"), grid(2, "collector02"));

  @LocalServerPort private int port;
  @Autowired private Grids grids;
  @Autowired private JdbcClient jdbc;

  private Browser admin;
  private Browser stranger;

  @BeforeEach
  void survey() {
    EmptyLand.make(jdbc);
    admin = Browser.ofTheAdministrator(port);
    stranger = Browser.ofAStranger(port);
    assertThat(inserted(admin.post("/api/divisions/import", DIVISIONS))).isEqualTo(3);
    assertThat(inserted(admin.post("/api/cells/import", CELLS))).isEqualTo(4);
    assertThat(inserted(admin.post("/api/grids/import", GRIDS))).isEqualTo(2);
  }

  @Test
  void a_place_is_found_in_its_cell_duty_grid_and_community() {
    JsonNode place = stranger.get("/api/grids/locate?lon=113.105&lat=23.107").body();

    assertThat(place.get("cell").asString()).isEqualTo("440605125001001");
    assertThat(place.at("/dutyGrid/code").asString()).isEqualTo("440605125G01");
    assertThat(place.at("/dutyGrid/number").asInt()).isEqualTo(1);
    assertThat(place.at("/division/code").asString()).isEqualTo("440605125001");
    assertThat(place.at("/division/name/zh").asString()).isEqualTo("沥苑社区");
    assertThat(place.has("collector")).isFalse();
  }

  @Test
  void the_collector_is_named_only_to_people_who_signed_in() {
    String path = "/api/grids/locate?lon=113.105&lat=23.107";

    assertThat(admin.get(path).body().at("/collector/userName").asString())
        .isEqualTo("collector01");
    assertThat(stranger.get("/api/grids").body().at("/items/0").has("collector")).isFalse();
  }

  @Test
  void a_phones_shifted_place_is_straightened_first() {
    JsonNode place =
        stranger.get("/api/grids/locate?lon=113.110281&lat=23.104347&crs=gcj02").body();

    assertThat(place.get("lon").asDouble()).isBetween(113.1045, 113.1055);
    assertThat(place.get("cell").asString()).startsWith("440605125001");
  }

  @Test
  void outside_everything_the_answer_is_empty_and_absurd_places_are_refused() {
    Browser.Answer ocean = stranger.get("/api/grids/locate?lon=0&lat=0");
    Browser.Answer absurd = stranger.get("/api/grids/locate?lon=1131&lat=NaN&crs=mars");

    assertThat(ocean.status()).isEqualTo(200);
    assertThat(ocean.body().has("division")).isFalse();
    assertThat(absurd.status()).isEqualTo(400);
    assertThat(absurd.body().findValuesAsString("field")).containsExactly("lon", "lat", "crs");
  }

  @Test
  void duty_grids_without_an_outline_get_that_of_their_cells() {
    JsonNode grid = admin.get("/api/grids/440605125G01").body();

    assertThat(grid.get("cells").asInt()).isEqualTo(2);
    assertThat(grid.get("areaSquareMetres").asDouble()).isBetween(1.1e6, 1.2e6);
    assertThat(grid.at("/boundary/type").asString()).isEqualTo("Polygon");
    assertThat(grid.at("/center/lon").asDouble()).isBetween(113.10, 113.11);
    assertThat(stranger.get("/api/grids/outlines").body().get("features")).hasSize(2);
    assertThat(stranger.get("/api/divisions/outlines").body().get("features")).hasSize(3);
    assertThat(stranger.get("/api/divisions").body().get("items")).hasSize(3);
    assertThat(stranger.get("/api/grids/440605125G99").status()).isEqualTo(404);
  }

  @Test
  void the_same_survey_twice_changes_nothing() {
    long before = grids.revision();

    JsonNode cells = admin.post("/api/cells/import", CELLS).body();
    JsonNode dutyGrids = admin.post("/api/grids/import", GRIDS).body();

    assertThat(cells.get("unchanged").asInt()).isEqualTo(4);
    assertThat(dutyGrids.get("unchanged").asInt()).isEqualTo(2);
    assertThat(grids.revision()).isEqualTo(before);
  }

  @Test
  void a_survey_with_mistakes_is_refused_whole_and_each_is_named() {
    Browser.Answer answer =
        admin.post(
            "/api/cells/import",
            collection(
                cell("440605125001003", "440605125G01", 113.10, 23.10, 113.101, 23.101),
                cell("44060512500100", "440605125G01", 113.10, 23.10, 113.101, 23.101),
                cell("440605125009001", "440605125G01", 113.10, 23.10, 113.101, 23.101),
                cell("440605125001004", "440605126G01", 113.10, 23.10, 113.101, 23.101),
                cell("440605125001005", "440605125G01", 113.115, 23.10, 113.116, 23.101),
                cell("440605125001006", "440605125G01", 2556000, 408000, 2556100, 408100)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder(
            "features[1].properties.code",
            "features[2].properties.divisionCode",
            "features[3].properties.dutyGridCode",
            "features[4].geometry",
            "features[5].geometry");
    assertThat(grids.findCell(new CellCode("440605125001003"))).isEmpty();
  }

  @Test
  void what_is_no_survey_is_refused() {
    assertThat(admin.post("/api/cells/import", "{\"type\": \"Feature\"}").status()).isEqualTo(400);
    assertThat(admin.post("/api/cells/import", "{").status()).isEqualTo(400);
    assertThat(stranger.post("/api/cells/import", CELLS).status()).isEqualTo(401);
    assertThat(
            admin
                .post(
                    "/api/grids/import",
                    "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"colour\": 1}}]}")
                .body()
                .at("/errors/0/field")
                .asString())
        .isEqualTo("features[0].properties.colour");
  }

  @Test
  void a_new_collector_takes_over_from_now_on() {
    Instant before = Instant.now().minusSeconds(60);

    admin.post("/api/grids/import", collection(grid(1, "collector77")));

    var code = new DutyGridCode("440605125G01");
    assertThat(grids.findCollector(code, before)).contains("collector01");
    assertThat(grids.findCollector(code, Instant.now().plusSeconds(1))).contains("collector77");
    assertThat(grids.findDutyOf("collector77", Instant.now().plusSeconds(1))).contains(code);
  }

  @Test
  void a_change_made_by_another_process_is_seen_here_soon() {
    jdbc.sql("update grid.cell set duty_grid_code = '440605125G02' where code = '440605125001001'")
        .update();
    jdbc.sql("update grid.revision set number = number + 1").update();

    eventually(
        () -> new DutyGridCode("440605125G02").equals(grids.locate(113.105, 23.107).dutyGrid()));
  }

  @Test
  void tiles_hold_the_layer_and_are_not_sent_twice() {
    Browser.Answer tile = stranger.get("/tiles/cells/14/13339/7110.mvt");
    String tag = tile.raw().headers().firstValue("ETag").orElseThrow();

    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.raw().headers().firstValue("Content-Type"))
        .hasValue("application/vnd.mapbox-vector-tile");
    assertThat(new String(tile.raw().body(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("cells", "440605125001001");
    assertThat(stranger.get("/tiles/cells/14/13339/7110.mvt", "If-None-Match", tag).status())
        .isEqualTo(304);
    assertThat(stranger.get("/tiles/grids/14/13339/7110.mvt").raw().body()).isNotEmpty();
    assertThat(stranger.get("/tiles/grids/3/9/1.mvt").status()).isEqualTo(404);
  }

  @Test
  void streets_are_kept_once() {
    String street =
        collection(
            """
            {"type": "Feature", "properties": {"name": "穗盐路", "kind": "main"},
             "geometry": {"type": "LineString", "coordinates": [[113.10, 23.10], [113.12, 23.10]]}}
            """);

    assertThat(inserted(admin.post("/api/streets/import", street))).isEqualTo(1);
    assertThat(inserted(admin.post("/api/streets/import", street))).isZero();
  }

  private static int inserted(Browser.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().get("inserted").asInt();
  }

  private static void eventually(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still not so").isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static String division(String code, String name, double... box) {
    return feature(
        "\"code\": \"%s\", \"nameZh\": \"%s\", \"nameEn\": \"%s\"".formatted(code, name, name),
        box);
  }

  private static String cell(String code, String walk, double... box) {
    return feature(
        "\"code\": \"%s\", \"dutyGridCode\": \"%s\", \"managementLevel\": \"A\""
            .formatted(code, walk),
        box);
  }

  private static String grid(int number, String collector) {
    return """
    {"type": "Feature", "geometry": null, "properties": {"code": "440605125G0%1$d",
     "number": %1$d, "nameZh": "%1$d号网格", "nameEn": "Grid %1$d", "collector": "%2$s"}}
    """
        .formatted(number, collector);
  }

  private static String feature(String properties, double... box) {
    return """
    {"type": "Feature", "properties": {%s}, "geometry": {"type": "Polygon",
     "coordinates": [[[%s, %s], [%s, %s], [%s, %s], [%s, %s], [%s, %s]]]}}
    """
        .formatted(
            properties,
            box[0],
            box[1],
            box[2],
            box[1],
            box[2],
            box[3],
            box[0],
            box[3],
            box[0],
            box[1]);
  }

  private static String collection(String... features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [%s]}"
        .formatted(String.join(", ", features));
  }
}
