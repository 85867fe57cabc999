package org.citygrid.intake.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.citygrid.intake.IntakeProcess;
import org.citygrid.intake.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a town was asked before it came here is brought in by the administrator, each line once.
@IntakeProcess
class AskedLongAgoIT {
  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private final UUID lamp = UUID.randomUUID();
  private final UUID bench = UUID.randomUUID();
  private Town admin;

  @BeforeEach
  void survey() {
    Town.survey(port);
    admin = Town.asAdministrator(port);
  }

  @Test
  void each_line_is_stored_and_told_once_with_its_time_place_and_rating() {
    String lines =
        line(lamp, "\"channel\": \"letter\", \"registeredBy\": \"acceptor01\",")
            + line(
                bench,
                "\"location\": {\"lon\": 113.11, \"lat\": 23.11},"
                    + " \"rating\": {\"stars\": 5, \"at\": \"2025-03-05T02:00:00Z\"},");

    var first = bring(lines);
    var again = bring(lines);

    assertThat(first.path("accepted").asInt()).as(first.toString()).isEqualTo(2);
    assertThat(again.path("accepted").asInt()).isZero();
    assertThat(again.path("known").asInt()).isEqualTo(2);
    assertThat(messages(lamp)).hasSize(1);
    assertThat(messages(lamp).getFirst())
        .contains("\"channel\":\"letter\"", "2025-03-04T02:00:00Z", "\"said\":\"ASKED\"");
    assertThat(messages(bench)).hasSize(1);
    assertThat(messages(bench).getFirst()).contains("440605125001", "440605125G01");
    assertThat(
            jdbc.sql("select stars from intake.enquiry_rating where enquiry_id = :id")
                .param("id", bench)
                .query(Integer.class)
                .single())
        .isEqualTo(5);
  }

  @Test
  void a_bad_line_is_told_and_stops_no_other() {
    String lines =
        line(UUID.randomUUID(), "\"channel\": \"drum\",")
            + line(UUID.randomUUID(), "\"location\": {\"lon\": 1, \"lat\": 1},")
            + line(
                UUID.randomUUID(), "\"rating\": {\"stars\": 9, \"at\": \"2025-03-05T02:00:00Z\"},")
            + line(UUID.randomUUID(), "\"rating\": {\"stars\": 4},")
            + "nonsense\n"
            + line(lamp, "").replace("2025-03-04", "2999-03-04")
            + line(bench, "");

    var answer = bring(lines);

    assertThat(answer.path("accepted").asInt()).as(answer.toString()).isEqualTo(1);
    assertThat(answer.path("rejectedCount").asInt()).isEqualTo(6);
    assertThat(answer.path("rejected").findValuesAsString("field"))
        .contains("channel", "location", "rating.stars", "rating.at", "body", "receivedAt");
    assertThat(bring(line(bench, "\"channel\": \"visit\",")).at("/rejected/0/field").asString())
        .isEqualTo("enquiryId");
  }

  @Test
  void only_administrators_bring_in_a_past() {
    var acceptor = Town.withRole(port, "acceptor01", "ACCEPTOR");

    assertThat(
            acceptor
                .post("/api/migration/enquiries", "application/x-ndjson", line(lamp, ""))
                .status())
        .isEqualTo(403);
  }

  private tools.jackson.databind.JsonNode bring(String lines) {
    var answer = admin.post("/api/migration/enquiries", "application/x-ndjson", lines);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }

  private static String line(UUID id, String more) {
    return "{\"enquiryId\": \"%s\", %s \"kind\": \"suggestion\", \"text\": \"多放几张椅子\", \"receivedAt\": \"2025-03-04T02:00:00Z\"}%n"
        .formatted(id, more);
  }

  private List<String> messages(UUID of) {
    return jdbc.sql(
            "select payload from platform.outbox where topic = 'citygrid.enquiries.v1' and key = :key")
        .param("key", of.toString())
        .query(String.class)
        .list();
  }
}
