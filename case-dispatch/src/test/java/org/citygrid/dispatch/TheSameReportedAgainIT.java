package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// Which reports are suspected to be the same matter, and who follows what.
@RunningDispatch
class TheSameReportedAgainIT {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private Desk desk;
  private final double lon = 113 + Math.random();
  private final double lat = 23 + Math.random();

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void the_same_class_in_another_grid_is_another_matter() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();

    desk.send(Desk.report(first, lon, lat));
    desk.caseOf(first);
    desk.send(
        Desk.report(second, lon, lat)
            .replace("{\"reportId\"", "{\"dutyGridCode\": \"440605125G02\", \"reportId\""));

    assertThat(suspected(desk.caseOf(second))).isEmpty();
  }

  @Test
  void two_components_with_codes_of_their_own_are_two_matters() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    var third = UUID.randomUUID();

    desk.send(of("4406050101000001", first, lon, lat));
    var master = desk.caseOf(first);
    desk.send(of("4406050101000002", second, lon, lat));
    desk.send(of("4406050101000001", third, lon + 0.5, lat));

    assertThat(suspected(desk.caseOf(second))).isEmpty();
    assertThat(suspected(desk.caseOf(third))).isEqualTo(master);
  }

  @Test
  void of_a_batch_the_later_is_suspected_and_not_the_earlier() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    var at = Instant.now();

    desk.send(Desk.report(first, lon, lat, at));
    desk.send(Desk.report(second, lon, lat, at.plusSeconds(1)));

    var later = desk.caseOf(second);
    assertThat(suspected(desk.caseOf(first))).isEmpty();
    assertThat(suspected(later)).isEqualTo(desk.caseOf(first));
  }

  @Test
  void whoever_follows_counts_once_and_opens_no_case() {
    var first = UUID.randomUUID();
    desk.send(Desk.report(first, lon, lat));
    var master = desk.caseOf(first);
    var follower = UUID.randomUUID();

    desk.send(following(follower, first));
    desk.send(following(follower, first));
    desk.send(following(UUID.randomUUID(), first));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(reports(master)).isEqualTo(3));
    assertThat(
            jdbc.sql("select count(*) from dispatch.city_case where report_id = :id")
                .param("id", follower)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void a_follow_whose_case_is_not_here_becomes_a_case() {
    var lost = UUID.randomUUID();

    desk.send(following(lost, UUID.randomUUID()));

    assertThat(desk.caseOf(lost)).isNotEmpty();
  }

  @Test
  void those_who_follow_a_duplicate_come_along_when_it_is_linked() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    desk.send(Desk.report(first, lon, lat));
    desk.send(Desk.report(second, lon, lat));
    var master = desk.caseOf(first);
    var twin = desk.caseOf(second);
    desk.send(following(UUID.randomUUID(), second));
    await().atMost(Duration.ofSeconds(30)).until(() -> reports(twin) == 2);

    var linked = desk.acceptor.act(twin, "LINK", "\"masterNumber\": \"" + master + "\"");
    desk.send(following(UUID.randomUUID(), second));

    assertThat(linked.status()).as(linked.body()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(reports(master)).isEqualTo(4));
    var told =
        jdbc.sql(
                """
                select cast(payload as json) ->> 'masterReportId' from platform.outbox
                where key = :case and cast(payload as json) ->> 'action' = 'LINK'
                """)
            .param("case", linked.json().path("id").stringValue())
            .query(String.class)
            .list();
    assertThat(told).allMatch(first.toString()::equals);
    assertThat(desk.leader.get("/api/cases?queue=all&master=" + master).body()).contains(twin);
  }

  @Test
  void what_is_said_to_be_another_matter_is_suspected_no_more_and_the_history_names_the_other() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    desk.send(Desk.report(first, lon, lat));
    var earlier = desk.caseOf(first);
    desk.send(Desk.report(second, lon, lat));
    var number = desk.caseOf(second);
    assertThat(suspects()).contains(number);

    var apart = desk.acceptor.act(number, "ACCEPT", notDuplicateOf(earlier));

    assertThat(apart.status()).as(apart.body()).isEqualTo(200);
    assertThat(suspected(number)).isEmpty();
    assertThat(suspects()).doesNotContain(number);
    assertThat(list("suspected=false")).contains(number);
    assertThat(list("text=" + number)).doesNotContain("suspectedDuplicateOf");
    assertThat(apart.json().path("history").findValuesAsString("notDuplicateOf"))
        .containsExactly(earlier);
  }

  @Test
  void it_can_be_linked_after_all_and_is_what_it_was_suspected_to_be() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    desk.send(Desk.report(first, lon, lat));
    var earlier = desk.caseOf(first);
    desk.send(Desk.report(second, lon, lat));
    var number = desk.caseOf(second);
    Desk.ok(desk.acceptor.act(number, "ACCEPT", notDuplicateOf(earlier)));

    Desk.ok(desk.leader.act(number, "RETURN_TO_ACCEPTOR", "\"opinion\": \"是同一件\""));
    Desk.ok(desk.acceptor.act(number, "LINK", "\"masterNumber\": \"" + earlier + "\""));

    assertThat(suspected(number)).isEqualTo(earlier);
    assertThat(suspects()).contains(number);
  }

  @Test
  void only_who_takes_it_on_says_so_and_only_of_the_case_it_is_suspected_to_repeat() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    desk.send(Desk.report(first, lon, lat));
    var earlier = desk.caseOf(first);
    desk.send(Desk.report(second, lon, lat));
    var number = desk.caseOf(second);

    var ofAnother = desk.acceptor.act(number, "ACCEPT", notDuplicateOf(number));
    var ofNone = desk.acceptor.act(earlier, "ACCEPT", notDuplicateOf(number));
    var refusing =
        desk.acceptor.act(number, "REFUSE", "\"opinion\": \"不受理\", " + notDuplicateOf(earlier));

    for (var refused : List.of(ofAnother, ofNone, refusing)) {
      assertThat(refused.status()).as(refused.body()).isEqualTo(400);
      assertThat(refused.json().path("errors").findValuesAsString("field"))
          .containsExactly("notDuplicateOf");
    }
    assertThat(suspected(number)).isEqualTo(earlier);
  }

  @Test
  void said_again_with_the_same_key_it_is_one_act() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    desk.send(Desk.report(first, lon, lat));
    var earlier = desk.caseOf(first);
    desk.send(Desk.report(second, lon, lat));
    var number = desk.caseOf(second);
    var key = UUID.randomUUID();

    var once = desk.acceptor.act(number, "ACCEPT", key, notDuplicateOf(earlier));
    var again = desk.acceptor.act(number, "ACCEPT", key, notDuplicateOf(earlier));

    assertThat(once.status()).as(once.body()).isEqualTo(200);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.json().path("history").findValuesAsString("notDuplicateOf"))
        .containsExactly(earlier);
  }

  private static String notDuplicateOf(String number) {
    return "\"notDuplicateOf\": \"" + number + "\"";
  }

  private String suspects() {
    return list("suspected=true");
  }

  private String list(String narrowed) {
    return desk.acceptor.get("/api/cases?queue=all&limit=500&sort=-reportedAt&" + narrowed).body();
  }

  private static String of(String component, UUID id, double lon, double lat) {
    return Desk.report(id, lon, lat)
        .replace("\"event\"", "\"component\", \"componentCode\": \"" + component + "\"");
  }

  private String following(UUID id, UUID master) {
    return Desk.report(id, lon, lat)
        .replace("\"aFieldOfTomorrow\": 1", "\"follows\": \"" + master + "\"");
  }

  private String suspected(String number) {
    var found = desk.acceptor.get("/api/cases/" + number).json().path("suspectedDuplicateOf");
    return found.isString() ? found.stringValue() : "";
  }

  private int reports(String number) {
    return desk.acceptor.get("/api/cases/" + number).json().path("reports").intValue();
  }
}
