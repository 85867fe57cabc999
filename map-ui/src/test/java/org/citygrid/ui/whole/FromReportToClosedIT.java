package org.citygrid.ui.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.citygrid.ui.whole.Town.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningTown
class FromReportToClosedIT {
  @Autowired private Town town;

  @Test
  void a_report_is_a_case_at_the_desk_within_two_seconds() throws Exception {
    town.caseOf(town.report("collector07", "warm up"));

    String receipt = town.report("collector07", "暴露垃圾，路口东侧");

    Town.await(
        () -> town.getQuietly("acceptor", "/api/cases?queue=mine&sort=-reportedAt&limit=50"),
        desk -> desk.body().toString().contains("暴露垃圾，路口东侧"),
        Duration.ofSeconds(2));
    assertThat(town.caseOf(receipt)).matches("\\d{4}-\\d{2}-\\d{2}-\\d{4,}");
  }

  @Test
  void the_seven_steps_are_taken_by_the_right_posts_and_by_no_other() throws Exception {
    Answer before = today();
    String receipt = town.report("collector07", "暴露垃圾三袋");
    String number = town.caseOf(receipt);

    town.tryToAct("dispatcher", number, "ACCEPT", "").expect(409);
    town.act("acceptor", number, "ACCEPT", "");
    town.act("leader", number, "FILE", filing(number));
    town.tryToAct("leader", number, "DISPATCH", "\"unitCode\": \"sanitation\"").expect(409);
    town.act("dispatcher", number, "DISPATCH", "\"unitCode\": \"sanitation\"");
    town.tryToAct("unit-gardens", number, "HAND_IN", "\"opinion\": \"done\"").expect(404);
    town.act("unit-sanitation", number, "HAND_IN", "\"opinion\": \"已清运\"");
    town.act("acceptor", number, "SEND_CHECK", "");
    town.answerTask("collector07", number, "pass");
    Town.await(
        () -> town.getQuietly("leader2", "/api/cases/" + number),
        found -> found.text("state").equals("TO_CLOSE"),
        Duration.ofSeconds(20));
    town.act("leader2", number, "CLOSE", "");

    Town.await(
        () -> town.getQuietly("", "/api/reports/" + receipt),
        story -> story.text("status").equals("CLOSED"),
        Duration.ofSeconds(20));
    Town.await(
        () -> town.getQuietly("inspector", "/api/stats/today"),
        today -> growth(before, today, "closed") == 1,
        Duration.ofSeconds(5));
    assertThat(growth(before, today(), "handled")).isEqualTo(1);
    JsonNode history = town.get("inspector", "/api/cases/" + number).body().get("history");
    assertThat(history.findValuesAsString("action"))
        .containsExactly(
            "REPORT", "ACCEPT", "FILE", "DISPATCH", "HAND_IN", "SEND_CHECK", "CHECK_PASS", "CLOSE");
  }

  @Test
  void a_citizen_learns_nothing_about_who_works_on_it() throws Exception {
    String receipt = town.report("", "路灯不亮");
    town.caseOf(receipt);

    assertThat(town.get("", "/api/reports/" + receipt).body().toString())
        .doesNotContain("collector", "acceptor");
    assertThat(town.get("", "/api/reports/AAAAA-AAAAA-AAAAA").status()).isEqualTo(404);
  }

  @Test
  void the_town_has_its_thirty_five_duty_grids_each_with_a_collector() throws Exception {
    JsonNode grids = town.get("inspector", "/api/grids").body().get("items");

    assertThat(grids).hasSize(35);
    assertThat(grids).allSatisfy(grid -> assertThat(grid.path("collector").isObject()).isTrue());
  }

  private String filing(String number) throws Exception {
    JsonNode conditions = town.get("leader", "/api/cases/" + number).body().path("conditions");
    return conditions.isEmpty()
        ? ""
        : "\"conditionId\": \"" + conditions.get(0).get("id").asString() + "\"";
  }

  private Answer today() throws Exception {
    return town.get("inspector", "/api/stats/today").expect(200);
  }

  private static int growth(Answer before, Answer after, String figure) {
    return after.body().get(figure).asInt() - before.body().get(figure).asInt();
  }
}
