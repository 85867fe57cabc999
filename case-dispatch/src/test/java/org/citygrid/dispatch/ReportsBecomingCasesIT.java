package org.citygrid.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.citygrid.platform.message.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

@RunningDispatch
class ReportsBecomingCasesIT {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired MeterRegistry meters;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void a_report_delivered_three_times_becomes_one_case_with_one_move() {
    var id = UUID.randomUUID();
    var report = Desk.report(id, 113.11, 23.11);

    desk.send(report);
    desk.send(report);
    desk.send(report);
    var later = UUID.randomUUID();
    desk.send(Desk.report(later, 114.5, 24.5));
    desk.caseOf(later);

    assertThat(count("select count(*) from dispatch.city_case where report_id = :id", id))
        .isEqualTo(1);
    assertThat(
            count(
                """
                select count(*) from dispatch.case_move m join dispatch.city_case c on c.id = m.case_id
                where c.report_id = :id
                """,
                id))
        .isEqualTo(1);
  }

  @Test
  void a_case_knows_its_place_and_who_should_handle_it() {
    var number = desk.openCase();

    var opened = desk.acceptor.get("/api/cases/" + number).json();

    assertThat(opened.path("state").stringValue()).isEqualTo("REPORTED");
    assertThat(opened.path("dutyGridCode").stringValue()).isEqualTo(OneGridTown.GRID);
    assertThat(opened.path("divisionCode").stringValue()).isEqualTo(OneGridTown.COMMUNITY);
    assertThat(opened.at("/proposedUnit/code").stringValue()).isEqualTo("town");
    assertThat(opened.path("myTurn").booleanValue()).isTrue();
    assertThat(opened.at("/history/0/action").stringValue()).isEqualTo("REPORT");
    assertThat(opened.at("/actions/0/action").stringValue()).isEqualTo("ACCEPT");
  }

  @Test
  void the_same_thing_reported_nearby_is_suspected_to_be_a_duplicate() {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();

    desk.send(Desk.report(first, 113.2, 23.2));
    var master = desk.caseOf(first);
    desk.send(Desk.report(second, 113.2002, 23.2001));
    var double_ = desk.caseOf(second);

    var opened = desk.acceptor.get("/api/cases/" + double_).json();
    assertThat(opened.path("suspectedDuplicateOf").stringValue()).isEqualTo(master);
    var linked = desk.acceptor.act(double_, "LINK", "\"masterNumber\": \"" + master + "\"");
    assertThat(linked.status()).as(linked.body()).isEqualTo(200);
    assertThat(desk.acceptor.get("/api/cases/" + master).json().path("reports").intValue())
        .isEqualTo(2);
  }

  @Test
  void what_cannot_be_processed_is_put_aside_and_the_stream_goes_on() {
    var before = deadLetters();
    var good = UUID.randomUUID();

    for (var poison : POISON) {
      desk.send(poison.getBytes(UTF_8));
    }
    desk.send(Desk.report(good, 113.4, 23.4));

    desk.caseOf(good);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(deadLetters() - before).isEqualTo(POISON.size()));
  }

  private static final List<String> POISON =
      List.of(
          "this is not JSON",
          "{}",
          "[1, 2]",
          Desk.report(UUID.randomUUID(), 113.3, 23.3).replace("\"0101\"", "\"9999\""),
          Desk.report(UUID.randomUUID(), 113.3, 123.3));

  private double deadLetters() {
    return meters.counter("citygrid.dead.letters", "topic", Topics.REPORTS).count();
  }

  private int count(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).query(Integer.class).single();
  }
}
