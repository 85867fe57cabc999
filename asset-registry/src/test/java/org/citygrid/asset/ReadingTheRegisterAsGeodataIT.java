package org.citygrid.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.citygrid.asset.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Two hundred lamps in a row from west to east, ten metres apart, every tenth damaged, and one
/// cover with everything that can be known of it.
@RunningRegister
class ReadingTheRegisterAsGeodataIT {
  private static final String ITEMS = "/ogc/collections/components/items";
  private static final String COVER = "4406050102000001";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void a_row_of_lamps_and_a_cover() {
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
    var lines = new ArrayList<String>();
    lines.add("code,lon,lat,ownerUnit,state,since,spec,address,\"dim:height(m)\"");
    for (int i = 1; i <= 200; i++) {
      lines.add(
          "4406050137%06d,%.4f,23.1050,lighting,%s,2024-%02d-15,,,"
              .formatted(i, 113.1 + i * 0.0001, i % 10 == 0 ? "damaged" : "intact", 1 + i % 12));
    }
    lines.add(COVER + ",113.1050,23.1015,lighting,intact,2023-05-01,\"Ø700, 100%\",大沥'北路,0.7");
    Answer imported =
        administrator.post("/api/components/import", "text/csv", String.join("\n", lines));
    assertThat(imported.status()).as(new String(imported.body(), UTF_8)).isEqualTo(200);
  }

