package org.citygrid.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.citygrid.platform.message.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// The people of the town and what they send, for tests of the whole room.
final class Desk {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final Caller admin;
  final Caller acceptor;
  final Caller leader;
  final Caller dispatcher;
  final Caller roads;
  final Caller parks;
  final Caller mason;
  private final JdbcClient jdbc;
  private final KafkaTemplate<String, byte[]> kafka;

  Desk(int port, JdbcClient jdbc, KafkaTemplate<String, byte[]> kafka) {
    this.jdbc = jdbc;
    this.kafka = kafka;
    this.admin = Caller.as(port, "admin");
    assertThat(admin.post("/api/units/import", UNITS).status()).isEqualTo(200);
    assertThat(admin.post("/api/users/import", USERS).status()).isEqualTo(200);
    this.acceptor = Caller.as(port, "acceptor");
    this.leader = Caller.as(port, "leader");
    this.dispatcher = Caller.as(port, "dispatcher");
    this.roads = Caller.as(port, "unit-roads");
    this.parks = Caller.as(port, "unit-parks");
    this.mason = Caller.as(port, "mason");
  }

  /// A report of an illegal building by the town's collector, somewhere of its own.
  static String report(UUID id, double lon, double lat) {
    return report(id, lon, lat, Instant.now());
  }

  static String report(UUID id, double lon, double lat, Instant at) {
    return """
    {"reportId": "%s", "receipt": "R-%s", "kind": "event", "classCode": "0101", "lon": %s, "lat": %s,
     "pinned": false, "description": "违法搭建", "observedAt": "%s", "receivedAt": "%s",
     "channel": "field", "source": "collector", "reporter": "collector01", "photoIds": ["p1"],
     "aFieldOfTomorrow": 1}
    """
        .formatted(id, id, lon, lat, at, at);
  }

  void send(String report) {
    send(report.getBytes(UTF_8));
  }

  void send(byte[] value) {
    kafka.send(Topics.REPORTS, OneGridTown.GRID, value).join();
  }

  void sendResult(String caseId, String result) {
    kafka.send(Topics.FIELD_RESULTS, caseId, result.getBytes(UTF_8)).join();
  }

  /// Asks at once, then often: a test of hundreds of cases waits for each of them.
  private static ConditionFactory soon() {
    return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
  }

  /// Waits until the report has become a case.
  ///
  /// @return its number
  String caseOf(UUID reportId) {
    return soon()
        .until(
            () ->
                jdbc.sql("select number from dispatch.city_case where report_id = :id")
                    .param("id", reportId)
                    .query(String.class)
                    .optional(),
            found -> found.isPresent())
        .orElseThrow();
  }

  /// Opens a case of its own and gives its number.
  String openCase() {
    var id = UUID.randomUUID();
    send(report(id, 113 + Math.random(), 23 + Math.random()));
    return caseOf(id);
  }

  void awaitState(String number, String state) {
    soon()
        .untilAsserted(() ->
            assertThat(acceptor.get("/api/cases/" + number).json().path("state").stringValue())
                .isEqualTo(state));
  }

  /// Opens a case and brings it to a department.
  String handling(String unit) {
    var number = openCase();
    ok(acceptor.act(number, "ACCEPT"));
    ok(leader.act(number, "FILE", "\"conditionId\": \"" + conditionOf(number) + "\""));
    ok(dispatcher.act(number, "DISPATCH", "\"unitCode\": \"" + unit + "\""));
    return number;
  }

  static Caller.Answer ok(Caller.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  String conditionOf(String number) {
    return leader.get("/api/cases/" + number).json().at("/conditions/0/id").stringValue();
  }

  private static final String UNITS =
      """
      [{"code": "roads", "name": {"zh": "市政所", "en": "Roads"}, "kind": "DEPARTMENT", "divisionCode": "440605125"},
       {"code": "parks", "name": {"zh": "园林所", "en": "Parks"}, "kind": "DEPARTMENT", "divisionCode": "440605125"},
       {"code": "town", "name": {"zh": "大沥镇政府", "en": "Dali Town"}, "kind": "GOVERNMENT", "divisionCode": "440605125"}]
      """;

  private static final String USERS =
      """
      [{"userName": "collector01", "displayName": "采集员01", "password": "only-for-tests", "roles": ["COLLECTOR"], "divisionCode": "440605125"},
       {"userName": "acceptor", "displayName": "受理员", "password": "only-for-tests", "roles": ["ACCEPTOR"], "divisionCode": "440605125"},
       {"userName": "leader", "displayName": "值班长", "password": "only-for-tests", "roles": ["SHIFT_LEADER"], "divisionCode": "440605125"},
       {"userName": "dispatcher", "displayName": "派遣员", "password": "only-for-tests", "roles": ["DISPATCHER"], "divisionCode": "440605125"},
       {"userName": "unit-roads", "displayName": "市政所", "password": "only-for-tests", "roles": ["DEPARTMENT"], "unitCode": "roads", "divisionCode": "440605125"},
       {"userName": "unit-parks", "displayName": "园林所", "password": "only-for-tests", "roles": ["DEPARTMENT"], "unitCode": "parks", "divisionCode": "440605125"},
       {"userName": "mason", "displayName": "泥水工", "password": "only-for-tests", "roles": ["WORKER"], "unitCode": "roads", "divisionCode": "440605125"},
       {"userName": "inspector", "displayName": "督察员", "password": "only-for-tests", "roles": ["INSPECTOR"], "divisionCode": "440605125"},
       {"userName": "evaluator", "displayName": "评价员", "password": "only-for-tests", "roles": ["EVALUATOR"], "divisionCode": "440605125"},
       {"userName": "gardener", "displayName": "园艺工", "password": "only-for-tests", "roles": ["WORKER"], "unitCode": "parks", "divisionCode": "440605125"}]
      """;
}
