package org.citygrid.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
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
class LookingAroundIT {
  /// Tile 16/53357/28443 holds the corner of the town in which they all stand.
  private static final String TILE = "/tiles/components/16/53357/28443.mvt";

  private static final String TILE_BELOW = "/tiles/components/13/6669/3555.mvt";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Register register;

  @BeforeEach
  void four_lamps_a_cover_and_a_lamp_that_is_gone() {
    jdbc.sql(
            """
            truncate asset.component, asset.component_version, asset.component_count,
              asset.code_block, asset.survey cascade
            """)
        .update();
    Caller administrator = Caller.administrator(port);
    administrator.post(
        "/api/units/import",
        "application/json",
        """
        [{"code": "lighting", "name": {"zh": "路灯管理所", "en": "Street Lighting"},
          "kind": "DEPARTMENT", "divisionCode": "440605125"}]
        """);
    Answer imported =
        administrator.post(
            "/api/components/import",
            "text/csv",
            """
            code,lon,lat,ownerUnit,state
            4406050137000001,113.1010,23.1010,lighting,
            4406050137000002,113.1020,23.1010,lighting,
            4406050137000003,113.1010,23.1019,lighting,
            4406050137000004,113.1030,23.1030,lighting,damaged
            4406050102000001,113.1011,23.1010,lighting,
            4406050137000005,113.1010,23.1010,lighting,lost
            """);
    assertThat(imported.status()).isEqualTo(200);
  }

  @Test
  void the_nearest_come_first_by_true_distance() {
    JsonNode items =
        stranger()
            .get("/api/components/nearest?lon=113.101&lat=23.101&limit=4")
            .json()
            .path("items");

    assertThat(items.values())
        .extracting(one -> one.path("code").asString())
        .containsExactly(
            "4406050137000001", "4406050102000001", "4406050137000003", "4406050137000002");
    // By degrees the lamp to the north is nearer, and by metres too: 99.7 m against 102.4 m.
    assertThat(items.path(2).path("distanceMetres").asDouble()).isCloseTo(99.7, within(0.2));
    assertThat(items.path(3).path("distanceMetres").asDouble()).isCloseTo(102.4, within(0.2));
  }

  @Test
  void metres_decide_where_degrees_would_mislead() {
    jdbc.sql(
            """
            update asset.component set location = ST_SetSRID(ST_MakePoint(113.1010, 23.10195), 4490)
            where code = '4406050137000003'
            """)
        .update();

    List<Nearby> nearest = register.listNearest(113.1010, 23.1010, "0137", 2);

    // 105.2 m north is 0.00095 degrees, 102.4 m east is 0.001 degrees.
    assertThat(nearest)
        .extracting(Nearby::code)
        .containsExactly("4406050137000001", "4406050137000002");
  }

  @Test
  void a_class_may_be_asked_for() {
    JsonNode items =
        stranger()
            .get("/api/components/nearest?lon=113.101&lat=23.101&class=0102")
            .json()
            .path("items");

    assertThat(items.values())
        .extracting(one -> one.path("code").asString())
        .containsExactly("4406050102000001");
    assertThat(items.path(0).path("className").path("zh").asString()).isEqualTo("污水井盖");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lon=200&lat=23",
        "lon=113&lat=91",
        "lon=113",
        "lon=x&lat=23",
        "lon=113&lat=23&limit=0",
        "lon=113&lat=23&class=1",
        "lon=113&lat=23&crs=mars",
        "lon=NaN&lat=23"
      })
  void absurd_questions_are_refused(String query) {
    assertThat(stranger().get("/api/components/nearest?" + query).status()).isEqualTo(400);
  }

  @Test
  void routing_is_told_whose_things_are() {
    Map<String, ComponentSummary> found =
        register.findAll(List.of("4406050137000001", "4406050137999999"));

    assertThat(found).containsOnlyKeys("4406050137000001");
    assertThat(found.get("4406050137000001").ownerUnit()).isEqualTo("lighting");
    assertThat(found.get("4406050137000001").cellCode()).isEqualTo("440605125001012");
  }

  @Test
  void a_deep_tile_holds_the_components_themselves() {
    Answer tile = stranger().get(TILE);

    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.header("content-type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(tile.header("cache-control")).contains("max-age");
    assertThat(VectorTile.countFeatures(tile.body())).isEqualTo(Map.of("components", 6));
  }

  @ParameterizedTest
  @ValueSource(strings = {TILE_BELOW, "/tiles/components/14/13339/7110.mvt"})
  void a_shallow_tile_holds_one_count_for_a_cell(String address) {
    Answer tile = stranger().get(address);

    assertThat(VectorTile.countFeatures(tile.body())).isEqualTo(Map.of("counts", 3));
    assertThat(jdbc.sql("select sum(n) from asset.component_count").query(Long.class).single())
        .isEqualTo(6);
  }

  @Test
  void a_tile_that_did_not_change_is_not_sent_again() {
    String tag = stranger().get(TILE).header("etag");

    assertThat(tag).isNotEmpty();
    assertThat(stranger().get(TILE, "If-None-Match", tag).status()).isEqualTo(304);
  }

  @Test
  void an_empty_tile_has_no_content() {
    assertThat(stranger().get("/tiles/components/16/0/0.mvt").status()).isEqualTo(204);
    assertThat(stranger().get("/tiles/components/5/0/0.mvt").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/0/1", "16/65536/0", "23/0/0", "16/-1/0", "z/0/0"})
  void a_tile_outside_the_pyramid_is_refused(String address) {
    assertThat(stranger().get("/tiles/components/" + address + ".mvt").status()).isEqualTo(400);
  }

  private Caller stranger() {
    return Caller.stranger(port);
  }
}
