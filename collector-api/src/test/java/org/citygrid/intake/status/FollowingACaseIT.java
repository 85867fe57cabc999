package org.citygrid.intake.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.citygrid.devservices.DevServices;
import org.citygrid.intake.IntakeProcess;
import org.citygrid.intake.Town;
import org.citygrid.platform.message.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

@IntakeProcess
class FollowingACaseIT {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @LocalServerPort private int port;
  @Autowired private KafkaTemplate<String, byte[]> kafka;
  @Autowired private JdbcClient jdbc;

  private final UUID caseId = UUID.randomUUID();
  private final UUID reportId = UUID.randomUUID();
  private final UUID taskId = UUID.randomUUID();
  private Town stranger;
  private Town collector;
  private String receipt = "";

  @BeforeEach
  void report() {
    Town.survey(port);
    stranger = Town.asStranger(port);
    collector = Town.asCollector(port, "collector01");
    Town.Answer answer =
        stranger.post(
            "/api/reports",
            reportId,
            """
            {"kind": "event", "classCode": "0105", "location": {"lon": 113.11, "lat": 23.11},
             "description": "rubbish"}
            """);
    receipt = answer.body().path("receipt").asString();
  }

  @Test
  void the_reporter_reads_its_story_in_plain_words() {
    tell(1, "REPORT", "REPORTED", "");
    tell(2, "ACCEPT", "TO_FILE", "");
    tell(3, "FILE", "TO_DISPATCH", "");
    tell(4, "DISPATCH", "HANDLING", "\"dueAt\": \"2026-11-25T04:00:00Z\",");

    waitUntil(() -> status().equals("HANDLING"));
    var page = stranger.get("/api/reports/" + receipt).body();
    assertThat(page.path("caseNumber").asString()).isEqualTo("440605125-1");
    assertThat(page.path("deadline").asString()).isEqualTo("2026-11-25T04:00:00Z");
    assertThat(page.path("statusWords").path("zh").asString()).isEqualTo("处置中");
    assertThat(page.path("steps").findValuesAsString("en"))
        .containsExactly(
            "We have your report",
            "Accepted",
            "Filed as a case",
            "Sent to the department in charge");
  }

  @Test
  void twice_and_out_of_order_the_story_is_the_same() {
    tell(3, "FILE", "TO_DISPATCH", "");
    tell(1, "REPORT", "REPORTED", "");
    tell(3, "FILE", "TO_DISPATCH", "");
    tell(2, "ACCEPT", "TO_FILE", "");

    waitUntil(() -> steps() == 3);
    assertThat(status()).isEqualTo("FILED");
  }

  @Test
  void what_cannot_be_read_is_put_aside_and_the_stream_goes_on() {
    send("not json");
    send("null");
    send("{\"caseId\": 7}");
    send(event(1, "REPORT", "MELTED", ""));
    send(event(1, "RE\\u0000PORT", "REPORTED", ""));
    tell(1, "REPORT", "REPORTED", "");

    waitUntil(() -> steps() == 1);
    assertThat(deadLetters()).isEqualTo(5);
  }

  @Test
  void a_task_goes_to_its_collector_and_is_answered_once() {
    tell(1, "REPORT", "REPORTED", "");
    tell(2, "SEND_VERIFY", "VERIFYING", task("verify"));
    waitUntil(() -> tasks() == 1);
    UUID key = UUID.randomUUID();
    String path = "/api/tasks/" + taskId + "/result";

    Town.Answer wrong = collector.post(path, UUID.randomUUID(), "{\"outcome\": \"pass\"}");
    Town.Answer first = collector.post(path, key, "{\"outcome\": \"true\", \"remark\": \"yes\"}");
    Town.Answer again = collector.post(path, key, "{\"outcome\": \"true\", \"remark\": \"yes\"}");
    Town.Answer other = collector.post(path, UUID.randomUUID(), "{\"outcome\": \"false\"}");

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(first.status()).isEqualTo(202);
    assertThat(again.status()).isEqualTo(202);
    assertThat(other.status()).isEqualTo(409);
    assertThat(tasks()).isZero();
    assertThat(
            jdbc.sql("select key from platform.outbox where event_id = :id")
                .param("id", key)
                .query(String.class)
                .list())
        .containsExactly(caseId.toString());
  }

  @Test
  void a_task_is_nobody_elses() {
    tell(2, "SEND_VERIFY", "VERIFYING", task("verify"));
    waitUntil(() -> tasks() == 1);
    Town neighbour = Town.asCollector(port, "collector02");
    String path = "/api/tasks/" + taskId + "/result";

    assertThat(neighbour.get("/api/tasks").body().path("items").size()).isZero();
    assertThat(neighbour.post(path, UUID.randomUUID(), "{\"outcome\": \"true\"}").status())
        .isEqualTo(404);
    assertThat(stranger.get("/api/tasks").status()).isEqualTo(401);
  }

  @Test
  void a_task_is_withdrawn_when_its_case_moves_on() {
    tell(2, "SEND_VERIFY", "VERIFYING", task("verify"));
    waitUntil(() -> tasks() == 1);
    tell(3, "REFUSE", "REFUSED", "");

    waitUntil(() -> tasks() == 0);
    assertThat(
            collector
                .post(
                    "/api/tasks/" + taskId + "/result",
                    UUID.randomUUID(),
                    "{\"outcome\": \"true\"}")
                .status())
        .isEqualTo(409);
  }

  private static String task(String kind) {
    return "\"task\": {\"taskId\": \"%s\", \"kind\": \""
        + kind
        + "\", \"collector\": \"collector01\","
        + " \"dueAt\": \"2026-11-23T05:00:00Z\", \"words\": \"take a look\"},";
  }

  private void tell(int seq, String action, String to, String more) {
    send(event(seq, action, to, more.formatted(taskId)));
  }

  private String event(int seq, String action, String to, String more) {
    return """
    {"eventId": "%s", "caseId": "%s", "caseNumber": "440605125-1", "seq": %d, "action": "%s", "to": "%s",
     "at": "%s", "actor": "x", "reportId": "%s", "divisionCode": "440605125001", "kind": "event", %s
     "classCode": "0105", "lon": 113.11, "lat": 23.11, "photoIds": [], "later": "field"}
    """
        .formatted(
            UUID.randomUUID(), caseId, seq, action, to, NOON.plusSeconds(seq), reportId, more);
  }

  private void send(String value) {
    kafka.send(
        Topics.CASE_EVENTS,
        caseId.toString(),
        value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    kafka.flush();
  }

  private String status() {
    return stranger.get("/api/reports/" + receipt).body().path("status").asString();
  }

  private long steps() {
    return jdbc.sql("select count(*) from intake.case_step where case_id = :id")
        .param("id", caseId)
        .query(Long.class)
        .single();
  }

  private long tasks() {
    return collector.get("/api/tasks").body().path("items").findValuesAsString("taskId").stream()
        .filter(taskId.toString()::equals)
        .count();
  }

  private long deadLetters() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", DevServices.shared().kafka().bootstrap());
    settings.put("group.id", UUID.randomUUID().toString());
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.deadLettersOf(Topics.CASE_EVENTS)));
      long[] found = {0};
      waitUntil(() -> {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(letter -> found[0] += caseId.toString().equals(letter.key()) ? 1 : 0);
        return found[0] >= 5;
      });
      return found[0];
    }
  }

  private static void waitUntil(BooleanSupplier reached) {
    Instant limit = Instant.now().plusSeconds(60);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(limit);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }
}
