package org.citygrid.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Dashboards over millions of synthetic cases, against the plain GROUP BY over history and cases;
/// how long the history takes to fold, whether all figures equal the recount, and how soon an act
/// is counted.
final class StatsBench implements Benchmark {
  private static final int QUESTIONS = 40;
  private static final int REPORTS = 12;
  private static final Duration PATIENCE = Duration.ofHours(3);

  private final Rig rig;
  private final JsonMapper json = JsonMapper.shared();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";

  StatsBench(Rig rig) {
    this.rig = rig;
  }

  /// @param path what a page asks for
  /// @param bare the same counts without any figures kept
  private record Dashboard(String words, String path, String bare) {}

  @Override
  public void run(Ledger ledger) throws Exception {
    rig.door();
    long cases = rig.wish().cases();
    new Behind(rig).none(); // what others have measured with would have numbers of the same days
    try (var connection = rig.connect()) {
      CaseMass.load(connection, cases);
    }
    fold(ledger, cases);
    signIn();
    for (Dashboard dashboard : dashboards()) {
      measure(ledger, dashboard, cases);
    }
    staleness(ledger, cases);
    equality(ledger, cases);
  }

  /// Everything is folded anew, as after bringing in a town's past.
  private void fold(Ledger ledger, long cases) throws Exception {
    long moves;
    try (var connection = rig.connect()) {
      connection.setAutoCommit(false);
      Rig.execute(connection, "select seen from dispatch.figure_fold for update");
      Rig.execute(connection, "truncate dispatch.figure, dispatch.figure_spot");
      Rig.execute(connection, "update dispatch.figure_fold set seen = '3:3:'");
      moves = Rig.number(connection, "select count(*) from dispatch.case_move");
      connection.commit();
    }
    Instant began = Instant.now();
    while (waiting() > 0) {
      if (Instant.now().isAfter(began.plus(PATIENCE))) {
        throw new NotMeasured("the history was not folded within " + PATIENCE);
      }
      Thread.sleep(200);
    }
    double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
    try (var connection = rig.connect()) {
      Rig.execute(connection, "vacuum analyze dispatch.figure");
    }
    rig.checkpoint();
    ledger.enter(
        Finding.alone(
            "stats",
            "folding %,d moves of %,d cases anew".formatted(moves, cases),
            Series.of(moves / seconds),
            "moves/s",
            null));
  }

  /// Moves that the figures have not seen yet; at most one is looked for.
  private long waiting() throws SQLException {
    try (var connection = rig.connect()) {
      return Rig.number(
          connection,
          """
          select count(*) from (
            select from dispatch.case_move m, dispatch.figure_fold f
            where m.xact >= pg_snapshot_xmin(f.seen::pg_snapshot)
              and not pg_visible_in_snapshot(m.xact, f.seen::pg_snapshot)
            limit 1) w
          """);
    }
  }

  private void measure(Ledger ledger, Dashboard dashboard, long cases) throws Exception {
    List<Double> p95 = new ArrayList<>();
    double first = ask(dashboard.path());
    rig.awaitQuiet();
    Comparison comparison =
        Comparison.inTurns(
            rig.wish().pairs(),
            () -> {
              List<Double> millis = new ArrayList<>();
              for (int i = 0; i < QUESTIONS; i++) {
                millis.add(ask(dashboard.path()));
              }
              p95.add(new Series(millis).quantile(0.95));
              return 1000 / new Series(millis).median();
            },
            () -> 1 / bare(dashboard.bare()));
    ledger.enter(
        Finding.alone(
            "stats",
            "%s, %,d cases, the first look".formatted(dashboard.words(), cases),
            Series.of(first),
            "ms",
            null));
    ledger.enter(
        Finding.alone(
            "stats",
            "%s, %,d cases, p95 over HTTP".formatted(dashboard.words(), cases),
            new Series(p95.subList(1, p95.size())),
            "ms",
            Finding.Target.atMost(100)));
    ledger.enter(
        Finding.compared(
            "stats",
            "%s, %,d cases".formatted(dashboard.words(), cases),
            "answers/s",
            "plain GROUP BY",
            comparison,
            Finding.Target.atLeast(100)));
  }

