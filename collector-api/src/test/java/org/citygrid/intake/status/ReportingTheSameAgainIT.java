package org.citygrid.intake.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
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

/// What is reported already is told at the door; whoever follows it, or is linked to it, reads the
/// first one's story to its end.
@IntakeProcess
class ReportingTheSameAgainIT {
  private static final Instant NOON = Instant.now();

  @LocalServerPort private int port;
  @Autowired private KafkaTemplate<String, byte[]> kafka;
  @Autowired private JdbcClient jdbc;

  /// Each test stands somewhere of its own, some hundred metres from the others.
  private final double lat = 23.105 + Math.random() / 100;

  private final UUID caseId = UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private Town stranger;
  private String receipt = "";

  @BeforeEach
  void report() {
    Town.survey(port);
    stranger = Town.asStranger(port);
    receipt = send(first, "0105", lat);
  }

  @Test
  void an_open_matter_nearby_is_told_without_words_or_receipt() {
    var found = similar("0105", lat + 0.0001);

    assertThat(found).isNotNull();
    assertThat(found.path("metres").asLong()).isBetween(10L, 12L);
    assertThat(found.path("status").asString()).isEqualTo("RECEIVED");
    assertThat(found.toString()).doesNotContain(receipt, "rubbish");
    assertThat(similar("0101", lat)).isNull();
    assertThat(similar("0105", lat + 0.001)).isNull();
  }

  @Test
  void a_matter_that_is_over_is_not_told() {
    tell(caseId, first, 1, "REFUSE", "REFUSED", "");
    waitUntil(() -> status(receipt).equals("REFUSED"));

    assertThat(similar("0105", lat)).isNull();
    assertThat(follow(UUID.randomUUID()).status()).isEqualTo(409);
  }

