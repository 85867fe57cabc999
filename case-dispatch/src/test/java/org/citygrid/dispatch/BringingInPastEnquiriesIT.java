package org.citygrid.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.citygrid.platform.message.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/// A town brings its past along: what was asked long ago, and what was done about it.
@RunningDispatch
class BringingInPastEnquiriesIT {
  /// A Monday without a holiday near it.
  private static final Instant MORNING = Instant.parse("2026-03-16T02:00:00Z");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private final UUID id = UUID.randomUUID();
  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void a_whole_life_is_brought_in_once_with_the_times_it_had() {
    ask(id);
    var lines =
        act(0, "ACCEPT", "acceptor", "ACCEPTOR", "")
            + act(1, "FORWARD", "dispatcher", "DISPATCHER", "\"unitCode\": \"roads\",")
            + act(26, "ANSWER", "unit-roads", "DEPARTMENT", "\"answer\": \"修好了。\",")
            + act(27, "CLOSE", "acceptor", "ACCEPTOR", "")
            + rate(50, 2)
            + act(51, "ANSWER", "leader", "SHIFT_LEADER", "\"answer\": \"再修好了。\",")
            + act(52, "CLOSE", "leader", "SHIFT_LEADER", "");

    var first = bring(lines);
    var again = bring(lines);

    assertThat(first.path("refused")).as(first.toString()).isEmpty();
    assertThat(first.path("applied").intValue()).isEqualTo(7);
    assertThat(again.path("applied").intValue()).isZero();
    assertThat(again.path("known").intValue()).isEqualTo(7);
    var found = enquiry();
    assertThat(found.path("state").stringValue()).isEqualTo("CLOSED");
    assertThat(found.path("history").findValuesAsString("action"))
        .containsExactly(
            "ASK", "ACCEPT", "FORWARD", "ANSWER", "CLOSE", "OBJECT", "ANSWER", "CLOSE");
    assertThat(found.path("closedAt").stringValue()).startsWith("2026-03-18T06:00");
    assertThat(found.path("late").booleanValue()).as("help has one work day").isTrue();
    assertThat(found.at("/rating/stars").intValue()).isEqualTo(2);
    assertThat(found.path("reopened").intValue()).isEqualTo(1);
  }

  @Test
  void what_the_rules_refuse_is_told_line_by_line_and_stops_nothing() {
    ask(id);
    var lines =
        act(1, "CLOSE", "acceptor", "ACCEPTOR", "")
            + act(2, "ANSWER", "unit-roads", "DEPARTMENT", "\"answer\": \"x\",")
            + rate(2, 5)
            + rate(3, 6)
            + "{\"enquiryId\": 1}\n"
            + act(3, "ACCEPT", "acceptor", "ACCEPTOR", "")
            + act(2, "ANSWER", "acceptor", "ACCEPTOR", "\"answer\": \"too early\",");

    var answer = bring(lines);

    assertThat(answer.path("applied").intValue()).isEqualTo(1);
    assertThat(answer.path("refusedCount").intValue()).isEqualTo(6);
    assertThat(answer.path("refused").findValuesAsString("line"))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "7");
    assertThat(enquiry().path("state").stringValue()).isEqualTo("ACCEPTED");
  }

  @Test
  void what_was_not_asked_yet_is_named_and_may_be_sent_again() {
    var answer = bring(act(1, "ACCEPT", "acceptor", "ACCEPTOR", ""));

    assertThat(answer.path("applied").intValue()).isZero();
    assertThat(answer.path("unknownEnquiries").get(0).stringValue()).isEqualTo(id.toString());
  }

  @Test
  void only_administrators_bring_in_a_past() {
    assertThat(desk.leader.post("/api/migration/enquiry-acts", "").status()).isEqualTo(403);
  }

  private JsonNode bring(String lines) {
    var answer = desk.admin.post("/api/migration/enquiry-acts", lines);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode enquiry() {
    var number =
        jdbc.sql("select number from dispatch.enquiry where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    return desk.acceptor.get("/api/enquiries/" + number).json();
  }

  private void ask(UUID of) {
    kafka
        .send(
            Topics.ENQUIRIES,
            of.toString(),
            """
            {"enquiryId": "%s", "said": "ASKED", "at": "%s", "kind": "help", "channel": "hotline", "text": "路灯不亮",
             "divisionCode": "440605125", "photoIds": []}
            """
                .formatted(of, MORNING)
                .getBytes(UTF_8))
        .join();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql("select count(*) from dispatch.enquiry where id = :id")
                    .param("id", of)
                    .query(Integer.class)
                    .single()
                == 1);
  }

  /// @param hours after it was asked
  private String act(int hours, String action, String actor, String role, String more) {
    return "{\"enquiryId\": \"%s\", %s \"action\": \"%s\", \"at\": \"%s\", \"actor\": \"%s\", \"role\": \"%s\"}%n"
        .formatted(id, more, action, MORNING.plus(Duration.ofHours(hours)), actor, role);
  }

  private String rate(int hours, int stars) {
    return "{\"enquiryId\": \"%s\", \"action\": \"RATE\", \"at\": \"%s\", \"stars\": %d}%n"
        .formatted(id, MORNING.plus(Duration.ofHours(hours)), stars);
  }
}
