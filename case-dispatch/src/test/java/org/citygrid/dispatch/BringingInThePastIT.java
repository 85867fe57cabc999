package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citygrid.dispatch.figure.Recount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// A past of some hundred cases, by the same rules, with its own times.
@RunningDispatch
class BringingInThePastIT {
  private static final int CASES = 600;
  private static final Instant START = Instant.parse("2026-09-01T01:00:00Z");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired Recount recount;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void acts_of_the_past_are_carried_out_once_and_every_figure_can_be_counted_again() {
    var reports = reports();
    reports.forEach(id -> desk.send(Desk.report(id, lon(id), lat(id), at(reports.indexOf(id)))));
    desk.caseOf(reports.getLast());
    reports.forEach(desk::caseOf);
    var lines = acts(reports);

    var began = System.nanoTime();
    var answer = desk.admin.post("/api/migration/acts", lines);
    var seconds = (System.nanoTime() - began) / 1e9;

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("refused").toString()).isEqualTo("[]");
    assertThat(answer.json().path("applied").intValue()).isEqualTo(CASES * 7);
    System.out.printf("%d acts in %.2f s = %.0f/s%n", CASES * 7, seconds, CASES * 7 / seconds);
    var again = desk.admin.post("/api/migration/acts", lines).json();
    assertThat(again.path("applied").intValue()).isZero();
    assertThat(again.path("known").intValue()).isEqualTo(CASES * 7);
    assertThat(recount.prove().differences()).isEmpty();
    assertThat(
            desk.leader
                .get("/api/stats/throughput?from=2026-09-01&to=2026-10-10")
                .json()
                .toString())
        .contains("\"closed\":" + perDay());
  }

  @Test
  void acts_on_reports_that_are_not_cases_yet_are_named() {
    var unknown = UUID.randomUUID();

    var answer =
        desk.admin.post("/api/migration/acts", act(unknown, 1, "ACCEPT", "acceptor", "ACCEPTOR"));

    assertThat(answer.json().at("/unknownReports/0").stringValue()).isEqualTo(unknown.toString());
  }

  @Test
  void a_line_against_the_rules_is_refused_and_stops_no_other() {
    var id = UUID.randomUUID();
    desk.send(Desk.report(id, 113.9, 23.9, START));
    desk.caseOf(id);

    var answer =
        desk.admin
            .post(
                "/api/migration/acts",
                act(id, 60, "CLOSE", "leader", "SHIFT_LEADER")
                    + "no JSON\n"
                    + act(id, 60, "ACCEPT", "acceptor", "ACCEPTOR"))
            .json();

    assertThat(answer.path("applied").intValue()).isEqualTo(1);
    assertThat(answer.path("refusedCount").intValue()).isEqualTo(2);
  }

  private static int perDay() {
    return 20;
  }

  private static List<UUID> reports() {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < CASES; i++) {
      ids.add(UUID.randomUUID());
    }
    return ids;
  }

  /// Twenty a day.
  private static Instant at(int i) {
    return START.plus(i / perDay(), ChronoUnit.DAYS).plus(i % perDay(), ChronoUnit.MINUTES);
  }

  private static double lon(UUID id) {
    return 100 + Math.floorMod(id.hashCode(), 1_000_000) / 1e5;
  }

  private static double lat(UUID id) {
    return 25 + Math.floorMod(id.getLeastSignificantBits(), 1_000_000) / 1e5;
  }

  private static String acts(List<UUID> reports) {
    var lines = new StringBuilder();
    for (int i = 0; i < reports.size(); i++) {
      var id = reports.get(i);
      var from = at(i);
      lines
          .append(act(id, from, 2, "ACCEPT", "acceptor", "ACCEPTOR", ""))
          .append(act(id, from, 4, "FILE", "leader", "SHIFT_LEADER", ", \"conditionId\": \"%s\""))
          .append(
              act(id, from, 6, "DISPATCH", "dispatcher", "DISPATCHER", ", \"unitCode\": \"roads\""))
          .append(
              act(id, from, 30, "HAND_IN", "unit-roads", "DEPARTMENT", ", \"opinion\": \"done\""))
          .append(act(id, from, 32, "SEND_CHECK", "acceptor", "ACCEPTOR", ""))
          .append(act(id, from, 50, "CHECK_PASS", "collector01", "COLLECTOR", ""))
          .append(act(id, from, 60, "CLOSE", "leader", "SHIFT_LEADER", ""));
    }
    return lines.toString().replace("%s", CONDITION);
  }

  /// The first condition of illegal buildings in the catalogue.
  private static final String CONDITION = "e0101-1";

  private static String act(UUID id, int minutes, String action, String actor, String role) {
    return act(id, START, minutes, action, actor, role, "");
  }

  private static String act(
      UUID id, Instant from, int minutes, String action, String actor, String role, String more) {
    return "{\"reportId\": \"%s\", \"action\": \"%s\", \"at\": \"%s\", \"actor\": \"%s\", \"role\": \"%s\""
            .formatted(id, action, from.plus(minutes, ChronoUnit.MINUTES), actor, role)
        + more
        + "}\n";
  }
}
