package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citygrid.dispatch.figure.Folding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/// A month of departments, posts and places: counts that open their cases, scores, results that
/// stay as they were.
@RunningDispatch
class EvaluatingAPeriodIT {
  private static final int CASES = 150;
  private static final String MONTH = "/api/evaluation?period=2025-05&of=";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired Folding folding;

  private static boolean prepared;
  private Desk desk;
  private Caller evaluator;

  @BeforeEach
  void aMonthOfCases() {
    desk = new Desk(port, jdbc, kafka);
    desk.admin.post(
        "/api/users/import",
        """
        [{"userName": "evaluator", "displayName": "考评员", "password": "only-for-tests", "roles": ["EVALUATOR"], "divisionCode": "440605125"}]
        """);
    evaluator = Caller.as(port, "evaluator");
    if (!prepared) {
      bringIn(CASES, Instant.parse("2025-05-01T01:00:00Z"), Duration.ofHours(5), 21);
      prepared = true;
    }
    folding.foldAll();
  }

  private void bringIn(int cases, Instant start, Duration apart, long seed) {
    var lives = new Lives(seed);
    var lines = new StringBuilder();
    var reports = new ArrayList<UUID>();
    for (int i = 0; i < cases; i++) {
      var id = UUID.randomUUID();
      var at = start.plus(apart.multipliedBy(i));
      reports.add(id);
      var report =
          Desk.report(
              id,
              happensAgain(i)
                  ? 89 + i / 16 / 1e3
                  : 90 + Math.floorMod(id.hashCode(), 1_000_000) / 1e5,
              happensAgain(i)
                  ? 25
                  : 25 + Math.floorMod(id.getLeastSignificantBits(), 1_000_000) / 1e5,
              at);
      desk.send(
          i % 3 == 0
              ? report
                  .replace("\"source\": \"collector\"", "\"source\": \"public\"")
                  .replace("\"reporter\": \"collector01\",", "")
              : report);
      lives.acts(id, at, "e0101-1").forEach(lines::append);
    }
    reports.forEach(desk::caseOf);
    assertThat(desk.admin.post("/api/migration/acts", lines.toString()).status()).isEqualTo(200);
  }

  /// Four at a spot, within three days.
  private static boolean happensAgain(int i) {
    return i % 4 == 1;
  }

  @Test
  void every_count_of_cases_opens_exactly_its_cases() {
    int opened = 0;
    for (var of : new String[] {"department", "collector", "leader", "grid", "community", "town"}) {
      var sheet = evaluator.get(MONTH + of).json();
      for (var count : sheet.path("counts")) {
        if (count.path("counted").stringValue().equals("cases")) {
          for (var item : sheet.path("items")) {
            opened += compare(of, count, item);
          }
        }
      }
    }
    assertThat(opened).isGreaterThan(60);
  }

  private int compare(String of, JsonNode count, JsonNode item) {
    var code = count.path("code").stringValue();
    var key = item.path("key").stringValue();
    var link = count.path("link").stringValue().replace("{key}", key);
    var list = evaluator.get("/api/cases?limit=500&" + link);
    assertThat(list.status()).as(link + list.body()).isEqualTo(200);

    assertThat(list.json().path("items").size())
        .as("%s of %s %s: %s", code, of, key, link)
        .isEqualTo(item.path("counts").path(code).intValue());
    return 1;
  }

  @Test
  void cases_filed_where_it_happens_again_and_again_are_a_share_of_those_filed() {
    var town = evaluator.get(MONTH + "town").json().at("/items/0");

    long recurrent = town.at("/counts/recurrent").longValue();
    assertThat(recurrent).isPositive();
    assertThat(town.at("/rates/recurrence").doubleValue())
        .isCloseTo((double) recurrent / town.at("/counts/filed").longValue(), within(1e-4));
  }

