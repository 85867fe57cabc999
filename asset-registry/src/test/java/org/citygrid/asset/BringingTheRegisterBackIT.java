package org.citygrid.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.citygrid.asset.Caller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The register is taken away as a file, emptied, and brought back from the file: it is the same.
@RunningRegister
class BringingTheRegisterBackIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// Points with everything, with nothing, and with what spreadsheets, quotes and commas do harm
  /// to.
  private static final String CARDS =
      """
      {"type": "FeatureCollection", "features": [
       {"type": "Feature", "geometry": {"type": "Point", "coordinates": [113.104390123, 23.1016163]},
        "properties": {"code": "4406050137000001", "classCode": "0137", "competentUnit": "lighting",
         "ownerUnit": "lighting", "maintenanceUnit": "lighting", "spec": "LED 120W, \\"IP65\\"",
         "address": "大沥·竹基路 1 号", "state": "damaged", "since": "2019-02-28", "source": "普查",
         "note": "第一行\\n第二行", "synthetic": true,
         "dimensions": [{"name": "height", "value": 8.5, "unit": "m"}, {"name": "material", "value": "钢"}]}},
       {"type": "Feature", "geometry": {"type": "Point", "coordinates": [113.1011, 23.1011]},
        "properties": {"code": "4406050137000002", "classCode": "0137", "ownerUnit": "lighting", "since": "2020-01-01"}},
       {"type": "Feature", "geometry": {"type": "Point", "coordinates": [113.1012, 23.1012]},
        "properties": {"code": "4406050102000001", "classCode": "0102", "ownerUnit": "lighting", "since": "2020-01-01",
         "spec": "Ø700", "note": "it's; a \\"note\\"", "state": "moved_away"}}]}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private Caller administrator = Caller.stranger(0);

  @BeforeEach
  void a_register() {
    empty();
    administrator = Caller.administrator(port);
    administrator.post(
        "/api/units/import",
        "application/json",
        """
        [{"code": "lighting", "name": {"zh": "路灯管理所", "en": "Street Lighting"},
          "kind": "DEPARTMENT", "divisionCode": "440605125"}]
        """);
    Answer taken = administrator.post("/api/components/import", "application/geo+json", CARDS);
    assertThat(taken.status()).as(new String(taken.body(), UTF_8)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "csv, components.csv",
    "geojson, components.geojson",
    "geojsonseq, components.geojsonl",
    "gpkg, components.gpkg"
  })
  void it_is_the_same(String form, String name) {
    List<String> before = cards();
    byte[] file = Caller.stranger(port).get("/ogc/collections/components/items?f=" + form).body();

    empty();
    JsonNode job = bringBack(name, file);

    assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("done");
    assertThat(job.path("result").path("inserted").asInt()).isEqualTo(3);
    assertThat(cards()).isEqualTo(before);
  }

  private List<String> cards() {
    return jdbc.sql(
            "select c.code || ' ' || asset.card_of(c)::text from asset.component c order by c.code")
        .query(String.class)
        .list();
  }

  private void empty() {
    jdbc.sql(
            """
            truncate asset.component, asset.component_version, asset.component_count,
              asset.code_block, asset.survey cascade
            """)
        .update();
  }

  private JsonNode bringBack(String name, byte[] file) {
    Answer received =
        administrator.post(
            "/api/imports?kind=components&fileName=" + name, "application/octet-stream", file);
    assertThat(received.status()).as(new String(received.body(), UTF_8)).isEqualTo(201);
    String job = "/api/imports/" + received.json().path("id").asInt();
    Answer started = administrator.post(job + "/start", "application/json", "{}");
    assertThat(started.status()).as(new String(started.body(), UTF_8)).isEqualTo(202);
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode now = administrator.get(job).json();
    while (Set.of("waiting", "running").contains(now.path("status").asString())) {
      assertThat(Instant.now()).as(now.toString()).isBefore(end);
      Thread.onSpinWait();
      now = administrator.get(job).json();
    }
    return now;
  }
}
