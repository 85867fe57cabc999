package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.citygrid.dispatch.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// A city's worth of open cases: loads are told at once, and a day off reaches every deadline.
@RunningDispatch
class WithFiftyThousandOpenCasesIT {
  private static final Logger LOG = LoggerFactory.getLogger(WithFiftyThousandOpenCasesIT.class);
  private static final int CASES = 50_000;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private Desk desk;
  private String declared = "";

  /// Synthetic: half with each department, two work days from now, and as many handed in during the
  /// last 40 days.
  @BeforeEach
  void cases() {
    desk = new Desk(port, jdbc, kafka);
    jdbc.sql(
            """
            insert into dispatch.city_case (
              id, number, town_code, report_id, receipt, kind, class_code, description, lon, lat, division_code,
              duty_grid_code, source, channel, observed_at, reported_at, state, version, moved_at, unit_code,
              limit_value, limit_unit, clock_total, clock_consumed, clock_started_at, clock_running_since,
              warn_at, due_at, dispatched_at, handled_at, calendar_revision)
            select
              gen_random_uuid(), 'MANY-' || i, '440605125', gen_random_uuid(), 'MANY', 'event', '0101', 'many', 113, 23,
              '440605125001', '440605125G01', 'collector', 'field', now(), now(),
              case when i <= :cases then 'HANDLING' else 'CLOSED' end, 1, now(),
              case i % 2 when 0 then 'roads' else 'parks' end, 2, 'work_day', 57600, 0, now(),
              case when i <= :cases then now() end, now() + interval '20 days', now() + interval '21 days',
              now() - i * interval '3 minutes',
              case when i > :cases then now() - (i % 40) * interval '1 day' end,
              (select max(id) from dispatch.calendar_change)
            from generate_series(1, 2 * :cases) i
            """)
        .param("cases", CASES)
        .update();
    jdbc.sql("vacuum analyze dispatch.city_case").update();
  }

  /// The two indexes serve the foreign keys for as long as the deleting takes.
  @AfterEach
  void gone() {
    jdbc.sql("create index many_suspected on dispatch.city_case (suspected_id)").update();
    jdbc.sql("create index many_reopened on dispatch.city_case (reopened_from)").update();
    jdbc.sql(
            """
            delete from dispatch.calendar_move
            where case_id in (select id from dispatch.city_case where receipt = 'MANY')
            """)
        .update();
    jdbc.sql("delete from dispatch.city_case where receipt = 'MANY'").update();
    jdbc.sql("drop index dispatch.many_suspected, dispatch.many_reopened").update();
    if (!declared.isEmpty()) {
      put("", "\"removeExceptions\": [\"" + declared + "\"]", new int[1]);
    }
  }

  @Test
  void loads_are_told_at_once_and_a_day_off_reaches_every_deadline() {
    var quickest = Duration.ofDays(1);
    for (int i = 0; i < 10; i++) {
      var took = timed(() -> desk.dispatcher.get("/api/units/load"));
      quickest = took.compareTo(quickest) < 0 ? took : quickest;
    }
    LOG.info("load of all departments over {} open cases: {} ms", CASES, quickest.toMillis());

    var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(5);
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.plusDays(1);
    }
    var off = "\"exceptions\": [{\"day\": \"" + day + "\", \"name\": \"停工\", \"works\": false}]";
    var wouldMove = new int[1];
    var preview = timed(() -> put("?dryRun=true", off, wouldMove));
    var moved = new int[1];
    var changed = timed(() -> put("", off, moved));
    LOG.info(
        "preview {} ms, change {} ms, {} deadlines moved",
        preview.toMillis(),
        changed.toMillis(),
        moved[0]);
    declared = day.toString();

    assertThat(moved[0]).isEqualTo(wouldMove[0]).isGreaterThanOrEqualTo(CASES);
    assertThat(quickest).isLessThan(Duration.ofSeconds(1));
  }

  private Answer put(String query, String members, int[] cases) {
    var revision = desk.admin.get("/api/calendar").json().path("revision").longValue();
    var answer =
        desk.admin.put(
            "/api/calendar" + query,
            "{\"revision\": %d, \"note\": \"台风停工\", %s}".formatted(revision, members));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    cases[0] = answer.json().path("cases").intValue();
    return answer;
  }

  private static Duration timed(Runnable work) {
    var start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
