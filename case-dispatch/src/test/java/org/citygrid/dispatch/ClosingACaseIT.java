package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// The seven steps, taken by those whose turn it is, and refused to everybody else.
@RunningDispatch
class ClosingACaseIT {
  private static final String WHY = "\"opinion\": \"已处理\"";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void the_right_roles_bring_a_case_from_report_to_closed() {
    var number = handling();

    var handedIn = ok(desk.roads.act(number, "HAND_IN", WHY, "\"photoIds\": [\"after\"]"));
    assertThat(handedIn.json().path("late").booleanValue()).isFalse();
    ok(desk.acceptor.act(number, "SEND_CHECK"));
    checked(number, "pass");
    desk.awaitState(number, "TO_CLOSE");
    var closed = ok(desk.leader.act(number, "CLOSE")).json();

    assertThat(closed.path("state").stringValue()).isEqualTo("CLOSED");
    assertThat(closed.path("history").size()).isEqualTo(8);
    assertThat(
            jdbc.sql(
                    "select count(*) from dispatch.field_task where done_at is null and case_id = :id")
                .param("id", UUID.fromString(closed.path("id").stringValue()))
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void the_clock_starts_at_dispatch_and_shows_a_light() {
    var number = handling();

    var opened = desk.dispatcher.get("/api/cases/" + number).json();

    assertThat(opened.path("light").stringValue()).isEqualTo("green");
    assertThat(opened.at("/clock/running").booleanValue()).isTrue();
    assertThat(opened.path("minutesLeft").longValue()).isPositive();
  }

  @Test
  void a_wrong_role_is_refused_and_told_the_state() {
    var number = desk.openCase();

    var refused = desk.leader.act(number, "ACCEPT");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("state").stringValue()).isEqualTo("REPORTED");
    assertThat(desk.acceptor.act(number, "CLOSE").status()).isEqualTo(409);
  }

  @Test
  void what_is_missing_is_named() {
    var number = desk.openCase();

    var refused = desk.acceptor.act(number, "REFUSE");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors/0/field").stringValue()).isEqualTo("opinion");
  }

  @Test
  void a_department_sees_its_own_cases_and_no_others() {
    var number = handling();

    assertThat(desk.roads.get("/api/cases/" + number).status()).isEqualTo(200);
    assertThat(desk.parks.get("/api/cases/" + number).status()).isEqualTo(404);
    assertThat(desk.parks.act(number, "HAND_IN", WHY).status()).isEqualTo(404);
    assertThat(desk.parks.get("/api/cases?queue=all").body()).doesNotContain(number);
    assertThat(desk.roads.get("/api/cases?queue=mine&limit=500").body()).contains(number);
  }

  @Test
  void a_failed_check_sends_the_case_back_to_the_same_department() {
    var number = handling();
    ok(desk.roads.act(number, "HAND_IN", WHY));
    ok(desk.acceptor.act(number, "SEND_CHECK"));

    checked(number, "fail");
    desk.awaitState(number, "HANDLING");

    var again = desk.roads.get("/api/cases/" + number).json();
    assertThat(again.path("rework").intValue()).isEqualTo(1);
    assertThat(again.at("/clock/running").booleanValue()).isTrue();
  }

  @Test
  void an_extension_is_asked_for_and_granted() {
    var number = handling();
    var before = desk.roads.get("/api/cases/" + number).json().path("dueAt").stringValue();

    ok(desk.roads.act(number, "ASK_EXTENSION", WHY));
    assertThat(desk.dispatcher.get("/api/cases/" + number).json().path("myTurn").booleanValue())
        .isTrue();
    var granted = ok(desk.dispatcher.act(number, "GRANT_EXTENSION")).json();

    assertThat(granted.path("dueAt").stringValue()).isGreaterThan(before);
    assertThat(granted.path("requests").size()).isZero();
  }

  @Test
  void a_version_that_is_no_longer_current_is_told_the_new_state() {
    var number = desk.openCase();
    ok(desk.acceptor.act(number, "ACCEPT", "\"version\": 1"));

    var overtaken = desk.leader.act(number, "RETURN_TO_ACCEPTOR", WHY, "\"version\": 1");

    assertThat(overtaken.status()).isEqualTo(409);
    assertThat(overtaken.json().path("state").stringValue()).isEqualTo("TO_FILE");
    assertThat(overtaken.json().path("version").intValue()).isEqualTo(2);
  }

  @Test
  void of_many_who_act_at_once_one_wins() throws Exception {
    var number = desk.openCase();
    Callable<Integer> accept = () -> desk.acceptor.act(number, "ACCEPT").status();

    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(10)) {
      answers =
          threads.invokeAll(Collections.nCopies(10, accept)).stream()
              .map(future -> future.resultNow())
              .toList();
    }

    assertThat(answers).containsOnly(200, 409);
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(desk.acceptor.get("/api/cases/" + number).json().path("version").intValue())
        .isEqualTo(2);
  }

  private String handling() {
    var number = desk.openCase();
    ok(desk.acceptor.act(number, "ACCEPT"));
    ok(desk.leader.act(number, "FILE", "\"conditionId\": \"" + desk.conditionOf(number) + "\""));
    ok(desk.dispatcher.act(number, "DISPATCH", "\"unitCode\": \"roads\""));
    return number;
  }

  private void checked(String number, String outcome) {
    var task =
        jdbc.sql("select id, task_id from dispatch.city_case where number = :number")
            .param("number", number)
            .query((row, _) -> List.of(row.getString(1), row.getString(2)))
            .single();
    desk.sendResult(
        task.get(0),
        """
        {"resultId": "%s", "taskId": "%s", "caseId": "%s", "kind": "check", "outcome": "%s",
         "collector": "collector01", "at": "%s", "photoIds": []}
        """
            .formatted(UUID.randomUUID(), task.get(1), task.get(0), outcome, Instant.now()));
  }

  private static Caller.Answer ok(Caller.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
