package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.citygrid.dispatch.TownModel.Clock;
import org.citygrid.dispatch.TownModel.Done;
import org.citygrid.dispatch.TownModel.Gift;
import org.citygrid.dispatch.TownModel.Refused;
import org.citygrid.dispatch.TownModel.Who;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Post;
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
  private static final int AT_ONCE = 8;
  private static final int STEPS = 16;
  private static final int ENOUGH_TO_END = 30;
  private static final Set<Action> BY_COLLECTORS =
      Set.of(Action.VERIFY_TRUE, Action.VERIFY_FALSE, Action.CHECK_PASS, Action.CHECK_FAIL);

  /// Taken seldom, or most walks would be over before they began.
  private static final Set<Action> ENDING =
      Set.of(Action.REFUSE, Action.LINK, Action.REFUSE_FILING, Action.ARCHIVE, Action.ASK_VOID);

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
        "%d acts, %d of them refused%n",
        walked.stream().mapToInt(walk -> walk.acts).sum(),
        walked.stream().mapToInt(walk -> walk.refusals).sum());
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
    var told = new HashMap<String, Set<String>>();
    try (var consumer = consumer()) {
      consumer.subscribe(List.of(Topics.CASE_EVENTS));
      await()
          .atMost(PATIENCE)
          .until(() -> {
            consumer
                .poll(Duration.ofMillis(500))
                .forEach(record -> {
                  if (moves.containsKey(record.key())) {
                    told.computeIfAbsent(record.key(), _ -> new HashSet<>())
                        .add(Caller.JSON.readTree(record.value()).path("seq").toString());
                  }
                });
            return moves.entrySet().stream()
                .allMatch(
                    one -> told.getOrDefault(one.getKey(), Set.of()).size() == one.getValue());
          });
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
      var likely = possible();
      if (likely.isEmpty() || random.nextInt(3) == 0) {
        var everybody = TownPeople.ALL;
        take(
            Action.values()[random.nextInt(Action.values().length)],
            everybody.get(random.nextInt(everybody.size())),
            TownPeople.GIFTS.get(random.nextInt(TownPeople.GIFTS.size())));
      } else {
        var one = likely.get(random.nextInt(likely.size()));
        take(one.action, one.who, one.gift);
      }
      if (random.nextInt(5) == 0) {
        offersAreRight(TownPeople.ALL.get(random.nextInt(3)));
      }
    }

    private record Choice(Action action, Who who, Gift gift) {}

    private List<Choice> possible() {
      var possible = new ArrayList<Choice>();
      for (var who : TownPeople.ALL) {
        for (var action : Action.values()) {
          var gift = random.nextBoolean() ? TownPeople.FOR_ROADS : TownPeople.FOR_PARKS;
          if (model.when(action, who, gift) instanceof Done
              && action != Action.SUPERVISE
              && (!ENDING.contains(action) || random.nextInt(8) == 0)) {
            possible.add(new Choice(action, who, gift));
          }
        }
      }
      return possible;
    }

    /// The way to an end that people who mean well take.
    private void sensibly() {
      var unit = "parks".equals(model.unit()) ? TownPeople.PARKS : TownPeople.ROADS;
      var all = "parks".equals(model.unit()) ? TownPeople.FOR_PARKS : TownPeople.FOR_ROADS;
      switch (model.state()) {
        case REPORTED -> take(Action.ACCEPT, TownPeople.ACCEPTOR, all);
        case VERIFYING -> take(Action.VERIFY_TRUE, TownPeople.COLLECTOR, all);
        case TO_FILE -> take(Action.FILE, TownPeople.LEADER, all);
        case TO_DISPATCH ->
            take(
                Action.DISPATCH,
                model.escalated() ? TownPeople.LEADER : TownPeople.DISPATCHER,
                all);
        case VOID_REVIEW -> take(Action.GRANT_VOID, TownPeople.LEADER, all);
        case HANDLING -> {
          if (model.worker() != null && !model.workDone()) {
            take(Action.WITHDRAW_WORK, unit, all);
          }
          take(Action.HAND_IN, unit, all);
        }
        case RETURN_REVIEW -> take(Action.DENY_RETURN, TownPeople.DISPATCHER, all);
        case SUSPENDED -> goOn();
        case TO_CHECK -> take(Action.SEND_CHECK, TownPeople.ACCEPTOR, all);
        case CHECKING -> take(Action.CHECK_PASS, TownPeople.COLLECTOR, all);
        case TO_CLOSE -> take(Action.CLOSE, TownPeople.LEADER, all);
        case SELF_REVIEW -> take(Action.ARCHIVE, TownPeople.LEADER, all);
        case NONE, CLOSED, REFUSED, LINKED, VOIDED -> throw new IllegalStateException(number);
      }
    }

    /// Some suspensions are ended by the dispatcher, some by their date.
    private void goOn() {
      if (random.nextInt(4) != 0) {
        take(Action.RESUME, TownPeople.DISPATCHER, TownPeople.FOR_ROADS);
        return;
      }
      jdbc.sql(
              "update dispatch.city_case set suspended_until = now() - interval '1 second' where number = :n")
          .param("n", number)
          .update();
      await().atMost(PATIENCE).until(() -> row().state().equals("HANDLING"));
      model =
          ((Done) model.when(Action.RESUME, TownPeople.DISPATCHER, TownPeople.FOR_ROADS)).next();
      script.add("the date of resuming came");
      compare();
    }

    private void take(Action action, Who who, Gift gift) {
      acts++;
      script.add(action + " by " + who.name() + " with " + gift);
      var answer = model.when(action, who, asServed(action, gift));
      if (BY_COLLECTORS.contains(action) && who.post() == Post.COLLECTOR) {
        if (answer instanceof Done(var next)) {
          find(action);
          model = next;
          compare();
        }
        return;
      }
      var before = row();
      var expected = statuses(who, answer);
      if (answer instanceof Done && expected.contains(200) && random.nextInt(10) == 0) {
        twoAtOnce(action, who, gift, before);
      } else {
        var served = send(action, who, gift, before.version);
        assertThat(expected)
            .as("%s%nserved %s %s", this, served.status(), served.body())
            .contains(served.status());
      }
      if (answer instanceof Done(var next) && expected.contains(200)) {
        model = next;
        staleIsRefused(gift, before.version);
      } else {
        refusals++;
        assertThat(row().version).as(toString()).isEqualTo(before.version);
      }
      compare();
    }

    /// The date that was asked for counts where the grant names none.
    private Gift asServed(Action action, Gift gift) {
      return action == Action.GRANT_SUSPENSION && gift.until() == TownModel.Until.NOT_SAID
          ? new Gift(
              gift.opinion(),
              gift.unit(),
              gift.condition(),
              TownModel.Until.SOON,
              gift.master(),
              gift.staff(),
              gift.staffUnit())
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

    private void twoAtOnce(Action action, Who who, Gift gift, Row before) {
      try (var two = Executors.newVirtualThreadPerTaskExecutor()) {
        var first = two.submit(() -> send(action, who, gift, before.version));
        var second = two.submit(() -> send(action, who, gift, before.version));
        var answers = List.of(first.get(), second.get());
        assertThat(answers).as(toString()).extracting(Caller.Answer::status).contains(200);
        var loser = answers.get(answers.get(0).status() == 200 ? 1 : 0);
        assertThat(loser.status()).as("%s%n%s", this, loser.body()).isIn(404, 409);
        if (loser.status() == 409) {
          assertThat(loser.json().path("version").intValue()).isGreaterThan(before.version);
          assertThat(loser.json().path("state").isString()).isTrue();
        }
      } catch (InterruptedException | ExecutionException failed) {
        throw new IllegalStateException(toString(), failed);
      }
    }

    private void staleIsRefused(Gift gift, int version) {
      if (random.nextInt(6) == 0) {
        assertThat(send(Action.SUPERVISE, TownPeople.LEADER, gift, version).status())
            .as("a stale version: %s", this)
            .isEqualTo(409);
      }
    }

    private Caller.Answer send(Action action, Who who, Gift gift, int version) {
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
      return callers.get(who.name()).act(number, action.name(), more.toArray(String[]::new));
    }

    /// What the collector found, sent twice: the second time its task is over.
    private void find(Action action) {
      var before = row();
      var kind = action.name().startsWith("VERIFY") ? "verify" : "check";
      var outcome =
          switch (action) {
            case VERIFY_TRUE -> "true";
            case VERIFY_FALSE -> "false";
            case CHECK_PASS -> "pass";
            default -> "fail";
          };
      var result =
          """
          {"resultId": "%s", "taskId": "%s", "caseId": "%s", "kind": "%s", "outcome": "%s",
           "collector": "collector01", "at": "%s", "photoIds": []}
          """
              .formatted(UUID.randomUUID(), before.task, before.id, kind, outcome, Instant.now());
      desk.sendResult(before.id, result);
      desk.sendResult(before.id, result);
      await().atMost(PATIENCE).until(() -> row().task == null);
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
              row.version,
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
              row.task);
      assertThat(row).as(toString()).isEqualTo(stands);
    }

    /// How the case stands.
    private Row row() {
      return jdbc.sql(
              """
              select cast(c.id as text), c.state, c.version, c.request, c.unit_code, c.staff, c.staff_done_at is not null, c.extensions, c.suspensions,
                c.returns, c.denied_returns, c.rejections, c.reworks, c.escalated, c.appealed, c.late,
                cast(c.task_id as text)
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
                  row.getString(17)))
          .single();
    }

    @Override
    public String toString() {
      return "case %s, seed %d:%n  %s%n  model %s"
          .formatted(number, SEED, String.join("\n  ", script), model);
    }
  }

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
      @Nullable String task) {}
}
