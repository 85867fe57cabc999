package org.citygrid.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.citygrid.bench.Door.Person;
import org.citygrid.data.Catalogues;
import org.citygrid.data.town.Unit;
import tools.jackson.databind.json.JsonMapper;

/// How many acts a second people can do to cases over HTTP, each with its checks, its history row
/// and its event; and that of two who act on one case at once exactly one wins.
final class WorkflowBench implements Benchmark {
  private static final int CASES = 400;
  private static final int RACES = 100;
  private static final int SECONDS = 6;
  private static final int GRIDS = 6;
  private static final String ACCEPTOR = "bench-acceptor";
  private static final String SECOND_ACCEPTOR = "bench-acceptor2";
  private static final String LEADER = "bench-leader";
  private static final String DISPATCHER = "bench-dispatcher";
  private static final String DEPARTMENT = "bench-department";
  private static final String UNIT = Unit.ENFORCEMENT;
  private static final String CLASS = "0410";

  /// The commonest condition of the class.
  private static final String CONDITION = condition();

  private final JsonMapper json = JsonMapper.shared();
  private final Rig rig;
  private final Map<String, String> tokens = new HashMap<>();
  private int runs;

  WorkflowBench(Rig rig) {
    this.rig = rig;
  }

  /// What somebody does to a case.
  ///
  /// @param more fields of the act as JSON, each with a comma in front
  private record Step(String who, String action, String more) {}

  private static final List<Step> TO_THE_CHECK =
      List.of(
          new Step(ACCEPTOR, "ACCEPT", ""),
          new Step(LEADER, "FILE", ",\"conditionId\":\"" + CONDITION + "\""),
          new Step(DISPATCHER, "DISPATCH", ",\"unitCode\":\"" + UNIT + "\""),
          new Step(DEPARTMENT, "HAND_IN", ",\"opinion\":\"已处置\""),
          new Step(ACCEPTOR, "SEND_CHECK", ""));

  private static final List<Step> BRANCHES =
      List.of(
          new Step(ACCEPTOR, "ACCEPT", ""),
          new Step(LEADER, "RETURN_TO_ACCEPTOR", ",\"opinion\":\"请补充\""),
          new Step(ACCEPTOR, "ACCEPT", ""),
          new Step(LEADER, "FILE", ",\"conditionId\":\"" + CONDITION + "\""),
          new Step(DISPATCHER, "DISPATCH", ",\"unitCode\":\"" + UNIT + "\""),
          new Step(DEPARTMENT, "ASK_RETURN", ",\"opinion\":\"不归我处\""),
          new Step(DISPATCHER, "DENY_RETURN", ",\"opinion\":\"归你处\""),
          new Step(DEPARTMENT, "ASK_EXTENSION", ",\"opinion\":\"需备料\""),
          new Step(DISPATCHER, "GRANT_EXTENSION", ""),
          new Step(LEADER, "SUPERVISE", ",\"opinion\":\"请抓紧\""),
          new Step(DEPARTMENT, "HAND_IN", ",\"opinion\":\"已处置\""),
          new Step(DISPATCHER, "REJECT_RESULT", ",\"opinion\":\"照片不清\""),
          new Step(DEPARTMENT, "HAND_IN", ",\"opinion\":\"已处置\""));

