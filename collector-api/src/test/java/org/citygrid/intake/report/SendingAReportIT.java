package org.citygrid.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.citygrid.intake.IntakeProcess;
import org.citygrid.intake.Town;
import org.citygrid.intake.photo.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeProcess
class SendingAReportIT {
  private static final String RUBBISH =
      """
      {"kind": "event", "classCode": "0105", "location": {"lon": 113.11, "lat": 23.11},
       "description": "%s", "contact": {"phone": "13800001234"}}
      """;

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @Value("${citygrid.photos.dir}")
  private Path photos;

  private final UUID key = UUID.randomUUID();
  private Town stranger;

  @BeforeEach
  void survey() {
    Town.survey(port);
    stranger = Town.asStranger(port);
  }

  @Test
  void gives_a_receipt_and_leaves_one_row_and_one_message() {
    Town.Answer answer = stranger.post("/api/reports", key, RUBBISH.formatted("rubbish"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("receipt").asString()).matches("\\w{5}-\\w{5}-\\w{5}");
    assertThat(answer.body().path("status").asString()).isEqualTo("RECEIVED");
    assertThat(rows(key)).isEqualTo(1);
    assertThat(messages(key)).isEqualTo(1);
    assertThat(
            jdbc.sql("select key from platform.outbox where event_id = :id")
                .param("id", key)
                .query(String.class)
                .single())
        .isEqualTo("440605125G01");
  }

  @Test
  void twice_gives_the_same_receipt_and_nothing_more() {
    Town.Answer first = stranger.post("/api/reports", key, RUBBISH.formatted("rubbish"));

    Town.Answer second = stranger.post("/api/reports", key, RUBBISH.formatted("rubbish"));

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body().path("receipt")).isEqualTo(first.body().path("receipt"));
    assertThat(rows(key)).isEqualTo(1);
    assertThat(messages(key)).isEqualTo(1);
  }

  @Test
  void with_the_same_key_and_other_content_is_refused() {
    stranger.post("/api/reports", key, RUBBISH.formatted("rubbish"));

    Town.Answer other = stranger.post("/api/reports", key, RUBBISH.formatted("noise"));

    assertThat(other.status()).isEqualTo(409);
    assertThat(messages(key)).isEqualTo(1);
  }

  @Test
  void from_twenty_senders_at_once_stores_each_report_once() throws Exception {
    List<Future<Town.Answer>> answers = new ArrayList<>();
    List<UUID> keys = Stream.generate(UUID::randomUUID).limit(40).toList();
    try (ExecutorService senders = Executors.newFixedThreadPool(20)) {
      for (int n = 0; n < 120; n++) {
        UUID one = keys.get(n % keys.size());
        answers.add(
            senders.submit(() -> stranger.post("/api/reports", one, RUBBISH.formatted("rubbish"))));
      }
    }

    long created = 0;
    for (Future<Town.Answer> answer : answers) {
      assertThat(answer.get().status()).isIn(200, 201);
      created += answer.get().status() == 201 ? 1 : 0;
    }
    assertThat(created).isEqualTo(40);
    assertThat(keys).allSatisfy(one -> assertThat(messages(one)).isEqualTo(1));
  }

