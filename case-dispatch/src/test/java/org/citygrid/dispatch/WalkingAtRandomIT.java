package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.citygrid.dispatch.TownModel.Clock;
import org.citygrid.dispatch.TownModel.Done;
import org.citygrid.dispatch.TownModel.Gift;
import org.citygrid.dispatch.TownModel.Refused;
import org.citygrid.dispatch.TownModel.Who;
import org.citygrid.dispatch.Wandering.Choice;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.message.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// Many cases are led at random, by everybody, well and badly, through the running service; after
/// each step the case must stand where [TownModel] says. At the end whatever is still open is
/// brought to an end by people who mean well.
///
/// `-Dwalks=5000` walks more, `-Dseed=7` the same way again.
@RunningDispatch
class WalkingAtRandomIT {
  private static final int WALKS = Integer.getInteger("walks", 300);
  private static final long SEED = Long.getLong("seed", System.nanoTime() % 1_000_000);
  private static final int AT_ONCE = 12;
  private static final int STEPS = 16;
  private static final int ENOUGH_TO_END = 30;
  private static final Set<Action> BY_COLLECTORS =
      Set.of(Action.VERIFY_TRUE, Action.VERIFY_FALSE, Action.CHECK_PASS, Action.CHECK_FAIL);

  /// What nobody can have meant, whatever the state: an action and a member.
  private static final List<List<String>> NONSENSE =
      List.of(
          List.of("JUMP", "\"opinion\": \"x\""),
          List.of("DISPATCH", "\"unitCode\": \"nowhere\""),
          List.of("FILE", "\"conditionId\": \"of-no-catalogue\""),
          List.of("LINK", "\"masterNumber\": \"1999-01-01-0001\""),
          List.of("ASSIGN_WORK", "\"staff\": \"nobody\""),
          List.of("ASSIGN_WORK", "\"staff\": \"leader\""),
          List.of("ASK_SUSPENSION", "\"until\": \"some day\""));

  private static final String SENT = "collector01";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;

  private final Map<String, Caller> callers = new HashMap<>();
  private Desk desk;
  private String master;
  private String unfit;
  private String condition;

  @BeforeEach
  void people() {
    desk = new Desk(port, jdbc, kafka);
    callers.put("acceptor", desk.acceptor);
    callers.put("leader", desk.leader);
    callers.put("dispatcher", desk.dispatcher);
    callers.put("unit-roads", desk.roads);
    callers.put("unit-parks", desk.parks);
    callers.put("mason", desk.mason);
    callers.put("admin", desk.admin);
    for (var name : List.of("gardener", "inspector", "evaluator", "collector01")) {
      callers.put(name, Caller.as(port, name));
    }
    master = desk.openCase();
    condition = desk.conditionOf(master);
    unfit = desk.openCase();
    Desk.ok(desk.acceptor.act(unfit, "REFUSE", "\"opinion\": \"x\""));
  }