  private static String condition() {
    return Catalogues.rows(Catalogues.HANDLING_LIMITS).stream()
        .filter(row -> Catalogues.CURRENT_EDITION.equals(row.get("edition")))
        .filter(row -> "event".equals(row.get("kind")) && CLASS.equals(row.get("class_code")))
        .map(row -> Objects.requireNonNull(row.get("id")))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void run(Ledger ledger) throws Exception {
    rig.load();
    Door door = rig.door();
    employ(door);
    Crowd crowd = new Crowd(rig.app(Map.of()).port());
    BareActs bare = new BareActs(rig);
    Path script = bare.script();
    try (Feed feed = new Feed(rig)) {
      Reports reports = new Reports(rig, IntakeBench.TOWN);
      for (int warm = 0; warm < 3; warm++) {
        crowd.all(CASES, branchy(newCases(feed, reports, CASES)));
      }
      enter(
          ledger,
          "a branchy path, 13 acts a case, 16 people",
          Comparison.inTurns(
              rig.wish().pairs(),
              () -> {
                List<String> cases = newCases(feed, reports, CASES);
                return CASES * BRANCHES.size() / crowd.all(CASES, branchy(cases));
              },
              () -> rig.pgBench().transactions(script, Crowd.SENDERS, SECONDS)));
      enter(
          ledger,
          "the straight path, 6 acts a case, 16 people",
          Comparison.inTurns(
              rig.wish().pairs(),
              () -> straight(feed, crowd, newCases(feed, reports, CASES)),
              () -> rig.pgBench().transactions(script, Crowd.SENDERS, SECONDS)));
      ledger.enter(
          Finding.alone(
              "workflow",
              "two act on one case at once: one done, one told 409",
              Series.of(races(newCases(feed, reports, RACES))),
              "of %d".formatted(RACES),
              Finding.Target.atLeast(RACES)));
    }
  }

  private static void enter(Ledger ledger, String what, Comparison comparison) throws Exception {
    ledger.enter(
        Finding.compared(
            "workflow",
            what,
            "acts/s",
            "pgbench, update and two inserts a commit, 16 clients",
            comparison,
            null));
  }

  private void employ(Door door) throws Exception {
    List<Person> people = new ArrayList<>();
    people.add(new Person(ACCEPTOR, "ACCEPTOR", null));
    people.add(new Person(SECOND_ACCEPTOR, "ACCEPTOR", null));
    people.add(new Person(LEADER, "SHIFT_LEADER", null));
    people.add(new Person(DISPATCHER, "DISPATCHER", null));
    people.add(new Person(DEPARTMENT, "DEPARTMENT", UNIT));
    for (String collector : collectors().values()) {
      people.add(new Person(collector, "COLLECTOR", null));
    }
    door.employ(people, IntakeBench.TOWN);
    for (Person person : people) {
      tokens.put(person.userName(), door.tokenOf(person.userName()));
    }
  }

  /// Who walks the first few duty grids.
  private Map<String, String> collectors() throws SQLException {
    Map<String, String> found = new HashMap<>();
    try (var connection = rig.connect();
        var statement =
            connection.prepareStatement(
                """
                select duty_grid_code, user_name from grid.duty
                where starts_with(duty_grid_code, ?) and to_at is null and not stand_in
                order by duty_grid_code limit ?
                """)) {
      statement.setString(1, IntakeBench.TOWN);
      statement.setInt(2, GRIDS);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return found;
  }

  /// @return their numbers
  private List<String> newCases(Feed feed, Reports reports, int count) throws Exception {
    String run = "ACTS" + ++runs + "-";
    var grids = collectors().keySet();
    var spots = reports.spots().stream().filter(spot -> grids.contains(spot.dutyGrid())).toList();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<Reports.Told> told = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      var spot = spots.get(n * 31 % spots.size());
      told.add(reports.told(spot, reports.about(CLASS, spot.lon(), spot.lat()), run + n, now));
    }
    feed.pour(told);
    List<String> numbers = new ArrayList<>();
    try (var connection = rig.connect();
        var statement =
            connection.prepareStatement(
                "select number from dispatch.city_case where starts_with(receipt, ?) order by number")) {
      statement.setString(1, run);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getString(1));
        }
      }
    }
    rig.checkpoint();
    return numbers;
  }

  private Crowd.Sending branchy(List<String> cases) {
    return (wire, n) -> walk(wire, cases.get((int) n), BRANCHES);
  }

  /// Until it is closed. What collectors answer in between goes over Kafka and is not timed.
  private double straight(Feed feed, Crowd crowd, List<String> cases) throws Exception {
    double seconds =
        crowd.all(cases.size(), (wire, n) -> walk(wire, cases.get((int) n), TO_THE_CHECK));
    feed.awaitRest();
    List<Task> tasks = tasks(cases);
    crowd.all(tasks.size(), (wire, n) -> pass(wire, tasks.get((int) n)));
    feed.awaitRest();
    List<Step> end = List.of(new Step(LEADER, "CLOSE", ""));
    seconds += crowd.all(cases.size(), (wire, n) -> walk(wire, cases.get((int) n), end));
    return cases.size() * (TO_THE_CHECK.size() + 1) / seconds;
  }

  private record Task(String id, String collector) {}

  private List<Task> tasks(List<String> cases) throws SQLException {
    List<Task> tasks = new ArrayList<>();
    try (var connection = rig.connect();
        var statement =
            connection.prepareStatement(
                "select task_id, collector from intake.field_task where case_number = any (?) and state = 'open'")) {
      statement.setArray(1, connection.createArrayOf("text", cases.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          tasks.add(new Task(rows.getString(1), rows.getString(2)));
        }
      }
    }
    if (tasks.size() != cases.size()) {
      throw new NotMeasured("%d of %d checks were sent".formatted(tasks.size(), cases.size()));
    }
    return tasks;
  }

  private void pass(Wire wire, Task task) throws Exception {
    wire.post(
            "/api/tasks/" + task.id() + "/result",
            token(task.collector()),
            "Content-Type: application/json\r\nIdempotency-Key: %s\r\n"
                .formatted(UUID.randomUUID()),
            "{\"outcome\":\"pass\"}".getBytes(UTF_8))
        .orThrow("a check");
  }

  private void walk(Wire wire, String number, List<Step> steps) throws Exception {
    for (Step step : steps) {
      act(wire, number, step).orThrow(step.action() + " of " + number);
    }
  }

  private Wire.Answer act(Wire wire, String number, Step step) throws Exception {
    return wire.post(
        "/api/cases/" + number + "/acts",
        token(step.who()),
        "Content-Type: application/json\r\n",
        ("{\"action\":\"" + step.action() + "\"" + step.more() + "}").getBytes(UTF_8));
  }

  private String token(String who) {
    return Objects.requireNonNull(tokens.get(who), who);
  }

  /// Both saw the case new, and accept it in the same moment.
  ///
  /// @return how often one was done and one refused
  private double races(List<String> cases) throws Exception {
    int fair = 0;
    var start = new CyclicBarrier(2);
    int port = rig.app(Map.of()).port();
    try (Wire one = new Wire(port, false);
        Wire other = new Wire(port, false);
        var threads = Executors.newFixedThreadPool(2)) {
      for (String number : cases) {
        var first = threads.submit(() -> race(one, number, ACCEPTOR, start));
        var second = threads.submit(() -> race(other, number, SECOND_ACCEPTOR, start));
        fair += first.get() + second.get() == 200 + 409 ? 1 : 0;
      }
    }
    return fair;
  }

  private int race(Wire wire, String number, String who, CyclicBarrier start) throws Exception {
    start.await();
    Wire.Answer answer = act(wire, number, new Step(who, "ACCEPT", ",\"version\":1"));
    if (answer.status() == 409) {
      String state = json.readTree(answer.body()).path("state").asString("");
      return state.equals("REPORTED") ? 0 : 409;
    }
    return answer.status();
  }

  /// What an act writes, bare: one case's row changed, a row of history and a message added.
  private static final class BareActs {
    private static final int ROWS = 20_000;

    private final Rig rig;

    BareActs(Rig rig) {
      this.rig = rig;
    }

    Path script() throws Exception {
      try (var connection = rig.connect()) {
        for (String statement : TABLES.formatted(ROWS).split(";\n")) {
          Rig.execute(connection, statement);
        }
      }
      Path file = rig.folder().resolve("act.pgbench");
      Files.writeString(file, "\\set n random(1, " + ROWS + ")\n" + ACT);
      return file;
    }

    private static final String TABLES =
        """
        drop schema if exists bare_acts cascade;
        create schema bare_acts;
        create table bare_acts.city_case (like dispatch.city_case including all);
        create table bare_acts.case_move (like dispatch.case_move including all);
        create table bare_acts.outbox (like platform.outbox including all);
        create sequence bare_acts.moved;
        insert into bare_acts.city_case (
          id, number, town_code, report_id, receipt, kind, class_code, description, lon, lat, division_code, source, channel,
          observed_at, reported_at, state, version, moved_at)
        select cast('00000000-0000-7000-8000-' || lpad(n::text, 12, '0') as uuid), n::text, '990001001', gen_random_uuid(),
          n::text, 'event', '0410', '合成 (synthetic)', 113 + n / 1e5, 23, '990001001001', 'public', 'web', now(), now(),
          'REPORTED', 1, now()
        from generate_series(1, %d) n
        """;

    private static final String ACT =
        """
        begin;
        update bare_acts.city_case set state = 'HANDLING', version = version + 1, moved_at = now(), due_at = now(), unit_code = 'enforcement' where id = cast('00000000-0000-7000-8000-' || lpad(cast(:n as text), 12, '0') as uuid);
        insert into bare_acts.case_move (case_id, seq, action, from_state, to_state, actor, actor_role, moved_at, recorded_at, seconds_used, facts) values (cast('00000000-0000-7000-8000-' || lpad(cast(:n as text), 12, '0') as uuid), nextval('bare_acts.moved'), 'DISPATCH', 'TO_DISPATCH', 'HANDLING', 'bench', 'DISPATCHER', now(), now(), 60, '{}');
        insert into bare_acts.outbox (event_id, topic, key, type, happened_at, payload) values (gen_random_uuid(), 'cases', 'bench', 'org.citygrid.case.moved.v1', now(), repeat('x', 900));
        commit;
        """;
  }
}