  @Test
  void a_follower_has_a_receipt_of_their_own_and_reads_the_story_to_its_end() {
    UUID key = UUID.randomUUID();
    Town.Answer followed = follow(key);
    Town.Answer again = follow(key);
    tell(caseId, first, 1, "REPORT", "REPORTED", "");
    tell(caseId, first, 2, "ACCEPT", "TO_FILE", "");
    tell(caseId, first, 3, "CLOSE", "CLOSED", "");

    assertThat(followed.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    String own = followed.body().path("receipt").asString();
    assertThat(own).isNotEqualTo(receipt).isEqualTo(again.body().path("receipt").asString());
    waitUntil(() -> status(own).equals("CLOSED"));
    assertThat(words(own)).containsExactly("We have your report", "Accepted", "Closed");
    assertThat(page(own).path("together").asBoolean()).isTrue();
    assertThat(page(own).path("description").asString()).isEmpty();
    assertThat(
            jdbc.sql(
                    "select cast(payload as json) ->> 'follows' from platform.outbox where event_id = :id")
                .param("id", key)
                .query(String.class)
                .single())
        .isEqualTo(first.toString());
  }

  @Test
  void a_follower_who_comes_late_reads_what_happened_before_too() {
    tell(caseId, first, -9_000, 1, "REPORT", "REPORTED", "\"publicNote\": \"theirs\",");
    tell(caseId, first, -7_200, 2, "ACCEPT", "TO_FILE");
    tell(caseId, first, -3_600, 3, "DISPATCH", "HANDLING");
    waitUntil(() -> status(receipt).equals("HANDLING"));

    String own = follow(UUID.randomUUID()).body().path("receipt").asString();
    tell(caseId, first, 4, "HAND_IN", "TO_CHECK", "\"publicNote\": \"swept\",");
    waitUntil(() -> status(own).equals("CHECKING"));

    assertThat(words(own))
        .containsExactly(
            "Accepted",
            "Sent to the department in charge",
            "We have your report",
            "The department says it is done");
    assertThat(page(own).path("steps").findValuesAsString("note")).containsExactly("swept");
  }

  @Test
  void a_linked_duplicate_goes_on_with_its_master() {
    UUID second = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    String own = send(second, "0105", lat);
    tell(caseId, first, 1, "REPORT", "REPORTED", "");
    tell(other, second, 1, "REPORT", "REPORTED", "");
    tell(other, second, 2, "LINK", "LINKED", "\"masterReportId\": \"" + first + "\",");
    tell(caseId, first, 4, "DISPATCH", "HANDLING", "");
    tell(caseId, first, 5, "HAND_IN", "TO_CHECK", "\"publicNote\": \"swept\",");
    tell(caseId, first, 6, "CLOSE", "CLOSED", "");

    waitUntil(() -> status(own).equals("CLOSED"));
    assertThat(words(own))
        .containsExactly(
            "We have your report",
            "Already reported; handled together",
            "Sent to the department in charge",
            "The department says it is done",
            "Closed");
  }

  @Test
  void a_chain_of_links_leads_to_the_last_master() {
    UUID second = UUID.randomUUID();
    UUID third = UUID.randomUUID();
    String own = send(second, "0105", lat);
    send(third, "0105", lat);
    tell(UUID.randomUUID(), second, 2, "LINK", "LINKED", "\"masterReportId\": \"" + first + "\",");
    tell(caseId, first, 3, "LINK", "LINKED", "\"masterReportId\": \"" + third + "\",");
    tell(UUID.randomUUID(), third, 4, "REFUSE", "REFUSED", "\"publicNote\": \"why\",");

    waitUntil(() -> status(own).equals("REFUSED"));
    waitUntil(() -> status(receipt).equals("REFUSED"));
  }

  @Test
  void a_case_taken_up_again_goes_on_for_its_reporter() {
    UUID again = UUID.randomUUID();
    tell(caseId, first, 1, "CLOSE", "CLOSED", "");
    waitUntil(() -> status(receipt).equals("CLOSED"));
    tell(UUID.randomUUID(), again, 2, "REOPEN", "TO_FILE", "\"reopenedFrom\": \"" + caseId + "\",");

    waitUntil(() -> status(receipt).equals("ACCEPTED"));
  }

  private Town.Answer follow(UUID key) {
    return stranger.post(
        "/api/reports/" + first + "/follow", key, "{\"contact\": {\"phone\": \"13800000000\"}}");
  }

  private String send(UUID id, String classCode, double at) {
    Town.Answer answer =
        stranger.post(
            "/api/reports",
            id,
            """
            {"kind": "event", "classCode": "%s", "location": {"lon": 113.11, "lat": %s},
             "description": "rubbish"}
            """
                .formatted(classCode, at));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("receipt").asString();
  }

  private JsonNode similar(String classCode, double at) {
    JsonNode items =
        stranger
            .get(
                "/api/reports/similar?kind=event&class=%s&lon=113.11&lat=%s"
                    .formatted(classCode, at))
            .body()
            .path("items");
    for (JsonNode item : items) {
      if (item.path("followId").asString().equals(first.toString())) {
        return item;
      }
    }
    return null;
  }

  private JsonNode page(String of) {
    return stranger.get("/api/reports/" + of).body();
  }

  private String status(String of) {
    return page(of).path("status").asString();
  }

  private java.util.List<String> words(String of) {
    return page(of).path("steps").findValuesAsString("en");
  }

  private void tell(UUID of, UUID report, int seq, String action, String to, String more) {
    tell(of, report, 60L + seq, seq, action, to, more);
  }

  private void tell(UUID of, UUID report, long second, int seq, String action, String to) {
    tell(of, report, second, seq, action, to, "");
  }

  /// @param second how long after noon it happened
  private void tell(
      UUID of, UUID report, long second, int seq, String action, String to, String more) {
    String event =
        """
        {"eventId": "%s", "caseId": "%s", "caseNumber": "440605125-1", "seq": %d, "action": "%s", "to": "%s",
         "at": "%s", "actor": "x", "reportId": "%s", "divisionCode": "440605125001", "kind": "event", %s
         "classCode": "0105", "lon": 113.11, "lat": 23.11, "photoIds": []}
        """
            .formatted(
                UUID.randomUUID(), of, seq, action, to, NOON.plusSeconds(second), report, more);
    kafka.send(
        Topics.CASE_EVENTS, of.toString(), event.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    kafka.flush();
  }

  private static void waitUntil(BooleanSupplier reached) {
    Instant limit = Instant.now().plusSeconds(60);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(limit);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