  @Test
  void pages_go_on_after_the_last_object_and_hold_together_what_one_answer_holds() {
    var whole = evaluator.get(MONTH + "department").json();

    var first = evaluator.get(MONTH + "department&limit=1").json();
    var second =
        evaluator
            .get(MONTH + "department&limit=1&after=" + first.path("next").stringValue())
            .json();

    assertThat(first.path("count").intValue()).isEqualTo(whole.path("items").size());
    assertThat(first.at("/items/0")).isEqualTo(whole.at("/items/0"));
    assertThat(second.at("/items/0")).isEqualTo(whole.at("/items/1"));
    assertThat(second.path("items").size()).isEqualTo(1);
    assertThat(first.path("total")).isEqualTo(whole.path("total"));
    assertThat(
            evaluator.get(MONTH + "department&limit=0").json().at("/errors/0/field").stringValue())
        .isEqualTo("limit");
    assertThat(
            evaluator
                .get(MONTH + "department&after=moon")
                .json()
                .at("/errors/0/field")
                .stringValue())
        .isEqualTo("after");
  }

  @Test
  void shades_tell_one_value_of_every_object() {
    var whole = evaluator.get(MONTH + "grid").json();

    var shades = evaluator.get(MONTH.replace("?", "/shades?by=onTimeHandling&") + "grid").json();

    assertThat(shades.path("items").size()).isEqualTo(whole.path("items").size());
    assertThat(shades.at("/items/0/key")).isEqualTo(whole.at("/items/0/key"));
    assertThat(shades.at("/items/0/rate")).isEqualTo(whole.at("/items/0/rates/onTimeHandling"));
    assertThat(evaluator.get(MONTH.replace("?", "/shades?by=moon&") + "grid").status())
        .isEqualTo(400);
  }

  @Test
  void departments_have_rates_points_a_score_a_grade_and_a_rank() {
    var sheet = evaluator.get(MONTH + "department").json();

    var best = sheet.at("/items/0");
    assertThat(best.path("rank").intValue()).isEqualTo(1);
    assertThat(best.path("score").doubleValue()).isBetween(0.01, 100.0);
    assertThat(best.path("grade").stringValue()).matches("[A-E]");
    assertThat(best.path("rates").path("onTimeHandling").doubleValue()).isBetween(0.0, 1.0);
    assertThat(best.path("points").size()).isEqualTo(4);
    assertThat(sheet.at("/before/code").stringValue()).isEqualTo("2025-04");
    assertThat(sheet.at("/scheme/code").stringValue()).isEqualTo("department");
    assertThat(evaluator.get(MONTH + "department&scheme=jinhua").json().at("/scheme/parts").size())
        .isEqualTo(2);
  }

  @Test
  void a_department_and_a_collector_see_themselves_alone() {
    var own = desk.roads.get(MONTH + "department").json();

    assertThat(own.path("items").size()).isEqualTo(1);
    assertThat(own.at("/items/0/key").stringValue()).isEqualTo("roads");
    assertThat(own.has("total")).isFalse();
    assertThat(desk.roads.get(MONTH + "collector").status()).isEqualTo(403);
    assertThat(desk.roads.get(MONTH + "cell").status()).isEqualTo(403);
    assertThat(Caller.as(port, "collector01").get(MONTH + "collector").json().path("items").size())
        .isEqualTo(1);
    assertThat(desk.acceptor.get(MONTH + "department").status()).isEqualTo(403);
  }

