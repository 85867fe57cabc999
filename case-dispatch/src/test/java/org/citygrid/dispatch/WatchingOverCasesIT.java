package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.dispatch.Desk.ok;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/// A case must not stand still unseen, and a chase not stay without an answer.
@RunningDispatch
class WatchingOverCasesIT {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void lamps_are_counted_by_department_and_duty_grid() {
    var number = desk.handling("roads");
    late(number);

    var seen = desk.leader.get("/api/oversight").json();

    assertThat(seen.at("/lights/red").intValue()).isPositive();
    assertThat(
            seen.path("units")
                .valueStream()
                .filter(one -> one.at("/unit/code").stringValue("").equals("roads"))
                .findFirst()
                .orElseThrow()
                .path("red")
                .intValue())
        .isPositive();
    assertThat(seen.at("/grids/0/grid/code").stringValue()).isEqualTo(OneGridTown.GRID);
    assertThat(desk.leader.get("/api/cases?limit=500&light=red&unit=roads").body())
        .contains(number);
    assertThat(desk.roads.get("/api/oversight").status()).isEqualTo(403);
  }

  @Test
  void a_case_with_a_department_that_has_no_account_is_stuck() {
    var number = desk.handling("town");

    var found = stuck("NOBODY", number);

    assertThat(found.at("/why/0/todo/en").stringValue()).contains("account");
    assertThat(desk.leader.get("/api/cases?limit=500&stuck=NOBODY").body()).contains(number);
    assertThat(desk.leader.get("/api/cases?limit=500&stuck=CHASE").body()).doesNotContain(number);
  }

  @Test
  void a_case_that_was_sent_back_too_often_is_stuck() {
    var number = desk.handling("roads");
    jdbc.sql("update dispatch.city_case set returns = 2, reworks = 1 where number = :number")
        .param("number", number)
        .update();

    assertThat(stuck("HOPS", number).path("hops").intValue()).isEqualTo(3);
    assertThat(desk.leader.get("/api/cases?limit=500&stuck=HOPS").body())
        .doesNotContain(desk.handling("roads"));
  }

  @Test
  void a_case_that_nobody_moves_is_stuck_and_a_chase_is_no_move() {
    var number = desk.openCase();
    jdbc.sql(
            """
            update dispatch.case_move set moved_at = moved_at - interval '5 hours'
            where case_id = (select id from dispatch.city_case where number = :number)
            """)
        .param("number", number)
        .update();
    ok(desk.leader.act(number, "SUPERVISE", "\"opinion\": \"请尽快受理\""));

    assertThat(stuck("SILENT", number).path("quietMinutes").longValue()).isGreaterThan(290);
  }

  @Test
  void an_undecided_request_is_found() {
    var number = desk.handling("roads");
    ok(desk.roads.act(number, "ASK_EXTENSION", "\"opinion\": \"缺件\""));
    jdbc.sql(
            """
            update dispatch.case_request set asked_at = asked_at - interval '25 hours'
            where case_id = (select id from dispatch.city_case where number = :number)
            """)
        .param("number", number)
        .update();

    assertThat(stuck("REQUEST", number).path("request").stringValue()).isEqualTo("EXTENSION");
  }

  @Test
  void a_chase_waits_for_its_answer_and_is_told_when_it_is_overdue() {
    var number = desk.handling("roads");
    var due = Instant.now().plusSeconds(3600);
    ok(
        desk.leader.act(
            number, "SUPERVISE", "\"opinion\": \"何时完成？\"", "\"until\": \"" + due + "\""));
    var seq = chase(number).path("seq").intValue();
    assertThat(listed("open", number)).isTrue();
    assertThat(listed("overdue", number)).isFalse();

    jdbc.sql(
            "update dispatch.supervision set reply_due = now() - interval '1 minute' where seq = :seq and case_id = (select id from dispatch.city_case where number = :number)")
        .param("seq", seq)
        .param("number", number)
        .update();

    assertThat(listed("overdue", number)).isTrue();
    assertThat(chase(number).path("overdue").booleanValue()).isTrue();
    assertThat(stuck("CHASE", number)).isNotNull();

    var path = "/api/cases/" + number + "/supervisions/" + seq + "/reply";
    assertThat(desk.parks.post(path, "{\"reply\": \"x\"}").status()).isEqualTo(404);
    assertThat(desk.acceptor.post(path, "{\"reply\": \"x\"}").status()).isEqualTo(409);
    assertThat(desk.roads.post(path, "{\"reply\": \" \"}").status()).isEqualTo(400);
    assertThat(
            desk.roads.post(path.replace("/" + seq + "/", "/99/"), "{\"reply\": \"x\"}").status())
        .isEqualTo(404);
    ok(desk.roads.post(path, "{\"reply\": \"今天下午\"}"));
    assertThat(desk.roads.post(path, "{\"reply\": \"again\"}").status()).isEqualTo(409);

    assertThat(chase(number).path("reply").stringValue()).isEqualTo("今天下午");
    assertThat(chase(number).path("open").booleanValue()).isFalse();
    assertThat(listed("open", number)).isFalse();
    assertThat(listed("answered", number)).isTrue();
    assertThat(desk.leader.get("/api/oversight/supervisions?state=answered").body())
        .contains("今天下午");
  }

  @Test
  void a_chase_is_answered_by_the_case_going_on() {
    var number = desk.handling("roads");
    ok(desk.leader.act(number, "SUPERVISE", "\"opinion\": \"何时完成？\""));
    assertThat(listed("open", number)).isTrue();

    ok(desk.roads.act(number, "HAND_IN", "\"opinion\": \"已处理\""));

    assertThat(listed("open", number)).isFalse();
    assertThat(desk.leader.get("/api/cases?limit=500&supervised=any").body()).contains(number);
    assertThat(desk.leader.get("/api/cases?limit=500&supervised=open").body())
        .doesNotContain(number);
  }

  @Test
  void the_file_of_a_case_holds_requests_with_decisions_and_tasks() {
    var number = desk.handling("roads");
    ok(desk.roads.act(number, "ASK_EXTENSION", "\"opinion\": \"缺件\""));
    ok(desk.dispatcher.act(number, "GRANT_EXTENSION"));
    ok(desk.roads.act(number, "HAND_IN", "\"opinion\": \"已处理\""));
    ok(desk.acceptor.act(number, "SEND_CHECK"));

    var file = desk.leader.get("/api/cases/" + number).json();

    assertThat(file.at("/asked/0/kind").stringValue()).isEqualTo("EXTENSION");
    assertThat(file.at("/asked/0/decision/en").stringValue()).isEqualTo("grant the extension");
    assertThat(file.at("/asked/0/decidedBy").stringValue()).isEqualTo("派遣员");
    assertThat(file.at("/tasks/0/kind").stringValue()).isEqualTo("check");
    assertThat(file.at("/tasks/0/collector").stringValue()).isEqualTo("采集员01");
  }

  private void late(String number) {
    jdbc.sql(
            """
            update dispatch.city_case
            set warn_at = now() - interval '2 hours', due_at = now() - interval '1 hour'
            where number = :number
            """)
        .param("number", number)
        .update();
  }

  private JsonNode stuck(String reason, String number) {
    return desk.leader
        .get("/api/oversight/stuck?limit=500&reason=" + reason)
        .json()
        .path("items")
        .valueStream()
        .filter(one -> one.path("number").stringValue().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode chase(String number) {
    return desk.leader.get("/api/cases/" + number).json().at("/supervisions/0");
  }

  private boolean listed(String state, String number) {
    return desk.leader.get("/api/oversight/supervisions?state=" + state).body().contains(number);
  }
}