  /// Seconds.
  private double bare(String sql) throws SQLException {
    try (var connection = rig.connect();
        var statement = connection.createStatement()) {
      long began = System.nanoTime();
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          rows.getString(1);
        }
      }
      return (System.nanoTime() - began) / 1e9;
    }
  }

  /// From sending a report to its being counted: intake, the broker, the case and the fold.
  private void staleness(Ledger ledger, long cases) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      long before = reportedToday();
      long began = System.nanoTime();
      post(
          "/api/reports",
          """
          {"kind": "event", "classCode": "0101", "description": "synthetic, for measuring",
           "location": {"lon": 113.1, "lat": 23.1}}
          """);
      while (reportedToday() == before) {
        Thread.sleep(10);
      }
      seconds.add((System.nanoTime() - began) / 1e9);
    }
    ledger.enter(
        Finding.alone(
            "stats",
            "report sent until counted, %,d cases, the slowest of %d".formatted(cases, REPORTS),
            Series.of(new Series(seconds).greatest()),
            "s",
            Finding.Target.atMost(5)));
  }

  private long reportedToday() throws Exception {
    return get("/api/stats/today").path("reported").asLong();
  }

  private void equality(Ledger ledger, long cases) throws Exception {
    JsonNode proof = post("/api/evaluation/recount", "");
    ledger.enter(
        Finding.alone(
            "stats",
            "figures that differ from the recount, of %,d, %,d cases"
                .formatted(proof.path("figures").asLong(), cases),
            Series.of(proof.path("differences").size()),
            "figures",
            Finding.Target.atMost(0)));
  }

  /// Each asks for the last whole year or month, or for the year until today.
  private static List<Dashboard> dashboards() {
    LocalDate today = LocalDate.now();
    LocalDate yearAgo = today.minusYears(1).plusDays(1);
    String range = "&from=" + yearAgo + "&to=" + today;
    YearMonth month = YearMonth.from(today).minusMonths(1);
    return List.of(
        new Dashboard(
            "the town, a year by days",
            "/api/stats/throughput?from=" + yearAgo + "&to=" + today,
            grouped("date_trunc('month', m.moved_at at time zone 'Asia/Shanghai')::text", yearAgo)),
        new Dashboard(
            "departments of a year",
            "/api/evaluation?of=department" + range,
            grouped("c.unit_code", yearAgo)),
        new Dashboard(
            "the first hundred of all unit grids of a year",
            "/api/evaluation?of=cell&limit=100" + range,
            grouped("c.cell_code", yearAgo)),
        new Dashboard(
            "recurrence in all unit grids of a year, for the map",
            "/api/evaluation/shades?of=cell&by=recurrence" + range,
            grouped("c.cell_code", yearAgo)),
        new Dashboard(
            "collectors of a month",
            "/api/evaluation?of=collector&period=" + month,
            grouped("m.actor", month.atDay(1))),
        new Dashboard(
            "throughput by class of a year",
            "/api/stats/throughput?by=class" + range,
            grouped("c.kind || c.class_code", yearAgo)));
  }

  private static String grouped(String key, LocalDate from) {
    return """
    select %s,
      count(*) filter (where m.action in ('REPORT', 'REGISTER')) as reported,
      count(*) filter (where m.action = 'FILE') as filed,
      count(*) filter (where m.action = 'HAND_IN') as handled,
      count(*) filter (where m.action = 'HAND_IN' and not m.late) as on_time,
      count(*) filter (where m.action = 'CLOSE') as closed,
      count(*) filter (where m.action = 'GRANT_RETURN') as returned,
      count(*) filter (where m.action = 'CHECK_FAIL') as rework
    from dispatch.case_move m
    join dispatch.city_case c on c.id = m.case_id
    where m.moved_at >= '%s' and m.moved_at < '%s'
    group by 1
    """
        .formatted(
            key, from, key.equals("m.actor") ? from.plusMonths(1) : LocalDate.now().plusDays(1));
  }

  private void signIn() throws Exception {
    token =
        post(
                "/api/tokens",
                json.createObjectNode()
                    .put("username", "admin")
                    .put("password", App.PASSWORD)
                    .toString())
            .path("token")
            .asString();
  }

  /// Milliseconds until the whole answer is there.
  private double ask(String path) throws Exception {
    long began = System.nanoTime();
    var answer = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    double millis = (System.nanoTime() - began) / 1e6;
    if (answer.statusCode() != 200) {
      throw new NotMeasured(path + " was answered " + answer.statusCode());
    }
    return millis;
  }

  private JsonNode get(String path) throws Exception {
    return json.readTree(http.send(request(path).GET().build(), BodyHandlers.ofString()).body());
  }

  private JsonNode post(String path, String body) throws Exception {
    var answer =
        http.send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new NotMeasured(path + " was answered " + answer.statusCode() + answer.body());
    }
    return json.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(base().resolve(path)).timeout(PATIENCE);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private URI base() throws IOException, InterruptedException {
    return rig.app(Map.of()).base();
  }
}