  @Test
  void what_cannot_be_understood_is_named() {
    var wrong = evaluator.get("/api/evaluation?of=moon&period=2025-13");

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().at("/errors/0/field").stringValue()).isEqualTo("of");
    assertThat(wrong.json().at("/errors/1/field").stringValue()).isEqualTo("period");
    assertThat(evaluator.get(MONTH + "town&scheme=nope").status()).isEqualTo(400);
  }

  @Test
  void a_frozen_result_stays_and_an_appeal_shows_as_a_correction() {
    bringIn(3, Instant.parse("2025-07-02T01:00:00Z"), Duration.ofHours(1), 1);
    var late = lateAndClosed();
    folding.foldAll();
    var freeze = "{\"of\": \"department\", \"period\": \"2025-07\"}";
    assertThat(desk.roads.post("/api/evaluation/results", freeze).status()).isEqualTo(403);
    var frozen = evaluator.post("/api/evaluation/results", freeze);
    assertThat(frozen.status()).as(frozen.body()).isEqualTo(201);
    var id = frozen.json().at("/result/id").stringValue();
    var path = "/api/evaluation/results/" + id;
    assertThat(desk.roads.get(path).status()).isEqualTo(404);
    assertThat(evaluator.post(path + "/publish", "").status()).isEqualTo(200);
    var before = desk.roads.get(path).json();
    assertThat(before.path("items").size()).isEqualTo(1);

    pardon(late);

    var after = desk.roads.get(path).json();
    assertThat(after.path("items")).isEqualTo(before.path("items"));
    var correction = after.at("/corrections/0");
    assertThat(correction.path("key").stringValue()).isEqualTo("roads");
    assertThat(correction.path("cases").size()).isEqualTo(1);
    assertThat(correction.at("/counts/dueHandledLate/was").intValue())
        .isEqualTo(correction.at("/counts/dueHandledLate/now").intValue() + 1);
    assertThat(correction.at("/score/now").doubleValue())
        .isNotEqualTo(correction.at("/score/was").doubleValue());
    var again = evaluator.post("/api/evaluation/results", freeze).json();
    assertThat(again.at("/result/version").intValue()).isEqualTo(2);
    assertThat(again.path("corrections").size()).isZero();
    assertThat(roads(again).path("exempt").intValue()).isEqualTo(1);
    assertThat(
            evaluator
                .get("/api/evaluation/results?of=department&period=2025-07")
                .json()
                .path("items")
                .size())
        .isEqualTo(2);
  }

  private static JsonNode roads(JsonNode sheet) {
    return sheet
        .path("items")
        .valueStream()
        .filter(item -> item.path("key").stringValue().equals("roads"))
        .findFirst()
        .orElseThrow();
  }

  private UUID lateAndClosed() {
    var id = UUID.randomUUID();
    var at = Instant.parse("2025-07-03T01:00:00Z");
    desk.send(Desk.report(id, 91.5, 26.5, at));
    desk.caseOf(id);
    var lines = new StringBuilder();
    var minutes = new int[] {5, 10, 15, 30_000, 30_010, 30_020, 30_030};
    var steps =
        "ACCEPT:acceptor:ACCEPTOR FILE:leader:SHIFT_LEADER DISPATCH:dispatcher:DISPATCHER HAND_IN:unit-roads:DEPARTMENT SEND_CHECK:acceptor:ACCEPTOR CHECK_PASS:collector01:COLLECTOR CLOSE:leader:SHIFT_LEADER"
            .split(" ");
    for (int i = 0; i < steps.length; i++) {
      lines.append(line(id, steps[i], at.plus(Duration.ofMinutes(minutes[i]))));
    }
    var done = desk.admin.post("/api/migration/acts", lines.toString()).json();
    assertThat(done.path("applied").intValue()).as(done.toString()).isEqualTo(steps.length);
    return id;
  }

  private void pardon(UUID id) {
    var at = Instant.parse("2025-08-20T01:00:00Z");
    var lines =
        line(id, "APPEAL:unit-roads:DEPARTMENT", at)
            + line(id, "GRANT_APPEAL:dispatcher:DISPATCHER", at.plusSeconds(60))
            + line(id, "GRANT_APPEAL:acceptor:ACCEPTOR", at.plusSeconds(120));
    var done = desk.admin.post("/api/migration/acts", lines).json();
    assertThat(done.path("applied").intValue()).as(done.toString()).isEqualTo(3);
    folding.foldAll();
  }

  private static String line(UUID id, String step, Instant at) {
    var parts = step.split(":");
    return """
    {"reportId": "%s", "action": "%s", "actor": "%s", "role": "%s", "at": "%s", "opinion": "synthetic", \
    "unitCode": "roads", "conditionId": "e0101-1"}
    """
        .formatted(id, parts[0], parts[1], parts[2], at);
  }

  @Test
  void a_scheme_gets_a_new_version_and_the_past_keeps_its_own() {
    var form =
        """
        {"code": "department", "of": "department", "name": {"zh": "新办法", "en": "the new way"}, "validFrom": "%s",
         "parts": [{"points": "rate", "weight": 100, "indicator": "onTimeHandling"}]}
        """;
    assertThat(
            desk.leader.post("/api/evaluation/schemes", form.formatted(LocalDate.now())).status())
        .isEqualTo(403);
    assertThat(
            evaluator
                .post("/api/evaluation/schemes", form.formatted("2025-01-01"))
                .json()
                .at("/errors/0/field")
                .stringValue())
        .isEqualTo("validFrom");

    var future = LocalDate.now().plusYears(1);
    var added = evaluator.post("/api/evaluation/schemes", form.formatted(future));

    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(evaluator.post("/api/evaluation/schemes", form.formatted(future)).status())
        .isEqualTo(409);
    var versions = evaluator.get("/api/evaluation/schemes?of=department").json().path("items");
    assertThat(versions.get(0).path("validFrom").stringValue()).isEqualTo(future.toString());
    assertThat(versions.get(1).path("until").stringValue())
        .isEqualTo(future.minusDays(1).toString());
    assertThat(evaluator.get(MONTH + "department").json().at("/scheme/parts").size()).isEqualTo(4);
  }

  @Test
  void a_version_may_have_grades_of_its_own_and_the_next_keeps_them() {
    var form =
        """
        {"code": "own-grades", "of": "department", "name": {"zh": "自定等级", "en": "own grades"}, "validFrom": "%s",
         "parts": [{"points": "rate", "weight": 100, "indicator": "onTimeHandling"}]%s}
        """;
    var first = LocalDate.now().plusYears(2);
    var path = "/api/evaluation/schemes";
    for (var wrong : List.of("[100, 0]", "[60, 90, 0]", "[90, 60]", "[0]", "[90, null, 0]")) {
      var refused = evaluator.post(path, form.formatted(first, ", \"grades\": " + wrong));
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(refused.json().at("/errors/0/field").stringValue()).isEqualTo("grades");
    }

    var added = evaluator.post(path, form.formatted(first, ", \"grades\": [85, 60, 0]")).json();
    var next = evaluator.post(path, form.formatted(first.plusDays(1), "")).json();
    var usual = evaluator.get(path + "?of=department").json().at("/items/0");

    for (var version : List.of(added, next)) {
      assertThat(version.path("grades").size()).isEqualTo(3);
      assertThat(version.at("/grades/0/letter").stringValue()).isEqualTo("A");
      assertThat(version.at("/grades/0/from").doubleValue()).isEqualTo(85);
      assertThat(version.at("/grades/2/from").doubleValue()).isZero();
    }
    assertThat(usual.path("grades").size()).isEqualTo(5);
  }

  @Test
  void throughput_is_told_by_class_and_source_with_its_trend() {
    var path = "/api/stats/throughput?from=2025-05-01&to=2025-05-31&by=";

    var classes = evaluator.get(path + "class").json();

    assertThat(classes.path("dates").size()).isEqualTo(31);
    assertThat(classes.at("/items/0/key").stringValue()).isEqualTo("event-0101");
    assertThat(classes.at("/items/0/days/reported").size()).isEqualTo(31);
    assertThat(classes.at("/items/0/trend/reported").size()).isEqualTo(31);
    assertThat(
            evaluator
                .get("/api/cases?limit=500&" + classes.at("/items/0/link").stringValue())
                .json()
                .path("items")
                .size())
        .isEqualTo(classes.at("/items/0/reported").intValue());
    assertThat(evaluator.get(path + "source").json().path("items").size()).isEqualTo(2);
    assertThat(evaluator.get(path + "moon").status()).isEqualTo(400);
    assertThat(desk.roads.get(path + "unit").json().path("items").size()).isEqualTo(1);
  }
}
