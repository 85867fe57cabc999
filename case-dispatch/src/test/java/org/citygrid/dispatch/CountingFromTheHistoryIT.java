package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.citygrid.dispatch.figure.Folding;
import org.citygrid.dispatch.figure.Recount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// Figures are folded out of the history while it is written, and equal what the history counts.
@RunningDispatch
class CountingFromTheHistoryIT {
  private static final int CASES = 400;
  private static final int PORTIONS = 8;
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired Folding folding;
  @Autowired Recount recount;

  private Desk desk;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
  }

  @Test
  void after_a_mass_of_acts_every_figure_equals_the_recount() {
    var portions = portions(bringInReports());

    for (var portion : portions) {
      var answer = desk.admin.post("/api/migration/acts", String.join("", portion)).json();
      assertThat(answer.path("unknownReports").size()).isZero();
      folding.foldAll();
    }
    suspendOneOfYesterday();
    var proof = recount.prove();

    assertThat(proof.figures()).isGreaterThan(2_000);
    assertThat(proof.differences()).isEmpty();
    assertThat(measuresMissing()).as("measures that this past has no case of").isEmpty();
  }

  @Test
  void a_rebuild_from_the_history_gives_the_same_figures() {
    portions(bringInReports())
        .forEach(portion -> desk.admin.post("/api/migration/acts", String.join("", portion)));
    folding.foldAll();

    folding.rebuild();

    assertThat(recount.prove().differences()).isEmpty();
  }

  /// Those of the past are resumed by the clock at any moment.
  private void suspendOneOfYesterday() {
    var id = UUID.randomUUID();
    var yesterday = Instant.now().minus(Duration.ofDays(1));
    desk.send(Desk.report(id, 112, 25, yesterday));
    desk.caseOf(id);
    var acts = String.join("", new Lives(1).suspended(id, yesterday, "e0101-1"));
    assertThat(desk.admin.post("/api/migration/acts", acts).json().path("applied").intValue())
        .isEqualTo(5);
    folding.foldAll();
  }

  /// Days of reports: by the collector, every third by the public, some handled at once, every
  /// fifth where it happened before.
  private List<UUID> bringInReports() {
    var reports = new ArrayList<UUID>();
    for (int i = 0; i < CASES; i++) {
      var id = UUID.randomUUID();
      reports.add(id);
      boolean again = i % 5 == 4;
      var report =
          Desk.report(
              id,
              again ? 111 + i / 20 / 1e3 : 100 + Math.floorMod(id.hashCode(), 1_000_000) / 1e5,
              again ? 25 : 25 + Math.floorMod(id.getLeastSignificantBits(), 1_000_000) / 1e5,
              at(i));
      desk.send(
          i % 3 == 0
              ? report
                  .replace("\"source\": \"collector\"", "\"source\": \"public\"")
                  .replace("\"reporter\": \"collector01\",", "")
              : i % 17 == 1
                  ? report.replace("\"pinned\"", "\"selfHandled\": true, \"pinned\"")
                  : report);
    }
    reports.forEach(desk::caseOf);
    return reports;
  }

  private static Instant at(int i) {
    return START.plus(Duration.ofHours(3L * i));
  }

  /// The acts of all cases, cut so that most cases are counted in several folds.
  private static List<List<String>> portions(List<UUID> reports) {
    var lives = new Lives(7);
    var random = new Random(11);
    var portions = new ArrayList<List<String>>();
    for (int i = 0; i < PORTIONS; i++) {
      portions.add(new ArrayList<>());
    }
    for (int i = 0; i < reports.size(); i++) {
      int portion = 0;
      var acts =
          i % 29 == 2
              ? List.of(link(reports.get(i), reports.get(i - 1), at(i)))
              : i % 3 != 0 && i % 17 == 1
                  ? List.of(archive(reports.get(i), at(i)))
                  : lives.acts(reports.get(i), at(i), "e0101-1");
      for (var act : acts) {
        portion = Math.min(PORTIONS - 1, portion + (random.nextInt(3) == 0 ? 1 : 0));
        portions.get(portion).add(act);
      }
    }
    return portions;
  }

  private static String archive(UUID id, Instant at) {
    return """
    {"reportId": "%s", "action": "ARCHIVE", "at": "%s", "actor": "leader", "role": "SHIFT_LEADER"}
    """
        .formatted(id, at.plusSeconds(600));
  }

  /// Some are refused: a case that is over is no master.
  private static String link(UUID id, UUID master, Instant at) {
    return """
    {"reportId": "%s", "action": "LINK", "at": "%s", "actor": "acceptor", "role": "ACCEPTOR", \
    "masterReportId": "%s"}
    """
        .formatted(id, at.plusSeconds(300), master);
  }

  /// Names of measures that are nowhere above zero: the mass must have cases of each.
  private List<String> measuresMissing() {
    return jdbc.sql(
            """
            select m.key
            from (select to_jsonb(f) - '{span,starts,kind,key,exempt}'::text[] as figures from dispatch.figure f) f
            cross join lateral jsonb_each_text(f.figures) m
            group by m.key
            having max(m.value::integer) <= 0
            """)
        .query(String.class)
        .list();
  }
}
