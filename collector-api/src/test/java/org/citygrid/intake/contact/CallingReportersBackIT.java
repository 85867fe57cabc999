package org.citygrid.intake.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.citygrid.intake.IntakeProcess;
import org.citygrid.intake.Town;
import org.citygrid.platform.message.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/// Reporters and followers who want a reply, and whoever asked, can be reached by those who answer
/// them, and by nobody else.
@IntakeProcess
class CallingReportersBackIT {
  private static final String REPORTER = "13800001111";
  private static final String FOLLOWER = "13900002222";

  @LocalServerPort private int port;
  @Autowired private KafkaTemplate<String, byte[]> kafka;
  @Autowired private JdbcClient jdbc;

  private final UUID caseId = UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final String number = "2026-11-25-" + (int) (Math.random() * 1e8);
  private Town stranger;
  private Town acceptor;
  private int seq;

  @BeforeEach
  void two_who_want_a_reply() {
    Town.survey(port);
    stranger = Town.asStranger(port);
    acceptor = Town.withRole(port, "acceptor01", "ACCEPTOR");
    report(first, "{\"name\": \"陈小姐\", \"phone\": \"" + REPORTER + "\"}", true);
    stranger.post(
        "/api/reports/" + first + "/follow",
        second,
        "{\"contact\": {\"phone\": \"" + FOLLOWER + "\"}, \"wantsReply\": true}");
    tell(caseId, first, "REPORT", "REPORTED", "");
    waitUntil(() -> people(acceptor).size() == 2);
  }

  @Test
  void the_acceptor_sees_reporter_and_follower_masked() {
    var people = people(acceptor);

    assertThat(people.findValuesAsString("phone")).containsExactly("138****1111", "139****2222");
    assertThat(people.get(0).path("name").asString()).isEqualTo("陈**");
    assertThat(people.findValuesAsString("follows")).containsExactly("false", "true");
    assertThat(people.findValuesAsString("wantsReply")).containsOnly("true");
  }

