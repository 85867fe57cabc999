package org.citygrid.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.citygrid.platform.message.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

@RunningDispatch
class AnsweringEnquiriesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired MeterRegistry meters;

  private final UUID id = UUID.randomUUID();
  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void what_was_asked_three_times_becomes_one_enquiry_with_a_term() {
    ask("consult", "web", Instant.now());
    ask("consult", "web", Instant.now());
    ask("consult", "web", Instant.now());
    var number = number();
    UUID later = UUID.randomUUID();
    say(later, asked(later, "help", "hotline", Instant.now()));
    number(later);

    var opened = get(number);

    assertThat(number).matches("Q\\d{4}-\\d\\d-\\d\\d-\\d{4,}");
    assertThat(count("select count(*) from dispatch.enquiry_move where enquiry_id = :id"))
        .isEqualTo(1);
    assertThat(opened.path("state").stringValue()).isEqualTo("NEW");
    assertThat(opened.path("limitDays").intValue()).isEqualTo(3);
    assertThat(opened.path("light").stringValue()).isEqualTo("green");
    assertThat(opened.path("myTurn").booleanValue()).isTrue();
    assertThat(opened.path("actions").findValuesAsString("action"))
        .containsExactly("ACCEPT", "ANSWER", "FORWARD", "CONVERT");
    assertThat(opened.at("/history/0/action").stringValue()).isEqualTo("ASK");
  }

  @Test
  void goes_to_a_unit_and_back_is_answered_closed_and_told_step_by_step() {
    ask("complaint", "microblog", Instant.now());
    var number = number();

    ok(act(desk.acceptor, number, "ACCEPT", ""));
    assertThat(act(desk.acceptor, number, "FORWARD", "").status()).isEqualTo(400);
    ok(act(desk.acceptor, number, "FORWARD", "\"unitCode\": \"parks\""));
    assertThat(act(desk.roads, number, "ANSWER", "\"answer\": \"x\"").status()).isEqualTo(404);
    assertThat(desk.parks.get("/api/enquiries?queue=mine").json().path("items"))
        .anyMatch(item -> item.path("number").stringValue().equals(number));
    ok(act(desk.parks, number, "RETURN", "\"opinion\": \"不是绿化的事\""));
    ok(act(desk.dispatcher, number, "FORWARD", "\"unitCode\": \"roads\", \"opinion\": \"请答复\""));
    var answered = ok(act(desk.roads, number, "ANSWER", "\"answer\": \"井盖已更换，谢谢您的监督。\""));
    assertThat(answered.path("late").booleanValue()).isFalse();
    assertThat(answered.path("light").stringValue()).isEqualTo("none");
    ok(act(desk.acceptor, number, "CLOSE", ""));

    assertThat(get(number).path("history").findValuesAsString("action"))
        .containsExactly("ASK", "ACCEPT", "FORWARD", "RETURN", "FORWARD", "ANSWER", "CLOSE");
    assertThat(get(number).at("/history/5/actor/role").stringValue()).isEqualTo("DEPARTMENT");
    assertThat(act(desk.acceptor, number, "ANSWER", "\"answer\": \"again\"").status())
        .isEqualTo(409);
  }

  @Test
  void of_two_who_act_at_once_one_wins_and_the_other_learns_the_state() {
    ask("help", "hotline", Instant.now());
    var number = number();

    ok(act(desk.acceptor, number, "ANSWER", "\"answer\": \"我们已联系物业。\", \"version\": 1"));
    var second = act(desk.acceptor, number, "FORWARD", "\"unitCode\": \"roads\", \"version\": 1");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().path("state").stringValue()).isEqualTo("ANSWERED");
    assertThat(second.json().path("version").intValue()).isEqualTo(2);
  }

  @Test
  void who_is_not_satisfied_reopens_it_once_for_the_shift_leader() {
    ask("complaint", "web", Instant.now());
    var number = number();
    ok(act(desk.acceptor, number, "ANSWER", "\"answer\": \"会处理的。\""));
    ok(act(desk.acceptor, number, "CLOSE", ""));

    rate(1, false, "没有说什么时候");
    rate(1, false, "没有说什么时候");
    awaitState(number, "REOPENED");

    var leader = desk.leader.get("/api/enquiries/" + number).json();
    assertThat(leader.path("myTurn").booleanValue()).isTrue();
    assertThat(leader.at("/rating/stars").intValue()).isEqualTo(1);
    assertThat(leader.path("reopened").intValue()).isEqualTo(1);
    assertThat(leader.path("closedAt").isMissingNode()).isTrue();
    ok(act(desk.leader, number, "ANSWER", "\"answer\": \"十二月一日前完成。\""));
    assertThat(count("select count(*) from dispatch.enquiry_move where enquiry_id = :id"))
        .isEqualTo(5);
  }

  @Test
  void late_is_fixed_when_the_answer_comes_after_the_term() {
    ask("help", "letter", Instant.now().minus(20, ChronoUnit.DAYS));
    var number = number();
    assertThat(get(number).path("light").stringValue()).isEqualTo("red");

    ok(act(desk.acceptor, number, "ANSWER", "\"answer\": \"抱歉，晚了。\""));

    assertThat(get(number).path("late").booleanValue()).isTrue();
    assertThat(get(number).at("/history/1/late").booleanValue()).isTrue();
  }

  @Test
  void figures_by_kind_and_channel_open_the_enquiries_that_they_count() {
    var day = Instant.parse("2024-03-05T02:00:00Z");
    var late = UUID.randomUUID();
    ask("suggestion", "letter", day);
    say(late, asked(late, "suggestion", "letter", day));
    var onTime = number();
    ok(act(desk.acceptor, number(late), "ANSWER", "\"answer\": \"谢谢建议。\""));
    ok(act(desk.acceptor, number(late), "CLOSE", ""));
    jdbc.sql("update dispatch.enquiry set due_at = now() + interval '1 day' where id = :id")
        .param("id", id)
        .update();
    ok(act(desk.acceptor, onTime, "ANSWER", "\"answer\": \"谢谢建议。\""));
    ok(act(desk.acceptor, onTime, "CLOSE", ""));
    rate(5, true, null);
    await().atMost(PATIENCE).until(() -> get(onTime).path("rating").path("stars").intValue(0) == 5);

    var items =
        desk.leader
            .get("/api/enquiries/figures?from=2024-03-05&to=2024-03-05")
            .json()
            .path("items");

    JsonNode pair = line(items, "suggestion", "letter");
    assertThat(pair.path("received").intValue()).isEqualTo(2);
    assertThat(pair.path("closed").intValue()).isEqualTo(2);
    assertThat(pair.path("onTime").intValue()).isEqualTo(1);
    assertThat(pair.path("onTimeRate").doubleValue()).isEqualTo(0.5);
    assertThat(pair.path("meanStars").doubleValue()).isEqualTo(5);
    assertThat(line(items, "", "")).isEqualTo(total(items));
    assertThat(total(items).path("received").intValue()).isEqualTo(2);
    var opened =
        desk.leader
            .get(
                "/api/enquiries?queue=all&kind=suggestion&channel=letter&ended=true&late=false"
                    + "&from=2024-03-05&to=2024-03-05")
            .json()
            .path("items");
    assertThat(opened.findValuesAsString("number")).containsExactly(onTime);
  }

  @Test
  void what_cannot_be_processed_is_put_aside_and_the_stream_goes_on() {
    var before = deadLetters();
    var nobody = UUID.randomUUID();

    for (var poison :
        List.of(
            "not JSON",
            "{}",
            asked(nobody, "revolution", "web", Instant.now()),
            "{\"enquiryId\": \"%s\", \"said\": \"RATED\", \"at\": \"%s\", \"satisfied\": true}"
                .formatted(nobody, Instant.now()))) {
      say(id, poison);
    }
    ask("consult", "web", Instant.now());

    number();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadLetters() - before).isEqualTo(4));
  }

  private static JsonNode line(JsonNode items, String kind, String channel) {
    for (JsonNode item : items) {
      if (item.path("kind").asString("").equals(kind)
          && item.path("channel").asString("").equals(channel)) {
        return item;
      }
    }
    throw new AssertionError("no line %s %s in %s".formatted(kind, channel, items));
  }

  private static JsonNode total(JsonNode items) {
    return items.get(items.size() - 1);
  }

  private double deadLetters() {
    return meters.counter("citygrid.dead.letters", "topic", Topics.ENQUIRIES).count();
  }

  private void ask(String kind, String channel, Instant at) {
    say(id, asked(id, kind, channel, at));
  }

  private void rate(int stars, boolean satisfied, String words) {
    say(
        id,
        """
        {"enquiryId": "%s", "said": "RATED", "at": "%s", "stars": %d, "satisfied": %s, "words": %s}
        """
            .formatted(
                id, Instant.now(), stars, satisfied, words == null ? "null" : "\"" + words + "\""));
  }

  private static String asked(UUID id, String kind, String channel, Instant at) {
    return """
    {"enquiryId": "%s", "said": "ASKED", "at": "%s", "kind": "%s", "channel": "%s",
     "text": "沥雅路路边停车几点到几点收费？", "divisionCode": "440605125", "aFieldOfTomorrow": 1}
    """
        .formatted(id, at, kind, channel);
  }

  private void say(UUID key, String value) {
    kafka.send(Topics.ENQUIRIES, key.toString(), value.getBytes(UTF_8)).join();
  }

  private String number() {
    return number(id);
  }

  private String number(UUID enquiry) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql("select number from dispatch.enquiry where id = :id")
                    .param("id", enquiry)
                    .query(String.class)
                    .optional(),
            found -> found.isPresent())
        .orElseThrow();
  }

  private void awaitState(String number, String state) {
    await().atMost(PATIENCE).until(() -> get(number).path("state").stringValue().equals(state));
  }

  private JsonNode get(String number) {
    return desk.acceptor.get("/api/enquiries/" + number).json();
  }

  private int count(String sql) {
    return jdbc.sql(sql).param("id", id).query(Integer.class).single();
  }

  private static JsonNode ok(Caller.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static Caller.Answer act(Caller who, String number, String action, String more) {
    var body = "{\"action\": \"" + action + "\"" + (more.isEmpty() ? "" : ", " + more) + "}";
    return who.post("/api/enquiries/" + number + "/acts", body);
  }
}
