package org.citygrid.intake.enquiry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.citygrid.intake.IntakeProcess;
import org.citygrid.intake.Town;
import org.citygrid.intake.photo.Pictures;
import org.citygrid.platform.message.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

@IntakeProcess
class AskingSomethingIT {
  private static final String PARKING =
      """
      {"kind": "consult", "text": "%s", "contact": {"name": "陈小姐", "phone": "13800001234"}}
      """;
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private KafkaTemplate<String, byte[]> kafka;

  private final UUID key = UUID.randomUUID();
  private Town stranger;

  @BeforeEach
  void survey() {
    Town.survey(port);
    stranger = Town.asStranger(port);
  }

  @Test
  void gives_a_receipt_and_leaves_one_row_and_one_message_that_names_nobody() {
    var first = stranger.post("/api/enquiries", key, PARKING.formatted("停车几点收费？"));
    var again = stranger.post("/api/enquiries", key, PARKING.formatted("停车几点收费？"));
    var other = stranger.post("/api/enquiries", key, PARKING.formatted("垃圾几点收？"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().path("receipt")).isEqualTo(first.body().path("receipt"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(messages())
        .hasSize(1)
        .allSatisfy(told -> {
          assertThat(told)
              .contains("停车几点收费", "\"divisionCode\":\"440605125\"", "\"channel\":\"web\"");
          assertThat(told).doesNotContain("陈小姐", "13800001234");
        });
    assertThat(
            jdbc.sql("select contact_phone from intake.enquiry where enquiry_id = :id")
                .param("id", key)
                .query(String.class)
                .single())
        .isEqualTo("13800001234");
    assertThat(story(first).toString()).doesNotContain("陈小姐", "13800001234");
  }

  @Test
  void names_every_wrong_field_and_stores_nothing() {
    var answer =
        stranger.post(
            "/api/enquiries",
            key,
            """
            {"kind": "gossip", "text": "  ", "channel": "hotline", "location": {"lon": 1, "lat": 1},
             "contact": {"phone": "x"}, "what": 1}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder("kind", "text", "channel", "location", "contact.phone", "what");
    assertThat(messages()).isEmpty();
  }

  @Test
  void about_a_place_with_a_picture_says_where_it_lies_and_shows_the_picture() {
    var answer =
        stranger.ask(
            key,
            """
            {"kind": "complaint", "text": "太吵", "location": {"lon": 113.11, "lat": 23.11}}
            """,
            Pictures.jpeg(64, 48));

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    assertThat(messages()).first().asString().contains("440605125G01", "440605125001");
    var photo = story(answer).path("photoIds").get(0).asString();
    var receipt = answer.body().path("receipt").asString();
    assertThat(stranger.get("/api/reports/" + receipt + "/photos/" + photo).status())
        .isEqualTo(200);
  }

  @Test
  void may_be_written_down_for_a_caller_by_the_acceptor() {
    var acceptor = Town.withRole(port, "acceptor01", "ACCEPTOR");

    var answer =
        acceptor.post(
            "/api/enquiries",
            key,
            "{\"kind\": \"help\", \"text\": \"楼道没有灯\", \"channel\": \"microblog\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(messages())
        .first()
        .asString()
        .contains("\"channel\":\"microblog\"", "\"registeredBy\":\"acceptor01\"");
  }

  @Test
  void is_read_at_the_receipt_and_rated_once_after_the_answer() {
    var answer = stranger.post("/api/enquiries", key, PARKING.formatted("停车几点收费？"));
    var receipt = answer.body().path("receipt").asString();
    var rating = "/api/enquiries/" + receipt + "/satisfaction";
    assertThat(story(answer).path("status").asString()).isEqualTo("RECEIVED");
    assertThat(stranger.post(rating, "{\"stars\": 5}").status()).isEqualTo(409);

    tell(1, "ASK", "NEW", "\"dueAt\": \"2026-11-26T04:00:00Z\",");
    waitUntil(() -> story(answer).path("deadline").asString("").startsWith("2026-11-26"));
    tell(2, "ANSWER", "ANSWERED", "\"publicNote\": \"早上八点到晚上八点。\",");
    tell(2, "ANSWER", "ANSWERED", "\"publicNote\": \"早上八点到晚上八点。\",");
    waitUntil(() -> story(answer).path("status").asString().equals("ANSWERED"));

    assertThat(story(answer).path("answer").asString()).isEqualTo("早上八点到晚上八点。");
    assertThat(story(answer).path("mayRate").asBoolean()).isTrue();
    assertThat(stranger.post(rating, "{\"stars\": 6}").wrongFields()).containsExactly("stars");
    assertThat(stranger.post(rating, "{}").wrongFields()).containsExactly("stars");
    assertThat(stranger.post(rating, "{\"stars\": 2, \"words\": \"少了周末\"}").status())
        .isEqualTo(201);
    assertThat(stranger.post(rating, "{\"words\": \"少了周末\", \"stars\": 2}").status())
        .isEqualTo(200);
    assertThat(stranger.post(rating, "{\"satisfied\": true}").status()).isEqualTo(409);
    assertThat(story(answer).at("/rating/stars").asInt()).isEqualTo(2);
    assertThat(story(answer).at("/rating/satisfied").asBoolean()).isFalse();
    assertThat(messages()).hasSize(2);
    assertThat(messages().getLast()).contains("\"said\":\"RATED\"", "\"satisfied\":false");
  }

  @Test
  void an_unknown_receipt_is_nobodys() {
    assertThat(stranger.get("/api/reports/00000-00000-00000").status()).isEqualTo(404);
    assertThat(
            stranger
                .post("/api/enquiries/00000-00000-00000/satisfaction", "{\"stars\": 5}")
                .status())
        .isEqualTo(404);
  }

  private JsonNode story(Town.Answer given) {
    return stranger.get("/api/reports/" + given.body().path("receipt").asString()).body();
  }

  private java.util.List<String> messages() {
    return jdbc.sql(
            """
            select payload from platform.outbox
            where topic = 'citygrid.enquiries.v1' and key = :key order by id
            """)
        .param("key", key.toString())
        .query(String.class)
        .list();
  }

  private void tell(int seq, String act, String to, String more) {
    kafka
        .send(
            Topics.ENQUIRY_EVENTS,
            key.toString(),
            """
            {"eventId": "%s", "enquiryId": "%s", "number": "Q2026-11-23-0001", "seq": %d, "act": "%s", %s
             "to": "%s", "at": "%s", "later": "field"}
            """
                .formatted(UUID.randomUUID(), key, seq, act, more, to, NOON.plusSeconds(seq))
                .getBytes(UTF_8))
        .join();
  }

  private static void waitUntil(BooleanSupplier reached) {
    Instant limit = Instant.now().plusSeconds(60);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(limit);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