  @Test
  void whoever_sees_one_whole_is_noted() {
    var whole = acceptor.post("/api/contacts/" + second + "/open", "");

    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.body().path("phone").asString()).isEqualTo(FOLLOWER);
    assertThat(whole.raw().headers().firstValue("Cache-Control")).hasValue("no-store");
    var noted = Town.asAdministrator(port).get("/api/contacts/accesses?limit=1").body();
    assertThat(noted.at("/items/0/by").asString()).isEqualTo("acceptor01");
    assertThat(noted.at("/items/0/person").asString()).isEqualTo(second.toString());
    assertThat(noted.at("/items/0/number").asString()).isEqualTo(number);
    assertThat(Instant.parse(noted.at("/items/0/at").asString()))
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
  }

  @Test
  void nobody_else_sees_any_of_it() {
    var unknown = acceptor.post("/api/contacts/" + UUID.randomUUID() + "/open", "");
    var elsewhere = withUnit("unit-parks", "parks").post("/api/contacts/" + first + "/open", "");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(elsewhere.body().path("detail")).isEqualTo(unknown.body().path("detail"));
    assertThat(stranger.get("/api/contacts?case=" + caseId).status()).isEqualTo(401);
    for (String role :
        List.of("DISPATCHER", "INSPECTOR", "COLLECTOR", "EVALUATOR", "ADMINISTRATOR")) {
      var other = Town.withRole(port, "other-" + role.toLowerCase(java.util.Locale.ROOT), role);
      assertThat(other.get("/api/contacts?case=" + caseId).status()).as(role).isEqualTo(403);
      assertThat(other.post("/api/contacts/" + first + "/open", "").status()).isEqualTo(403);
    }
    assertThat(acceptor.get("/api/contacts/accesses").status()).isEqualTo(403);
    assertThat(
            jdbc.sql("select count(*) from intake.contact_access where person_id = :id")
                .param("id", first)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void a_department_sees_who_wants_a_reply_while_it_has_the_case() {
    var roads = withUnit("unit-roads", "roads");
    var quiet = UUID.randomUUID();
    stranger.post(
        "/api/reports/" + first + "/follow", quiet, "{\"contact\": {\"phone\": \"13700003333\"}}");
    assertThat(people(acceptor)).hasSize(3);
    assertThat(people(roads)).isEmpty();

    tell(caseId, first, "DISPATCH", "HANDLING", "\"unitCode\": \"roads\",");
    waitUntil(() -> people(roads).size() == 2);

    assertThat(roads.post("/api/contacts/" + second + "/open", "").status()).isEqualTo(200);
    assertThat(roads.post("/api/contacts/" + quiet + "/open", "").status()).isEqualTo(404);
    assertThat(roads.post("/api/contacts/" + first + "/calls", "{\"reached\": true}").status())
        .isEqualTo(403);
    tell(caseId, first, "HAND_IN", "TO_CHECK", "\"unitCode\": \"roads\",");
    waitUntil(() -> people(roads).isEmpty());
  }

  @Test
  void once_the_case_is_over_both_wait_to_be_called_until_they_are_reached() {
    assertThat(waiting()).isEmpty();
    tell(caseId, first, "CLOSE", "CLOSED", "");
    waitUntil(() -> waiting().size() == 2);
    assertThat(waiting().findValuesAsString("follows")).containsExactly("false", "true");

    var missed =
        acceptor.post(
            "/api/contacts/" + second + "/calls", "{\"reached\": false, \"words\": \"无人接\"}");
    acceptor.post("/api/contacts/" + first + "/calls", "{\"reached\": true}");

    assertThat(missed.status()).as(missed.body().toString()).isEqualTo(201);
    assertThat(waiting().findValuesAsString("id")).containsExactly(second.toString());
    assertThat(waiting().get(0).path("tries").asInt()).isEqualTo(1);
    assertThat(people(acceptor).findValuesAsString("words")).containsExactly("无人接");
    acceptor.post("/api/contacts/" + second + "/calls", "{\"reached\": true}");
    assertThat(waiting()).isEmpty();
    assertThat(acceptor.post("/api/contacts/" + first + "/calls", "{}").wrongFields())
        .containsExactly("reached");
  }

  @Test
  void whose_report_is_linked_waits_for_the_master_and_its_followers_do() {
    var master = UUID.randomUUID();
    var masterCase = UUID.randomUUID();
    report(master, "{}", false);
    tell(masterCase, master, "REPORT", "REPORTED", "");
    tell(caseId, first, "LINK", "LINKED", "\"masterReportId\": \"" + master + "\",");

    waitUntil(() -> people(acceptor, masterCase).size() == 2);
    assertThat(people(acceptor, masterCase).findValuesAsString("follows")).containsOnly("true");
    tell(masterCase, master, "REFUSE", "REFUSED", "");
    waitUntil(() -> waiting(masterCase).size() == 2);
  }

  @Test
  void whoever_asked_can_be_reached_by_the_acceptor_and_the_unit_that_is_to_answer() {
    var asked = UUID.randomUUID();
    var name = "Q2026-11-25-" + (int) (Math.random() * 1e8);
    stranger.post(
        "/api/enquiries",
        asked,
        "{\"kind\": \"help\", \"text\": \"楼道没有灯\", \"contact\": {\"phone\": \"13600004444\"}}");
    var roads = withUnit("unit-roads", "roads");
    say(asked, name, 1, "ASK", "NEW", "");
    waitUntil(() -> asker(acceptor, asked).size() == 1);
    assertThat(asker(roads, asked)).isEmpty();

    say(asked, name, 2, "FORWARD", "FORWARDED", "\"unitCode\": \"roads\",");
    waitUntil(() -> asker(roads, asked).size() == 1);

    assertThat(asker(roads, asked).get(0).path("phone").asString()).isEqualTo("136****4444");
    assertThat(roads.post("/api/contacts/" + asked + "/open", "").body().path("phone").asString())
        .isEqualTo("13600004444");
    assertThat(acceptor.post("/api/contacts/" + asked + "/calls", "{\"reached\": true}").status())
        .isEqualTo(404);
    say(asked, name, 3, "ANSWER", "ANSWERED", "\"unitCode\": \"roads\",");
    waitUntil(() -> asker(roads, asked).isEmpty());
    assertThat(roads.post("/api/contacts/" + asked + "/open", "").status()).isEqualTo(404);
  }

  @Test
  void either_a_case_or_an_enquiry_is_asked_for() {
    assertThat(acceptor.get("/api/contacts").wrongFields()).containsExactly("case");
    assertThat(acceptor.get("/api/contacts?case=1").wrongFields()).containsExactly("case");
    assertThat(acceptor.get("/api/contacts?enquiry=x").wrongFields()).containsExactly("enquiry");
  }

  private JsonNode people(Town who) {
    return people(who, caseId);
  }

  private static JsonNode people(Town who, UUID of) {
    return who.get("/api/contacts?case=" + of).body().path("items");
  }

  private static JsonNode asker(Town who, UUID enquiry) {
    return who.get("/api/contacts?enquiry=" + enquiry).body().path("items");
  }

  private JsonNode waiting() {
    return waiting(caseId);
  }

  /// Other tests' people wait as well.
  private JsonNode waiting(UUID of) {
    var own = tools.jackson.databind.json.JsonMapper.shared().createArrayNode();
    for (var one : acceptor.get("/api/contacts/waiting?limit=200").body().path("items")) {
      if (one.path("caseId").asString().equals(of.toString())) {
        own.add(one);
      }
    }
    return own;
  }

  private Town withUnit(String userName, String unit) {
    Town.asAdministrator(port)
        .post(
            "/api/units/import",
            """
            [{"code": "%s", "name": {"zh": "所", "en": "Unit"}, "kind": "DEPARTMENT",
              "divisionCode": "440605125"}]
            """
                .formatted(unit));
    return Town.ofUnit(port, userName, unit);
  }

  private void report(UUID id, String contact, boolean wantsReply) {
    var answer =
        stranger.post(
            "/api/reports",
            id,
            """
            {"kind": "event", "classCode": "0101", "location": {"lon": 113.11, "lat": 23.11},
             "description": "rubbish", "contact": %s, "wantsReply": %s}
            """
                .formatted(contact, wantsReply));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  private void tell(UUID of, UUID report, String action, String to, String more) {
    seq++;
    send(
        Topics.CASE_EVENTS,
        of,
        """
        {"eventId": "%s", "caseId": "%s", "caseNumber": "%s", "seq": %d, "action": "%s", "to": "%s",
         "at": "%s", "actor": "x", "reportId": "%s", "divisionCode": "440605125001", "kind": "event", %s
         "classCode": "0101", "lon": 113.11, "lat": 23.11, "photoIds": []}
        """
            .formatted(
                UUID.randomUUID(), of, number, seq, action, to, Instant.now(), report, more));
  }

  private void say(UUID of, String name, int at, String act, String to, String more) {
    send(
        Topics.ENQUIRY_EVENTS,
        of,
        """
        {"eventId": "%s", "enquiryId": "%s", "number": "%s", "seq": %d, "act": "%s", %s "to": "%s", "at": "%s"}
        """
            .formatted(UUID.randomUUID(), of, name, at, act, more, to, Instant.now()));
  }

  private void send(String topic, UUID key, String value) {
    kafka.send(topic, key.toString(), value.getBytes(UTF_8)).join();
  }

  private static void waitUntil(BooleanSupplier reached) {
    Instant limit = Instant.now().plusSeconds(60);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(limit);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
