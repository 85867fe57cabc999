package org.citygrid.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One community of two cells and one duty grid, and a street.
@GridProcess
class ReadingTheLandAsGeodataIT {
  private static final String DIVISIONS =
      """
      {"type": "FeatureCollection", "features": [
       {"type": "Feature", "properties": {"code": "440605125", "nameZh": "大沥镇", "nameEn": "Dali"},
        "geometry": {"type": "Polygon", "coordinates": [[[113.10,23.10],[113.12,23.10],[113.12,23.11],[113.10,23.11],[113.10,23.10]]]}},
       {"type": "Feature", "properties": {"code": "440605125001", "nameZh": "沥苑社区", "nameEn": "Liyuan"},
        "geometry": {"type": "Polygon", "coordinates": [[[113.10,23.10],[113.12,23.10],[113.12,23.11],[113.10,23.11],[113.10,23.10]]]}}]}
      """;
  private static final String CELLS =
      """
      {"type": "FeatureCollection", "features": [
       {"type": "Feature", "properties": {"code": "440605125001001", "dutyGridCode": "440605125G01", "managementLevel": "A"},
        "geometry": {"type": "Polygon", "coordinates": [[[113.10,23.10],[113.11,23.10],[113.11,23.11],[113.10,23.11],[113.10,23.10]]]}},
       {"type": "Feature", "properties": {"code": "440605125001002", "dutyGridCode": "440605125G01"},
        "geometry": {"type": "Polygon", "coordinates": [[[113.11,23.10],[113.12,23.10],[113.12,23.11],[113.11,23.11],[113.11,23.10]]]}}]}
      """;
  private static final String GRIDS =
      """
      {"type": "FeatureCollection", "features": [
       {"type": "Feature", "geometry": null, "properties": {"code": "440605125G01", "number": 1,
        "nameZh": "1号网格", "nameEn": "Grid 1", "collector": "collector01"}}]}
      """;

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private Browser admin;
  private Browser stranger;

  @BeforeEach
  void survey() {
    EmptyLand.make(jdbc);
    admin = Browser.ofTheAdministrator(port);
    stranger = Browser.ofAStranger(port);
    assertThat(admin.post("/api/divisions/import", DIVISIONS).status()).isEqualTo(200);
    assertThat(admin.post("/api/cells/import", CELLS).status()).isEqualTo(200);
    assertThat(admin.post("/api/grids/import", GRIDS).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          divisions | nameEn=Dali                                                  | 1
          divisions |                                                              | 2
          cells     | dutyGridCode=440605125G01                                    | 2
          cells     | managementLevel=A                                            | 1
          cells     | bbox=113.101,23.101,113.102,23.102                           | 1
          cells     | filter=S_CONTAINS(geometry,POINT(113.115%2023.105))          | 1
          cells     | filter=areaSquareMetres%3E1000                               | 2
          grids     | number=1                                                     | 1
          grids     | filter=S_WITHIN(geometry,BBOX(113,23,114,24))                | 1
          """)
  void the_land_is_found_by_what_is_known_of_it(String collection, String query, int matched) {
    String path = "/ogc/collections/" + collection + "/items?" + (query == null ? "" : query);

    assertThat(stranger.get(path).body().path("numberMatched").asInt(-1)).isEqualTo(matched);
  }

  @ParameterizedTest
  @CsvSource({"divisions", "cells"})
  void what_was_taken_away_comes_back_unchanged(String collection) {
    var file = stranger.get("/ogc/collections/" + collection + "/items?f=geojson");
    String text = new String(file.raw().body(), UTF_8);

    var again = admin.post("/api/" + collection + "/import", text);

    assertThat(file.raw().headers().firstValue("content-disposition").orElse(""))
        .contains("attachment", collection);
    assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
    assertThat(again.body().path("unchanged").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"cells", "grids", "streets"})
  void every_layer_of_tiles_has_its_description(String layer) {
    var tileJson = stranger.get("/tiles/" + layer + ".json").body();

    assertThat(tileJson.path("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(tileJson.at("/vector_layers/0/id").asString()).isEqualTo(layer);
  }

  @Test
  void who_walks_a_grid_is_not_told() {
    assertThat(stranger.get("/ogc/collections/grids/items").body().toString())
        .contains("440605125G01")
        .doesNotContain("collector01");
  }
}