  @Test
  void the_service_and_the_model_never_part_and_every_case_comes_to_an_end() throws Exception {
    System.out.printf("%d walks, seed %d%n", WALKS, SEED);
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < WALKS; i++) {
      ids.add(report(i));
    }
    var numbers = numbers(ids);
    var began = System.nanoTime();
    var walks = new ArrayList<Callable<Walk>>();
    for (int i = 0; i < WALKS; i++) {
      int n = i;
      walks.add(() -> new Walk(numbers.get(ids.get(n)), n % 7 == 6, SEED + n).go());
    }
    var walked = new ArrayList<Walk>();
    try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var one : people.invokeAll(walks)) {
        walked.add(result(one));
      }
    }
    assertThat(walked).allMatch(walk -> walk.model.state().isEnd());
    assertThat(walked).allMatch(walk -> walk.model.hops() <= TownModel.MOST_RETURNS);
    historiesHaveNoGap(ids);
    eachMoveWasToldOnce(ids);
    System.out.printf(
        "%d acts, %d of them refused, %d s%n",
        walked.stream().mapToInt(walk -> walk.acts).sum(),
        walked.stream().mapToInt(walk -> walk.refusals).sum(),
        Duration.ofNanos(System.nanoTime() - began).toSeconds());
  }

  private static Walk result(Future<Walk> one) throws InterruptedException, ExecutionException {
    try {
      return one.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof AssertionError apart) {
        throw apart;
      }
      throw failed;
    }
  }

  /// Every seventh was handled by the collector, every third comes from the public.
  private UUID report(int i) {
    var id = UUID.randomUUID();
    var text = Desk.report(id, 113 + Math.random(), 23 + Math.random());
    if (i % 7 == 6) {
      text = text.replace("\"pinned\": false", "\"pinned\": false, \"selfHandled\": true");
    } else if (i % 3 == 2) {
      text =
          text.replace(
                  "\"source\": \"collector\", \"reporter\": \"collector01\"",
                  "\"source\": \"public\"")
              .replace("\"channel\": \"field\"", "\"channel\": \"web\"");
    }
    desk.send(text);
    return id;
  }

  private Map<UUID, String> numbers(List<UUID> reports) {
    var numbers = new HashMap<UUID, String>();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          jdbc.sql("select report_id, number from dispatch.city_case where report_id = any (:ids)")
              .param("ids", reports.toArray(UUID[]::new))
              .query(row -> {
                numbers.put(row.getObject(1, UUID.class), row.getString(2));
              });
          return numbers.size() == reports.size();
        });
    return numbers;
  }

  private void historiesHaveNoGap(List<UUID> reports) {
    assertThat(
            jdbc.sql(
                    """
                    select c.number from dispatch.city_case c
                    join dispatch.case_move m on m.case_id = c.id
                    where c.report_id = any (:ids)
                    group by c.number, c.version
                    having count(*) <> c.version or min(m.seq) <> 1 or max(m.seq) <> c.version
                    """)
                .param("ids", reports.toArray(UUID[]::new))
                .query(String.class)
                .list())
        .isEmpty();
  }

  private void eachMoveWasToldOnce(List<UUID> reports) {
    var moves = new HashMap<String, Integer>();
    jdbc.sql(
            "select cast(id as text), version from dispatch.city_case where report_id = any (:ids)")
        .param("ids", reports.toArray(UUID[]::new))
        .query(row -> {
          moves.put(row.getString(1), row.getInt(2));
        });
    var told = new HashMap<String, Map<String, String>>();
    try (var consumer = consumer()) {
      consumer.subscribe(List.of(Topics.CASE_EVENTS));
      await()
          .atMost(PATIENCE)
          .until(() -> {
            consumer
                .poll(Duration.ofMillis(500))
                .forEach(record -> {
                  if (moves.containsKey(record.key())) {
                    var event = Caller.JSON.readTree(record.value());
                    told.computeIfAbsent(record.key(), _ -> new HashMap<>())
                        .put(event.path("eventId").stringValue(), event.path("seq").toString());
                  }
                });
            return moves.entrySet().stream()
                .allMatch(one ->
                    Set.copyOf(told.getOrDefault(one.getKey(), Map.of()).values()).size()
                        == one.getValue());
          });
      moves.forEach((id, count) -> assertThat(told.get(id)).as(id).hasSize(count));
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    var settings = new Properties();
    settings.put(
        "bootstrap.servers",
        kafka.getProducerFactory().getConfigurationProperties().get("bootstrap.servers"));
    settings.put("group.id", "walks-" + UUID.randomUUID());
    settings.put("auto.offset.reset", "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /// One case on its way.
  private final class Walk {
    private final String number;
    private final Random random;
    private final List<String> script = new ArrayList<>();
    private TownModel model;
    private int moves = 1;
    private int acts;
    private int refusals;

    Walk(String number, boolean selfHandled, long seed) {
      this.number = number;
      this.random = new Random(seed);
      this.model = selfHandled ? TownModel.selfHandled() : TownModel.reported();
    }

    Walk go() {
      compare();
      for (int i = 0; i < STEPS; i++) {
        stepAtRandom();
      }
      for (int i = 0; model.state().isOpen(); i++) {
        assertThat(i).as("steps to an end: %s", this).isLessThan(ENOUGH_TO_END);
        sensibly();
      }
      compare();
      return this;
    }

    private void stepAtRandom() {
      if (model.clock() == Clock.RUNNING && !model.overdue() && random.nextInt(12) == 0) {
        passDeadline();
      }
      if (random.nextInt(12) == 0) {
        nonsenseIsRefused();
      }
      take(Wandering.atRandom(model, random));
      if (random.nextInt(5) == 0) {
        offersAreRight(TownPeople.ALL.get(random.nextInt(3)));
      }
    }

    private void sensibly() {
      if (model.state() == State.SUSPENDED && random.nextInt(4) == 0) {
        theDateComes();
      } else {
        take(Wandering.towardsAnEnd(model));
      }
    }

    private void theDateComes() {
      jdbc.sql(
              "update dispatch.city_case set suspended_until = now() - interval '1 second' where number = :n")
          .param("n", number)
          .update();
      await().atMost(PATIENCE).until(() -> row().state().equals("HANDLING"));
      script.add("the date of resuming came");
      advance(
          ((Done) model.when(Action.RESUME, TownPeople.DISPATCHER, TownPeople.FOR_ROADS)).next());
    }

    private void take(Choice choice) {
      acts++;
      script.add(choice.toString());
      var who = choice.who();
      var answer = model.when(choice.action(), who, asServed(choice));
      if (BY_COLLECTORS.contains(choice.action()) && who.post() == Post.COLLECTOR) {
        if (answer instanceof Done(var next)) {
          find(choice.action());
          advance(next);
        }
        return;
      }
      var expected = statuses(who, answer);
      if (answer instanceof Done(var next) && expected.contains(200)) {
        var before = row();
        accepted(choice, next);
        advance(next);
        staleIsRefused(choice.gift(), before.version);
      } else {
        refusals++;
        assertServed(expected, unlessChased(version -> send(choice, version)));
        compare();
      }
    }

    private void accepted(Choice choice, TownModel next) {
      switch (random.nextInt(10)) {
        case 0 -> twoAtOnce(choice, next);
        case 1 -> twiceWithOneKey(choice);
        default -> assertServed(Set.of(200), unlessChased(version -> send(choice, version)));
      }
    }

    private void assertServed(Set<Integer> expected, Caller.Answer served) {
      assertThat(expected)
          .as("%s%nserved %s %s", this, served.status(), served.body())
          .contains(served.status());
    }

    private void advance(TownModel next) {
      model = next;
      moves++;
      compare();
    }

    /// The town's own chase may come between; whoever was overtaken by it looks and acts again.
    private Caller.Answer unlessChased(IntFunction<Caller.Answer> sending) {
      Row before;
      Caller.Answer served;
      do {
        before = row();
        served = sending.apply(before.version);
      } while (served.status() == 409 && row().chases > before.chases);
      return served;
    }

    /// The date that was asked for counts where the grant names none.
    private static Gift asServed(Choice choice) {
      var gift = choice.gift();
      return choice.action() == Action.GRANT_SUSPENSION && gift.until() == TownModel.Until.NOT_SAID
          ? gift.until(TownModel.Until.SOON)
          : gift;
    }

    /// 403 at the door for those who never act, 404 for what is not theirs to see.
    private Set<Integer> statuses(Who who, TownModel.Answer answer) {
      if (who.post() == null || who.post() == Post.COLLECTOR) {
        return Set.of(403);
      }
      var others = who.unit() != null && !who.unit().equals(model.unit());
      if (others || (who.post() == Post.WORKER && !who.name().equals(model.worker()))) {
        return Set.of(404);
      }
      return answer instanceof Refused no ? no.statuses() : Set.of(200);
    }

    /// One wins; the other is told where the case stands now, or sees it no more.
    private void twoAtOnce(Choice choice, TownModel next) {
      script.add("  two at once");
      Row before;
      List<Caller.Answer> answers;
      do {
        before = row();
        answers = both(choice, before.version);
      } while (answers.stream().allMatch(one -> one.status() == 409)
          && row().chases > before.chases);
      assertThat(answers)
          .as(toString())
          .extracting(Caller.Answer::status)
          .containsOnlyOnce(200)
          .isSubsetOf(200, 404, 409);
      for (var loser : answers) {
        if (loser.status() == 409) {
          assertThat(loser.json().path("version").intValue()).isGreaterThan(before.version);
          assertThat(loser.json().path("state").stringValue())
              .as(toString())
              .isEqualTo(next.state().name());
        }
      }
    }

    private List<Caller.Answer> both(Choice choice, int version) {
      try (var two = Executors.newVirtualThreadPerTaskExecutor()) {
        var first = two.submit(() -> send(choice, version));
        var second = two.submit(() -> send(choice, version));
        return List.of(first.get(), second.get());
      } catch (InterruptedException | ExecutionException failed) {
        throw new IllegalStateException(toString(), failed);
      }
    }

    /// The answer was lost, so the same is sent again: it is done once. A worker who has handed
    /// back sees the case no more.
    private void twiceWithOneKey(Choice choice) {
      script.add("  twice with one key");
      var key = UUID.randomUUID();
      var sent = new ArrayList<String>();
      var caller = callers.get(choice.who().name());
      var first =
          unlessChased(version -> {
            sent.add(String.join(", ", members(choice.gift(), version)));
            return caller.act(number, choice.action().name(), key, sent.getLast());
          });
      assertServed(Set.of(200), first);
      assertServed(
          Set.of(choice.action() == Action.HAND_BACK ? 404 : 200),
          caller.act(number, choice.action().name(), key, sent.getLast()));
    }

    private void nonsenseIsRefused() {
      var nonsense = Wandering.one(NONSENSE, random);
      script.add("nonsense: " + nonsense);
      var who = Wandering.one(List.of(desk.acceptor, desk.leader, desk.dispatcher), random);
      assertServed(Set.of(400), who.act(number, nonsense.getFirst(), nonsense.getLast()));
      compare();
    }

    private void staleIsRefused(Gift gift, int version) {
      if (random.nextInt(6) == 0) {
        var stale = new Choice(Action.SUPERVISE, TownPeople.LEADER, gift);
        assertThat(send(stale, version).status()).as("a stale version: %s", this).isEqualTo(409);
      }
    }

    private Caller.Answer send(Choice choice, int version) {
      return callers
          .get(choice.who().name())
          .act(
              number,
              choice.action().name(),
              members(choice.gift(), version).toArray(String[]::new));
    }

    private List<String> members(Gift gift, int version) {
      var more = new ArrayList<String>();
      more.add("\"version\": " + version);
      if (gift.opinion()) {
        more.add("\"opinion\": \"因为\"");
      }
      if (gift.unit() != null) {
        more.add("\"unitCode\": \"" + gift.unit() + "\"");
      }
      if (gift.condition()) {
        more.add("\"conditionId\": \"" + condition + "\"");
      }
      if (gift.staff() != null) {
        more.add("\"staff\": \"" + gift.staff() + "\"");
      }
      switch (gift.master()) {
        case NOT_SAID -> {}
        case FIT -> more.add("\"masterNumber\": \"" + master + "\"");
        case UNFIT -> more.add("\"masterNumber\": \"" + unfit + "\"");
      }
      var until =
          switch (gift.until()) {
            case NOT_SAID -> null;
            case PAST -> Instant.now().minus(1, ChronoUnit.DAYS);
            case SOON -> Instant.now().plus(2, ChronoUnit.DAYS);
            case TOO_FAR -> Instant.now().plus(400, ChronoUnit.DAYS);
          };
      if (until != null) {
        more.add("\"until\": \"" + until + "\"");
      }
      return more;
    }

    /// What the collector found, sent twice: the second time its task is over. The contrary may
    /// come before it, for a task that never was and from somebody who was not sent.
    private void find(Action action) {
      var task = row();
      if (random.nextInt(4) == 0) {
        script.add("  after stray results");
        var contrary = contrary(action);
        desk.sendResult(task.id, result(task.id, UUID.randomUUID().toString(), contrary, SENT));
        desk.sendResult(task.id, result(task.id, task.task, contrary, "collector02"));
      }
      var result = result(task.id, task.task, action, SENT);
      desk.sendResult(task.id, result);
      desk.sendResult(task.id, result);
      await().atMost(PATIENCE).until(() -> row().task == null);
    }

    private static String result(String id, @Nullable String task, Action action, String by) {
      return """
      {"resultId": "%s", "taskId": "%s", "caseId": "%s", "kind": "%s", "outcome": "%s",
       "collector": "%s", "at": "%s", "photoIds": []}
      """
          .formatted(
              UUID.randomUUID(),
              task,
              id,
              action.name().startsWith("VERIFY") ? "verify" : "check",
              switch (action) {
                case VERIFY_TRUE -> "true";
                case VERIFY_FALSE -> "false";
                case CHECK_PASS -> "pass";
                default -> "fail";
              },
              by,
              Instant.now());
    }

    private static Action contrary(Action action) {
      return switch (action) {
        case VERIFY_TRUE -> Action.VERIFY_FALSE;
        case VERIFY_FALSE -> Action.VERIFY_TRUE;
        case CHECK_PASS -> Action.CHECK_FAIL;
        default -> Action.CHECK_PASS;
      };
    }

    /// All of the limit is long used up, whatever is added to it. It counts as chased: the
    /// clockwork has a test of its own.
    private void passDeadline() {
      jdbc.sql(
              """
              update dispatch.city_case set
                clock_started_at = clock_started_at - interval '400 days',
                clock_running_since = clock_running_since - interval '400 days',
                warn_at = now() - interval '2 hours', due_at = now() - interval '1 hour',
                chased_at = now() - interval '1 hour'
              where number = :n and clock_running_since is not null
              """)
          .param("n", number)
          .update();
      model = model.overdue(true);
      script.add("the deadline passed");
    }

    private void offersAreRight(Who who) {
      var offered = new ArrayList<String>();
      callers
          .get(who.name())
          .get("/api/cases/" + number)
          .json()
          .path("actions")
          .forEach(one -> offered.add(one.path("action").stringValue()));
      for (var action : Action.values()) {
        var may = model.when(action, who, TownPeople.FOR_ROADS) instanceof Done;
        assertThat(offered.contains(action.name()))
            .as("%s offered to %s: %s", action, who.name(), this)
            .isEqualTo(may);
      }
    }

    private void compare() {
      var row = row();
      var stands =
          new Row(
              row.id,
              model.state().name(),
              moves + row.chases,
              model.request().name(),
              model.unit(),
              model.worker(),
              model.workDone(),
              model.extensions(),
              model.suspensions(),
              model.returns(),
              model.denied(),
              model.rejections(),
              model.reworks(),
              model.escalated(),
              model.appealed(),
              model.late(),
              row.task,
              row.chases);
      assertThat(row).as(toString()).isEqualTo(stands);
    }

    /// How the case stands.
    private Row row() {
      return jdbc.sql(
              """
              select cast(c.id as text), c.state, c.version, c.request, c.unit_code, c.staff, c.staff_done_at is not null, c.extensions, c.suspensions,
                c.returns, c.denied_returns, c.rejections, c.reworks, c.escalated, c.appealed, c.late,
                cast(c.task_id as text),
                (select count(*) from dispatch.case_move m
                 where m.case_id = c.id and m.action = 'SUPERVISE' and m.actor_role = 'SYSTEM')
              from dispatch.city_case c where c.number = :n
              """)
          .param("n", number)
          .query((row, _) ->
              new Row(
                  row.getString(1),
                  row.getString(2),
                  row.getInt(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getBoolean(7),
                  row.getInt(8),
                  row.getInt(9),
                  row.getInt(10),
                  row.getInt(11),
                  row.getInt(12),
                  row.getInt(13),
                  row.getBoolean(14),
                  row.getBoolean(15),
                  row.getBoolean(16),
                  row.getString(17),
                  row.getInt(18)))
          .single();
    }

    @Override
    public String toString() {
      return "case %s, seed %d:%n  %s%n  model %s"
          .formatted(number, SEED, String.join("\n  ", script), model);
    }
  }

  /// @param chases how often the town's own timer chased it: the moves that nobody here makes
  private record Row(
      String id,
      String state,
      int version,
      String request,
      @Nullable String unitCode,
      @Nullable String worker,
      boolean workDone,
      int extensions,
      int suspensions,
      int returns,
      int denied,
      int rejections,
      int reworks,
      boolean escalated,
      boolean appealed,
      boolean late,
      @Nullable String task,
      int chases) {}
}
