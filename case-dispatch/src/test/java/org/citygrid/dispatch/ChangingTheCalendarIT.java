package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.citygrid.dispatch.Desk.ok;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.citygrid.dispatch.casefile.Act;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.dispatch.casefile.Clerk;
import org.citygrid.dispatch.casefile.Journal;
import org.citygrid.dispatch.casefile.Overtaken;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/// A town declares a day off: open cases get another deadline, and everybody can see why.
@RunningDispatch
class ChangingTheCalendarIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired CaseStore store;
  @Autowired Clerk clerk;

  private Desk desk;
  private String declared = "";

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @AfterEach
  void asItWas() {
    if (!declared.isEmpty()) {
      ok(put("", "\"removeExceptions\": [\"" + declared + "\"]"));
    }
  }

  @Test
  void an_open_case_gets_another_deadline_and_its_file_says_so() {
    var number = handling();
    var before = due(number);
    var version = file(number).path("version").intValue();
    var day = dayOf(before);

    var would = ok(put("?dryRun=true", off(day))).json();
    assertThat(would.path("cases").intValue()).isPositive();
    assertThat(would.path("later").intValue()).isEqualTo(would.path("cases").intValue());
    assertThat(due(number)).isEqualTo(before);

    var done = ok(declare(day)).json();

    assertThat(done.path("cases").intValue()).isEqualTo(would.path("cases").intValue());
    assertThat(due(number)).isAfter(before);
    assertThat(dayOf(due(number))).isNotEqualTo(day);
    assertThat(file(number).path("version").intValue()).isEqualTo(version);
    var told = file(number).at("/deadlineChanges/0");
    assertThat(Instant.parse(told.path("before").stringValue())).isEqualTo(before);
    assertThat(Instant.parse(told.path("after").stringValue())).isEqualTo(due(number));
    assertThat(told.path("note").stringValue()).isEqualTo("台风停工");
    var change = desk.dispatcher.get("/api/calendar/changes").json().at("/items/0");
    assertThat(change.path("cases").intValue()).isEqualTo(done.path("cases").intValue());
    assertThat(change.path("note").stringValue()).isEqualTo("台风停工");

    asItWas();
    declared = "";
    assertThat(due(number)).isEqualTo(before);
    ok(desk.roads.act(number, "HAND_IN", "\"opinion\": \"已处理\"", "\"version\": " + version));
  }

  @Test
  void a_deadline_that_has_passed_stays() {
    var number = handling();
    var day = dayOf(due(number));
    jdbc.sql(
            """
            update dispatch.city_case
            set warn_at = now() - interval '2 hours', due_at = now() - interval '1 hour'
            where number = :number
            """)
        .param("number", number)
        .update();
    var before = due(number);

    ok(declare(day));

    assertThat(due(number)).isEqualTo(before);
    assertThat(file(number).path("deadlineChanges").isEmpty()).isTrue();
  }

  @Test
  void whoever_read_a_case_before_the_change_cannot_write_the_old_deadline_back() {
    var number = handling();
    var before = due(number);
    var read = store.findByNumber(number, "").orElseThrow();
    ok(declare(dayOf(before)));
    var after = due(number);

    var journal = new Journal();
    clerk.take(read, supervision(), journal);

    assertThatThrownBy(() -> store.store(journal)).isInstanceOf(Overtaken.class);
    assertThat(due(number)).isEqualTo(after);
    ok(desk.leader.act(number, "SUPERVISE", "\"opinion\": \"请尽快\""));
    assertThat(due(number)).isEqualTo(after);
  }

  @Test
  void a_change_by_another_process_is_followed_and_its_work_finished() {
    var number = handling();
    var before = due(number);
    declared = dayOf(before).toString();
    jdbc.sql("insert into dispatch.calendar_exception values (:day, '停工', false)")
        .param("day", dayOf(before))
        .update();
    jdbc.sql(
            """
            insert into dispatch.calendar_change (changed_at, changed_by, note, content)
            select now(), 'admin', 'elsewhere', jsonb_set(content, '{exceptions}',
              content -> 'exceptions' || jsonb_build_object('day', :day, 'name', '停工', 'works', false))
            from dispatch.calendar_change order by id desc limit 1
            """)
        .param("day", declared)
        .update();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(due(number)).isAfter(before));
  }

  @Test
  void of_two_who_change_at_once_the_second_looks_again() {
    long revision = revision();

    ok(declare(LocalDate.parse("2031-03-05")));
    var second =
        desk.admin.put(
            "/api/calendar",
            "{\"revision\": %d, \"note\": \"x\", %s}"
                .formatted(revision, off(LocalDate.parse("2031-03-06"))));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().path("revision").longValue()).isEqualTo(revision + 1);
  }

  @Test
  void every_wrong_field_is_named() {
    var refused =
        desk.admin.put(
            "/api/calendar",
            """
            {"revision": %d, "note": " ",
             "hours": [
               {"validFrom": "2027-01-01", "days": [],
                "periods": [{"starts": "08:00", "ends": "12:00"}, {"starts": "11:00", "ends": "15:00"},
                            {"starts": "22:00", "ends": "02:00"}, {"starts": "16:00", "ends": "x"}]},
               {"validFrom": "2027-13-01", "days": [8]},
               {"validFrom": "2027-02-01"}],
             "removeHours": ["1999-01-01"],
             "exceptions": [{"day": "2027-05-01"}],
             "removeExceptions": ["2031-04-04"]}
            """
                .formatted(revision()));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").valueStream().map(e -> e.path("field").stringValue()))
        .containsExactlyInAnyOrder(
            "note",
            "hours[0].days",
            "hours[0].periods[1].starts",
            "hours[0].periods[2].ends",
            "hours[0].periods[3].ends",
            "hours[1].validFrom",
            "hours[1].days",
            "hours[2].days",
            "removeHours[0]",
            "exceptions[0].name",
            "exceptions[0].works",
            "removeExceptions[0]");
  }

  @Test
  void everybody_reads_it_and_administrators_change_it() {
    var year = desk.roads.get("/api/calendar?year=2026").json();

    assertThat(year.path("exceptions").valueStream())
        .anySatisfy(day -> {
          assertThat(day.path("day").stringValue()).isEqualTo("2026-10-10");
          assertThat(day.path("works").booleanValue()).isTrue();
        });
    assertThat(year.at("/hours/0/days").toString()).isEqualTo("[1,2,3,4,5]");
    assertThat(year.at("/hours/0/periods/0/starts").stringValue()).isEqualTo("08:00");
    assertThat(desk.leader.put("/api/calendar", "{}").status()).isEqualTo(403);
    assertThat(new Caller(port, null).get("/api/calendar").status()).isEqualTo(401);
  }

  @Test
  void hours_hold_from_their_day_on_and_can_be_taken_back() {
    ok(
        put(
            "",
            """
            "hours": [{"validFrom": "2031-07-01", "days": [6, 1, 2, 3, 4, 5],
                       "periods": [{"starts": "07:30", "ends": "13:30"}]}]
            """));

    var hours = desk.roads.get("/api/calendar?year=2031").json().path("hours");
    var last = hours.get(hours.size() - 1);
    assertThat(last.toString())
        .isEqualTo(
            """
            {"validFrom":"2031-07-01","days":[1,2,3,4,5,6],"periods":[{"starts":"07:30","ends":"13:30"}]}\
            """);

    ok(put("", "\"removeHours\": [\"2031-07-01\"]"));
    assertThat(desk.roads.get("/api/calendar").json().path("hours").size())
        .isEqualTo(hours.size() - 1);
  }

  private static Act supervision() {
    var now = Instant.now();
    return new Act(
        Action.SUPERVISE,
        new Doer("leader", Set.of(Post.SHIFT_LEADER), null),
        now,
        now,
        "请尽快",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private String handling() {
    var number = desk.openCase();
    ok(desk.acceptor.act(number, "ACCEPT"));
    var condition =
        desk.leader
            .get("/api/cases/" + number)
            .json()
            .path("conditions")
            .valueStream()
            .filter(one -> one.at("/limit/unit").stringValue().startsWith("work"))
            .findFirst()
            .orElseThrow();
    ok(
        desk.leader.act(
            number, "FILE", "\"conditionId\": \"" + condition.path("id").stringValue() + "\""));
    ok(desk.dispatcher.act(number, "DISPATCH", "\"unitCode\": \"roads\""));
    return number;
  }

  private JsonNode file(String number) {
    return desk.leader.get("/api/cases/" + number).json();
  }

  private Instant due(String number) {
    return Instant.parse(file(number).path("dueAt").stringValue());
  }

  private static LocalDate dayOf(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }

  private long revision() {
    return desk.admin.get("/api/calendar").json().path("revision").longValue();
  }

  private Caller.Answer declare(LocalDate day) {
    declared = day.toString();
    return put("", off(day));
  }

  private static String off(LocalDate day) {
    return "\"exceptions\": [{\"day\": \"" + day + "\", \"name\": \"停工\", \"works\": false}]";
  }

  private Caller.Answer put(String query, String members) {
    return desk.admin.put(
        "/api/calendar" + query,
        "{\"revision\": %d, \"note\": \"台风停工\", %s}".formatted(revision(), members));
  }
}
