package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citygrid.dispatch.Desk.ok;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// Nobody passes a case around for ever, nobody sits on one unseen, and no act counts twice.
@RunningDispatch
class SendingACaseBackAndForthIT {
  private static final String NOT_OURS = "\"opinion\": \"不属于本单位职责\"";
  private static final String ROADS = "\"unitCode\": \"roads\"";
  private static final String PARKS = "\"unitCode\": \"parks\"";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void after_three_returns_the_shift_leader_decides_and_it_stays_there() {
    var number = desk.handling("roads");
    returned(number, desk.roads);
    ok(desk.dispatcher.act(number, "DISPATCH", PARKS));
    returned(number, desk.parks);
    ok(desk.dispatcher.act(number, "DISPATCH", ROADS));
    returned(number, desk.roads);

    assertThat(desk.dispatcher.act(number, "DISPATCH", PARKS).status()).isEqualTo(409);
    assertThat(mine(desk.dispatcher)).doesNotContain(number);
    assertThat(mine(desk.leader)).contains(number);

    var decided = ok(desk.leader.act(number, "DISPATCH", PARKS)).json();
    assertThat(decided.path("escalated").booleanValue()).isTrue();
    assertThat(desk.parks.act(number, "ASK_RETURN", NOT_OURS).status()).isEqualTo(409);
    ok(desk.parks.act(number, "HAND_IN", "\"opinion\": \"已处理\""));
  }

  @Test
  void what_turns_red_is_chased_once_by_itself() {
    var number = desk.handling("roads");
    jdbc.sql(
            """
            update dispatch.city_case
            set warn_at = now() - interval '2 hours', due_at = now() - interval '1 hour'
            where number = :number
            """)
        .param("number", number)
        .update();

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(
                    desk.roads
                        .get("/api/cases/" + number)
                        .json()
                        .at("/supervisions/0/open")
                        .booleanValue(false))
                .isTrue());
    var chased = desk.roads.get("/api/cases/" + number).json();

    assertThat(chased.at("/supervisions/0/replyDue").isString()).isTrue();
    assertThat(chased.path("state").stringValue()).isEqualTo("HANDLING");
    assertThat(
            jdbc.sql("select chased_at = due_at from dispatch.city_case where number = :number")
                .param("number", number)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void an_act_sent_again_with_its_key_is_carried_out_once() {
    var number = desk.handling("roads");
    var version = desk.roads.get("/api/cases/" + number).json().path("version").intValue();
    var key = UUID.randomUUID();
    var act = "\"opinion\": \"已处理\", \"version\": " + version;

    ok(desk.roads.act(number, "HAND_IN", key, act));
    var again = ok(desk.roads.act(number, "HAND_IN", key, act)).json();

    assertThat(again.path("state").stringValue()).isEqualTo("TO_CHECK");
    assertThat(again.path("version").intValue()).isEqualTo(version + 1);
    assertThat(desk.roads.act(number, "ASK_RETURN", key, act).status()).isEqualTo(409);
  }

  @Test
  void a_refused_act_does_not_use_its_key_up() {
    var number = desk.handling("roads");
    var key = UUID.randomUUID();
    ok(desk.roads.act(number, "ASSIGN_WORK", "\"staff\": \"mason\""));
    assertThat(desk.roads.act(number, "HAND_IN", key, "\"opinion\": \"已处理\"").status())
        .isEqualTo(409);

    ok(desk.roads.act(number, "WITHDRAW_WORK"));

    ok(desk.roads.act(number, "HAND_IN", key, "\"opinion\": \"已处理\""));
  }

  @Test
  void a_stage_that_lasted_too_long_is_told_with_the_move_that_ended_it() {
    var number = desk.openCase();
    assertThat(desk.acceptor.get("/api/cases/" + number).json().path("stageDueAt").isString())
        .isTrue();
    jdbc.sql(
            "update dispatch.city_case set stage_due_at = now() - interval '1 minute' where number = :number")
        .param("number", number)
        .update();

    var accepted = ok(desk.acceptor.act(number, "ACCEPT")).json();

    assertThat(accepted.at("/history/1/stageLate").booleanValue()).isTrue();
  }

  @Test
  void where_it_is_switched_on_a_filed_case_goes_to_the_proposed_department_by_itself() {
    var division = "\"divisionCode\": \"440605125\"";
    var switched =
        "{\"kind\": \"event\", \"classPrefix\": \"0101\", \"enabled\": %s, " + division + "}";
    ok(desk.admin.put("/api/auto-dispatch", switched.formatted(true)));
    try {
      var number = desk.openCase();
      ok(desk.acceptor.act(number, "ACCEPT"));

      var filed =
          ok(desk.leader.act(
                  number, "FILE", "\"conditionId\": \"" + desk.conditionOf(number) + "\""))
              .json();

      assertThat(filed.path("state").stringValue()).isEqualTo("HANDLING");
      assertThat(filed.at("/unit/code").stringValue())
          .isEqualTo(filed.at("/proposedUnit/code").stringValue());
      assertThat(filed.at("/history/3/actor/role").stringValue()).isEqualTo("SYSTEM");
    } finally {
      ok(desk.admin.put("/api/auto-dispatch", switched.formatted(false)));
    }
  }

  private void returned(String number, Caller unit) {
    ok(unit.act(number, "ASK_RETURN", NOT_OURS));
    ok(desk.dispatcher.act(number, "GRANT_RETURN"));
  }

  private static String mine(Caller caller) {
    return caller.get("/api/cases?queue=mine&limit=500").body();
  }
}