  @Test
  void the_landing_page_leads_to_every_feature() {
    JsonNode landing = get("/ogc").json();
    JsonNode collections = follow(landing, "data").json();
    JsonNode collection = collections.path("collections").path(0);
    JsonNode items = follow(collection, "items").json();

    assertThat(follow(landing, "conformance").json().path("conformsTo").size()).isGreaterThan(15);
    assertThat(follow(landing, "service-desc").header("content-type"))
        .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    assertThat(collection.path("id").asString()).isEqualTo("components");
    assertThat(collection.at("/extent/spatial/bbox/0/0").asDouble())
        .isCloseTo(113.1001, within(1e-6));
    assertThat(items.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(items.path("numberMatched").asInt()).isEqualTo(201);
    assertThat(items.path("numberReturned").asInt()).isEqualTo(100);
  }

  @Test
  void following_next_gives_every_feature_once() {
    var seen = new ArrayList<String>();
    String next = ITEMS + "?limit=37";
    while (!next.isEmpty()) {
      JsonNode page = get(next).json();
      page.path("features").forEach(feature -> seen.add(feature.path("id").asString()));
      next = linkOf(page, "next");
    }

    assertThat(seen).hasSize(201).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void a_narrowed_selection_is_paged_and_counted_as_well() {
    var seen = new ArrayList<String>();
    String next = ITEMS + "?limit=7&state=damaged";
    while (!next.isEmpty()) {
      JsonNode page = get(next).json();
      assertThat(page.path("numberMatched").asInt()).isEqualTo(20);
      page.path("features").forEach(feature -> seen.add(feature.path("id").asString()));
      next = linkOf(page, "next");
    }

    assertThat(seen).hasSize(20).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void one_feature_has_all_that_is_known() {
    Answer answer = get(ITEMS + "/" + COVER);
    JsonNode feature = answer.json();

    assertThat(answer.header("content-type")).isEqualTo("application/geo+json");
    assertThat(answer.header("content-crs"))
        .isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    assertThat(feature.at("/geometry/coordinates/0").asDouble()).isEqualTo(113.105);
    assertThat(feature.at("/properties/address").asString()).isEqualTo("大沥'北路");
    assertThat(feature.at("/properties/since").asString()).isEqualTo("2023-05-01");
    assertThat(feature.at("/properties/dimensions/0/name").asString()).isEqualTo("height");
    assertThat(feature.at("/properties/cellCode").asString()).isEqualTo("440605125001016");
    assertThat(get(ITEMS + "/4406050102999999").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bbox=113.1000,23.1040,113.10105,23.1060                      | 10
          bbox=113.1000,23.1040,-5,113.10105,23.1060,5                 | 10
          bbox=113.1000,23.1040,113.1010,23.1060                       | 10
          bbox=113.1000,23.1040,113.1009999,23.1060                    | 9
          bbox=113.1000,23.1040,113.10105,23.1049999                   | 0
          limit=99999999999                                            | 201
          bbox=23.1040,113.1000,23.1060,113.10105&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326 | 10
          bbox=23.1040,113.1000,23.1060,113.10105&bbox-crs=EPSG:4490   | 10
          bbox=12590234,2644600,12590360,2644800&bbox-crs=EPSG:3857    | 11
          classCode=0102                                               | 1
          since=2023-05-01                                             | 1
          synthetic=false&state=intact                                 | 181
          datetime=2023-05-01                                          | 1
          datetime=../2023-12-31                                       | 1
          datetime=2024-01-01T00:00:00Z/..                             | 200
          filter=state='damaged'                                       | 20
          filter=state<>'intact' AND code>'4406050137000100'           | 10
          filter=spec IS NULL                                          | 200
          filter=spec LIKE 'Ø700%'                                     | 1
          filter=spec LIKE '%100\\%'                                   | 1
          filter=CASEI(spec) LIKE CASEI('ø700%')                       | 1
          filter=address='大沥''北路'                                  | 1
          filter=classCode IN ('0102','0199')                          | 1
          filter=version BETWEEN 1 AND 2                               | 201
          filter=version*2+1=3 AND version DIV 1 = 1                   | 201
          filter=NOT (state='intact') OR classCode='0102'              | 21
          filter=since<DATE('2024-01-01')                              | 1
          filter=T_DURING(since,INTERVAL('2023-01-01','2023-12-31'))   | 1
          filter=photos=0                                              | 201
          filter=T_AFTER(changedAt,TIMESTAMP('2020-01-01T00:00:00Z'))  | 201
          filter=S_INTERSECTS(geometry,BBOX(113.1,23.104,113.10105,23.106)) | 10
          filter=S_WITHIN(geometry,POLYGON((113.1 23.104,113.10105 23.104,113.10105 23.106,113.1 23.106,113.1 23.104))) | 10
          filter=S_INTERSECTS(geometry,BBOX(23.104,113.1,23.106,113.10105))&filter-crs=EPSG:4326 | 10
          filter=synthetic=FALSE                                       | 201
          filter={"op":"=","args":[{"property":"state"},"damaged"]}&filter-lang=cql2-json | 20
          filter=state='damaged'&filter-lang=cql2-text&bbox=113.1000,23.1040,113.10105,23.1060 | 1
          """)
  void a_question_matches_so_many(String query, int matched) {
    JsonNode page = get(ITEMS + "?" + encoded(query)).json();

    assertThat(page.path("numberMatched").asInt(-1)).as(page.toString()).isEqualTo(matched);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0                              | limit
          limit=ten                            | limit
          limit=1&limit=2                      | limit
          offset=10                            | offset
          nonsense=1                           | nonsense
          dimensions=1                         | dimensions
          cursor=nonsense                      | cursor
          bbox=1,2,3                           | bbox
          bbox=1,2,3,x                         | bbox
          bbox=113,24,114,23                   | bbox
          bbox=1,2,3,4,5                       | bbox
          bbox=NaN,2,3,4                       | bbox
          bbox-crs=EPSG:9999&bbox=1,2,3,4      | bbox-crs
          crs=mars                             | crs
          datetime=yesterday                   | datetime
          datetime=../..                       | datetime
          datetime=2024-02-01/2024-01-01       | datetime
          since=1.5.2023                       | since
          version=x                            | version
          synthetic=yes                        | synthetic
          filter-lang=cql                      | filter-lang
          filter=state                         | filter
          filter=state=                        | filter
          filter=height>3                      | filter
          filter=version='x'                   | filter
          filter=drop table asset.component    | filter
          filter=version/0=1                   | filter
          filter=buffer(geometry,1)=1          | filter
          filter=state='x'&filter-crs=EPSG:1   | filter-crs
          f=xml                                | f
          lang=fr                              | lang
          f=csv&crs=EPSG:4547                  | crs
          """)
  void a_wrong_question_is_refused_by_name(String query, String parameter) {
    Answer answer = get(ITEMS + "?" + encoded(query));

    assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(400);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("errors").valueStream().map(e -> e.path("field").asString()))
        .contains(parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc?x=1",
        "/ogc/collections?limit=1",
        "/ogc/collections/components?f=xml",
        "/ogc/collections/components/items/4406050102000001?limit=1"
      })
  void other_doors_refuse_unknown_parameters_too(String path) {
    assertThat(get(path).status()).isEqualTo(400);
  }

  @Test
  void what_looks_like_an_attack_is_only_a_text() {
    String attack = "state='x'' or 1=1; drop table asset.component --'";

    assertThat(get(ITEMS + "?filter=" + encode(attack)).json().path("numberMatched").asInt())
        .isZero();
    assertThat(
            get(ITEMS + "?address=" + encode("' or '1'='1")).json().path("numberMatched").asInt())
        .isZero();
    assertThat(get(ITEMS).json().path("numberMatched").asInt()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, 113.105, 23.1015, 1e-9",
    "http://www.opengis.net/def/crs/EPSG/0/4326, 23.1015, 113.105, 1e-9",
    "http://www.opengis.net/def/crs/EPSG/0/4490, 23.1015, 113.105, 1e-9",
    "http://www.opengis.net/def/crs/EPSG/0/3857, 12590791.006, 2644297.969, 0.01",
    "http://www.opengis.net/def/crs/EPSG/0/4547, 2556059.170, 408308.482, 0.01"
  })
  void places_come_in_the_order_of_their_system(
      String crs, double first, double second, double by) {
    Answer answer = get(ITEMS + "/" + COVER + "?crs=" + encode(crs));

    assertThat(answer.header("content-crs")).isEqualTo("<" + crs + ">");
    assertThat(answer.json().at("/geometry/coordinates/0").asDouble()).isCloseTo(first, within(by));
    assertThat(answer.json().at("/geometry/coordinates/1").asDouble())
        .isCloseTo(second, within(by));
  }

  @Test
  void queryables_are_a_schema() {
    Answer answer = get("/ogc/collections/components/queryables");

    assertThat(answer.header("content-type")).isEqualTo("application/schema+json");
    assertThat(answer.json().at("/properties/since/format").asString()).isEqualTo("date");
    assertThat(answer.json().at("/properties/geometry/x-ogc-role").asString())
        .isEqualTo("primary-geometry");
    assertThat(answer.json().path("properties").has("dimensions")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc",
        "/ogc/",
        "/ogc/conformance",
        "/ogc/api",
        "/ogc/collections",
        "/ogc/collections/components",
        "/ogc/collections/components/queryables",
        ITEMS,
        ITEMS + "/" + COVER,
        "/ogc/tiles",
        "/ogc/collections/components/tiles",
        "/ogc/collections/components/tiles/WebMercatorQuad",
        "/ogc/tileMatrixSets",
        "/ogc/tileMatrixSets/WebMercatorQuad"
      })
  void people_get_pages_in_their_language(String path) {
    Answer english = get(path, "Accept", "text/html,*/*;q=0.8", "Accept-Language", "en-GB");
    Answer chinese = get(path + "?f=html&lang=zh");

    assertThat(english.header("content-type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(new String(english.body(), UTF_8)).contains("lang=\"en\"").doesNotContain("{{");
    assertThat(new String(chinese.body(), UTF_8)).contains("lang=\"zh-CN\"", "数据服务");
  }

  @Test
  void pages_escape_what_people_wrote() {
    jdbc.sql("update asset.component set spec = '<script>x</script>' where code = ?")
        .param(COVER)
        .update();

    assertThat(new String(get(ITEMS + "/" + COVER + "?f=html").body(), UTF_8))
        .doesNotContain("<script>x")
        .contains("&lt;script&gt;x");
    assertThat(new String(get(ITEMS + "?f=html&filter=" + encode("spec='\"><b>'")).body(), UTF_8))
        .doesNotContain("\"><b>");
  }

  @Test
  void what_did_not_change_is_not_sent_again() {
    String tag = get(ITEMS).header("etag");

    assertThat(tag).isNotEmpty();
    assertThat(get(ITEMS, "If-None-Match", tag).status()).isEqualTo(304);
  }

  @Test
  void a_form_that_nobody_has_is_not_acceptable() {
    assertThat(get("/ogc", "Accept", "image/png").status()).isEqualTo(406);
    assertThat(get("/ogc/collections/nothing").status()).isEqualTo(404);
  }

  @Test
  void tiles_are_reached_row_before_column() {
    Answer direct = get("/tiles/components/16/53357/28442.mvt");
    Answer standard = get("/ogc/collections/components/tiles/WebMercatorQuad/16/28442/53357");
    JsonNode tileJson = get("/tiles/components.json").json();

    assertThat(direct.status()).isEqualTo(200);
    assertThat(standard.body()).isEqualTo(direct.body());
    assertThat(standard.header("content-type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(tileJson.path("tiles").path(0).asString())
        .endsWith("/tiles/components/{z}/{x}/{y}.mvt");
    assertThat(tileJson.path("bounds").path(0).asDouble()).isCloseTo(113.1001, within(1e-6));
    assertThat(get("/ogc/collections/components/tiles/WebMercatorQuad/2/9/0").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "geojsonseq", "csv", "gpkg", "shp", "xlsx"})
  void the_whole_selection_is_taken_away_as_a_file(String form) {
    Answer file = get(ITEMS + "?state=damaged&f=" + form);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("content-disposition"))
        .matches("attachment; filename=\"components-\\d{4}-\\d\\d-\\d\\d\\.[a-z]+\"");
    assertThat(file.body().length).isGreaterThan(1_000);
    if (form.startsWith("geojson") || form.equals("csv")) {
      assertThat(new String(file.body(), UTF_8))
          .contains("4406050137000010", "4406050137000200")
          .doesNotContain("4406050137000011");
    }
  }

  @ParameterizedTest
  @CsvSource({"geojson, application/geo+json", "geojsonseq, application/geo+json-seq"})
  void what_was_taken_away_comes_back_unchanged(String form, String type) {
    String file = new String(get(ITEMS + "?f=" + form).body(), UTF_8);

    Answer again = Caller.administrator(port).post("/api/components/import", type, file);

    assertThat(again.status()).as(new String(again.body(), UTF_8)).isEqualTo(200);
    assertThat(again.json().path("unchanged").asInt()).isEqualTo(201);
  }

  private static String encoded(String query) {
    List<String> pairs = List.of(query.split("&"));
    return String.join(
        "&",
        pairs.stream()
            .map(pair -> pair.split("=", 2))
            .map(pair -> pair[0] + "=" + encode(pair[1]))
            .toList());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private Answer follow(JsonNode document, String rel) {
    return get(linkOf(document, rel));
  }

  /// The part of the address after the host; empty when there is no such link.
  private static String linkOf(JsonNode document, String rel) {
    return document
        .path("links")
        .valueStream()
        .filter(link -> link.path("rel").asString().equals(rel))
        .map(link -> URI.create(link.path("href").asString()))
        .map(href ->
            href.getRawPath() + (href.getRawQuery() == null ? "" : "?" + href.getRawQuery()))
        .findFirst()
        .orElse("");
  }

  private Answer get(String path, String... headers) {
    return Caller.stranger(port).get(path, headers);
  }
}
