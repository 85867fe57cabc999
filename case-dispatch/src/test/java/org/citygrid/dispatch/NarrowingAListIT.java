package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// Every figure opens the cases behind it: the list understands what a figure was counted by.
@RunningDispatch
class NarrowingAListIT {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=CLOSED,HANDLING",
        "light=red,yellow",
        "division=440605125001",
        "grid=g",
        "cell=c",
        "kind=event",
        "class=01",
        "component=1",
        "unit=roads",
        "assigned=false",
        "inGrid=false",
        "source=public,higher",
        "channel=web",
        "reporter=collector01",
        "text=x",
        "from=2026-01-01&to=2026-01-02",
        "filedFrom=2026-01-01&filedTo=2026-01-31",
        "dispatchedFrom=2026-01-01",
        "dispatchedTo=2026-01-01",
        "dueFrom=2026-01-01",
        "dueTo=2026-01-01T00:00:00Z",
        "handledFrom=2026-01-01&handledTo=2026-01-01",
        "closedFrom=2026-01-01&closedTo=2026-01-01",
        "late=true",
        "verified=true",
        "missed=true",
        "exempt=true",
        "appealed=true",
        "selfHandled=true",
        "extended=true",
        "suspended=true",
        "returned=true",
        "returnDenied=true",
        "rejected=true",
        "rework=true",
        "reopened=true",
        "suspected=true",
        "several=true",
        "request=EXTENSION",
        "master=2026-01-01-0001",
        "dueHandledFrom=2026-01-01&dueHandledTo=2026-01-31",
        "dueClosedFrom=2026-01-01&dueClosedTo=2026-01-31&keptLimit=true",
        "actor=leader&action=FILE,CLOSE&actedFrom=2026-01-01&actedTo=2026-01-02",
        "supervised=any",
        "supervised=open",
        "supervised=overdue",
        "stuck=any",
        "stuck=NOBODY",
        "stuck=HOPS",
        "stuck=SILENT",
        "stuck=REQUEST",
        "stuck=CHASE",
        "stuck=any&sort=-reportedAt"
      })
  void every_way_of_narrowing_is_understood(String narrowed) {
    var answer = desk.leader.get("/api/cases?queue=all&limit=1&" + narrowed);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void what_cannot_be_understood_is_named() {
    var refused =
        desk.leader.get("/api/cases?late=perhaps&closedFrom=never&stuck=often&supervised=x");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("late", "closedFrom", "stuck", "supervised");
  }

  @Test
  void a_case_is_found_by_who_did_what_to_it_and_when() {
    var number = desk.openCase();
    desk.acceptor.act(number, "ACCEPT");
    desk.leader.act(number, "FILE", "\"conditionId\": \"" + desk.conditionOf(number) + "\"");
    var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    var filed = "&limit=500&action=FILE&actedFrom=%s&actedTo=%s".formatted(today, today);

    assertThat(found("actor=leader" + filed)).contains(number);
    assertThat(found("actor=acceptor" + filed)).doesNotContain(number);
    assertThat(found("limit=500&filedFrom=%s&filedTo=%s".formatted(today, today))).contains(number);
    assertThat(found("limit=500&filedTo=" + today.minusDays(1))).doesNotContain(number);
  }

  @Test
  void what_no_department_has_yet_can_be_asked_for() {
    var waiting = desk.openCase();
    var handled = desk.handling("roads");

    assertThat(found("limit=500&sort=-reportedAt&assigned=false"))
        .contains(waiting)
        .doesNotContain(handled);
    assertThat(found("limit=500&sort=-reportedAt&assigned=true"))
        .contains(handled)
        .doesNotContain(waiting);
  }

  @Test
  void an_end_that_is_a_day_counts_whole() {
    var number = desk.openCase();
    var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    assertThat(found("limit=500&sort=-reportedAt&from=%s&to=%s".formatted(today, today)))
        .contains(number);
  }

  private String found(String narrowed) {
    return desk.leader.get("/api/cases?queue=all&" + narrowed).body();
  }
}