  @Test
  void names_every_wrong_field_and_stores_nothing() {
    Town.Answer answer =
        stranger.post(
            "/api/reports",
            key,
            "{\"kind\": \"event\", \"classCode\": \"9999\", \"location\": {\"lon\": 1, \"lat\": 1}, \"x\": 1}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder("x", "classCode", "description", "location");
    assertThat(rows(key)).isZero();
  }

  @Test
  void that_is_too_large_or_of_another_type_is_refused() {
    Town.Answer large = stranger.post("/api/reports", key, RUBBISH.formatted("x".repeat(9000)));
    Town.Answer xml = stranger.post("/api/reports", "application/xml", "<report/>");

    assertThat(large.status()).isEqualTo(413);
    assertThat(xml.status()).isEqualTo(415);
  }

  @Test
  void with_photos_keeps_the_pictures_and_nothing_else() throws IOException {
    Town.Answer answer =
        stranger.report(key, RUBBISH.formatted(""), Pictures.jpegFromPhone(640, 480, 6));

    assertThat(answer.status()).isEqualTo(201);
    String receipt = answer.body().path("receipt").asString();
    String photo =
        stranger.get("/api/reports/" + receipt).body().path("photoIds").get(0).asString();
    Town.Answer shown = stranger.get("/api/reports/" + receipt + "/photos/" + photo);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.raw().headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(shown.raw().headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    try (Stream<Path> files = Files.walk(photos)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("Canary", "2026:11:20");
      }
    }
    assertThat(
            jdbc.sql("select taken_lon from intake.photo where photo_id = :id")
                .param("id", photo)
                .query(Double.class)
                .single())
        .isBetween(113.1, 113.12);
  }

  @Test
  void with_photos_twice_gives_the_same_receipt() {
    byte[] photo = Pictures.jpeg(100, 80);
    Town.Answer first = stranger.report(key, RUBBISH.formatted("a"), photo);

    Town.Answer second = stranger.report(key, RUBBISH.formatted("a"), photo);
    Town.Answer other = stranger.report(key, RUBBISH.formatted("a"), Pictures.jpeg(80, 100));

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void with_one_bad_photo_is_refused_whole() throws IOException {
    long before = files();

    Town.Answer answer =
        stranger.report(
            key,
            RUBBISH.formatted("rubbish"),
            Pictures.jpeg(333, 222),
            new byte[0],
            "not a photo".getBytes(StandardCharsets.UTF_8),
            Pictures.pngThatClaims(30_000, 30_000));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields()).containsExactly("photos[1]", "photos[2]", "photos[3]");
    assertThat(rows(key)).isZero();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void tells_nobody_the_callers_number() {
    Town.Answer answer = stranger.post("/api/reports", key, RUBBISH.formatted("rubbish"));

    String receipt = answer.body().path("receipt").asString();
    assertThat(stranger.get("/api/reports/" + receipt).body().toString())
        .doesNotContain("13800001234");
    assertThat(
            jdbc.sql("select payload from platform.outbox where event_id = :id")
                .param("id", key)
                .query(String.class)
                .single())
        .doesNotContain("13800001234");
  }

  @Test
  void thousands_of_former_days_come_in_quickly_and_once() {
    Town admin = Town.asAdministrator(port);
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < 3000; n++) {
      lines.append(
          """
          {"reportId": "%s", "receivedAt": "2026-08-%02dT08:00:00Z", "observedAt": "2026-08-%02dT07:59:00Z", "source": "collector", "channel": "field", "reporter": "collector01", "kind": "event", "classCode": "0105", "location": {"lon": 113.11, "lat": 23.11}, "description": "former day %d"}
          """
              .formatted(UUID.randomUUID(), 1 + n % 28, 1 + n % 28, n));
    }
    lines.append("{\"reportId\": \"x\"}\nnot json\n");

    Town.Answer first =
        admin.post("/api/migration/reports", "application/x-ndjson", lines.toString());
    Town.Answer second =
        admin.post("/api/migration/reports", "application/x-ndjson", lines.toString());

    assertThat(first.body().path("accepted").asInt()).isEqualTo(3000);
    assertThat(first.body().path("rejectedCount").asInt()).isEqualTo(2);
    assertThat(first.body().path("rejected").get(0).path("line").asInt()).isEqualTo(3001);
    assertThat(second.body().path("known").asInt()).isEqualTo(3000);
    assertThat(stranger.post("/api/migration/reports", "application/x-ndjson", "").status())
        .isEqualTo(401);
  }

  private long rows(UUID id) {
    return jdbc.sql("select count(*) from intake.report where report_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private long messages(UUID id) {
    return jdbc.sql("select count(*) from platform.outbox where event_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.walk(photos)) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
