package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.dispatch.Desk.ok;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// A department gives the work to one of its people, who does it on the phone and gives it back to
/// the desk.
@RunningDispatch
class HandlingByWorkersIT {
  private static final String TO_MASON = "\"staff\": \"mason\"";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void the_work_goes_to_the_worker_and_back_to_the_desk() {
    var number = desk.handling("roads");
    assertThat(desk.mason.get("/api/cases/" + number).status()).isEqualTo(404);

    var given = ok(desk.roads.act(number, "ASSIGN_WORK", TO_MASON)).json();
    assertThat(given.at("/worker/displayName").stringValue()).isEqualTo("泥水工");
    assertThat(given.at("/workers/0/open").intValue()).isPositive();
    assertThat(given.path("myTurn").booleanValue()).isFalse();
    assertThat(mine(desk.roads)).doesNotContain(number);
    assertThat(mine(desk.mason)).contains(number);

    ok(desk.mason.act(number, "WORK_DONE", "\"opinion\": \"已修复\"", "\"photoIds\": [\"after\"]"));
    assertThat(mine(desk.mason)).doesNotContain(number);
    assertThat(mine(desk.roads)).contains(number);

    var handedIn = ok(desk.roads.act(number, "HAND_IN", "\"opinion\": \"已修复\"")).json();
    assertThat(handedIn.path("worker").isMissingNode()).isTrue();
    assertThat(handedIn.path("history").toString()).contains("泥水工");
  }

  @Test
  void the_desk_may_not_hand_in_or_return_what_is_with_a_worker() {
    var number = desk.handling("roads");
    ok(desk.roads.act(number, "ASSIGN_WORK", TO_MASON));

    assertThat(desk.roads.act(number, "HAND_IN", "\"opinion\": \"x\"").status()).isEqualTo(409);
    assertThat(desk.roads.act(number, "ASK_RETURN", "\"opinion\": \"x\"").status()).isEqualTo(409);

    ok(desk.roads.act(number, "WITHDRAW_WORK"));
    ok(desk.roads.act(number, "ASK_RETURN", "\"opinion\": \"x\""));
  }

  @Test
  void a_worker_hands_back_what_they_cannot_do() {
    var number = desk.handling("roads");
    ok(desk.roads.act(number, "ASSIGN_WORK", TO_MASON));

    ok(desk.mason.act(number, "HAND_BACK", "\"opinion\": \"需要吊车\""));

    assertThat(mine(desk.roads)).contains(number);
    assertThat(desk.mason.get("/api/cases/" + number).status()).isEqualTo(404);
  }

  @Test
  void whoever_does_the_work_answers_a_chase_as_the_office_does() {
    var number = desk.handling("roads");
    ok(desk.leader.act(number, "SUPERVISE", "\"opinion\": \"何时完成？\""));
    var path = "/api/cases/" + number + "/supervisions/";
    var seq = desk.leader.get("/api/cases/" + number).json().at("/supervisions/0/seq").intValue();
    assertThat(desk.mason.post(path + seq + "/reply", "{\"reply\": \"x\"}").status())
        .isEqualTo(404);

    ok(desk.roads.act(number, "ASSIGN_WORK", TO_MASON));
    ok(desk.mason.post(path + seq + "/reply", "{\"reply\": \"今天下午\"}"));

    var chase = desk.leader.get("/api/cases/" + number).json().at("/supervisions/0");
    assertThat(chase.path("reply").stringValue()).isEqualTo("今天下午");
    assertThat(chase.path("open").booleanValue()).isFalse();
    assertThat(desk.roads.post(path + seq + "/reply", "{\"reply\": \"y\"}").status())
        .isEqualTo(409);
  }

  @Test
  void only_the_departments_own_workers_can_be_given_it() {
    var number = desk.handling("roads");

    assertThat(desk.roads.act(number, "ASSIGN_WORK", "\"staff\": \"gardener\"").status())
        .isEqualTo(409);
    assertThat(desk.roads.act(number, "ASSIGN_WORK", "\"staff\": \"nobody\"").status())
        .isEqualTo(400);
    assertThat(desk.roads.act(number, "ASSIGN_WORK").status()).isEqualTo(400);
  }

  private static String mine(Caller caller) {
    return caller.get("/api/cases?queue=mine&limit=500").body();
  }
}
