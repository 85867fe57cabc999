package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.citygrid.dispatch.TownModel.Answer;
import org.citygrid.dispatch.TownModel.Clock;
import org.citygrid.dispatch.TownModel.Done;
import org.citygrid.dispatch.TownModel.Gift;
import org.citygrid.dispatch.TownModel.Refused;
import org.citygrid.dispatch.TownModel.Until;
import org.citygrid.dispatch.TownModel.Who;
import org.citygrid.dispatch.Wandering.Choice;
import org.citygrid.dispatch.casefile.Act;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.dispatch.casefile.Clerk;
import org.citygrid.dispatch.casefile.Journal;
import org.citygrid.dispatch.casefile.Standing;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Outcome;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/// The walks of [WalkingAtRandomIT] by the thousand: the service's own clerk with its catalogue and
/// its calendar, but on cases in hand that are never stored. Time is given, so days pass in no
/// time: deadlines and dates of resuming come by themselves.
///
/// `-Dseed=7` the same way again.
@RunningDispatch
class WalkingInHandIT {
  private static final int WALKS = 5_000;
  private static final long SEED = Long.getLong("seed", System.nanoTime() % 1_000_000);
  private static final int STEPS = 24;
  private static final int ENOUGH_TO_END = 30;
  private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired KafkaTemplate<String, byte[]> kafka;
  @Autowired Clerk clerk;
  @Autowired CaseStore store;

  private CaseFile one;
  private CaseFile master;
  private CaseFile unfit;
  private String condition;

  @BeforeEach
  void cases() {
    var desk = new Desk(port, jdbc, kafka);
    var number = desk.openCase();
    condition = desk.conditionOf(number);
    one = file(number);
    master = file(desk.openCase());
    var refused = desk.openCase();
    Desk.ok(desk.acceptor.act(refused, "REFUSE", "\"opinion\": \"x\""));
    unfit = file(refused);
  }

  private CaseFile file(String number) {
    return store.findByNumber(number, OneGridTown.COMMUNITY).orElseThrow();
  }

  @Test
  void thousands_of_walks_never_part_from_the_model_and_come_to_an_end() {
    System.out.printf("%d walks in hand, seed %d%n", WALKS, SEED);

    var walks = IntStream.range(0, WALKS).mapToObj(n -> new Walk(n).go()).toList();

    assertThat(walks).allMatch(walk -> walk.model.state().isEnd());
    assertThat(walks).allMatch(walk -> walk.model.hops() <= TownModel.MOST_RETURNS);
    assertThat(seen(walks)).containsAll(State.all());
    assertThat(taken(walks)).containsExactlyInAnyOrderElementsOf(all());
    System.out.printf(
        "%d acts, %d of them refused%n",
        walks.stream().mapToInt(walk -> walk.acts).sum(),
        walks.stream().mapToInt(walk -> walk.refusals).sum());
  }

  private static Set<State> seen(List<Walk> walks) {
    var seen = EnumSet.noneOf(State.class);
    walks.forEach(walk -> seen.addAll(walk.seen));
    return seen;
  }

  private static Set<Action> taken(List<Walk> walks) {
    var taken = EnumSet.noneOf(Action.class);
    walks.forEach(walk -> taken.addAll(walk.taken));
    return taken;
  }

  /// All but those that open cases, and what only towns know that have failed checks confirmed.
  private static Set<Action> all() {
    return EnumSet.complementOf(
        EnumSet.of(Action.REPORT, Action.REGISTER, Action.SELF_HANDLE, Action.CONFIRM_REWORK));
  }

  /// One case on its way.
  private final class Walk {
    private final int n;
    private final Random random;
    private final CaseFile file = new CaseFile(one.origin(), new Standing());
    private final List<String> script = new ArrayList<>();
    private final Set<State> seen = EnumSet.noneOf(State.class);
    private final Set<Action> taken = EnumSet.noneOf(Action.class);
    private TownModel model;
    private Instant now = MORNING;
    private @Nullable Instant asked;
    private int version = 1;
    private int acts;
    private int refusals;

    /// Every seventh was handled by the collector.
    Walk(int n) {
      var selfHandled = n % 7 == 6;
      this.n = n;
      this.random = new Random(SEED + n);
      this.model = selfHandled ? TownModel.selfHandled() : TownModel.reported();
      var opening = selfHandled ? Action.SELF_HANDLE : Action.REPORT;
      clerk.take(file, Act.plain(opening, doer(TownPeople.COLLECTOR), now), new Journal());
    }

    Walk go() {
      compare();
      for (int i = 0; i < STEPS; i++) {
        passTime();
        if (random.nextInt(8) == 0) {
          bySystem();
        } else {
          take(Wandering.atRandom(model, random));
        }
      }
      for (int i = 0; model.state().isOpen(); i++) {
        assertThat(i).as("steps to an end: %s", this).isLessThan(ENOUGH_TO_END);
        passTime();
        take(Wandering.towardsAnEnd(model));
      }
      return this;
    }

    /// Mostly minutes, now and then days.
    private void passTime() {
      var pause =
          random.nextInt(8) == 0
              ? Duration.ofHours(random.nextInt(96))
              : Duration.ofMinutes(random.nextInt(60));
      now = now.plus(pause);
      var due = file.standing().dueAt;
      if (model.clock() == Clock.RUNNING) {
        model = model.overdue(due != null && now.isAfter(due));
      }
    }

    /// What timers do: chase whatever is open, send on what is filed, resume when the date comes.
    private void bySystem() {
      switch (model.state()) {
        case TO_DISPATCH -> {
          var dispatched = model.when(Action.DISPATCH, TownPeople.DISPATCHER, TownPeople.FOR_ROADS);
          bySystem(Action.DISPATCH, dispatched);
        }
        case SUSPENDED -> resumeOnItsDay();
        default ->
            bySystem(
                Action.SUPERVISE,
                model.state().isOpen() ? new Done(model) : new Refused(false, true));
      }
    }

    private void resumeOnItsDay() {
      var day = asked == null ? now : asked;
      if (now.isBefore(day)) {
        bySystem(Action.RESUME, new Refused(false, true));
        now = day;
      }
      bySystem(
          Action.RESUME, model.when(Action.RESUME, TownPeople.DISPATCHER, TownPeople.FOR_ROADS));
    }

    private void bySystem(Action action, Answer answer) {
      script.add(now + " " + action + " by the system");
      carryOut(Act.plain(action, Doer.SYSTEM, now).to("roads", "because"), answer);
    }

    private void take(Choice choice) {
      script.add(now + " " + choice);
      var gift = choice.gift();
      var answer = model.when(choice.action(), choice.who(), asServed(choice.action(), gift));
      carryOut(act(choice), answer);
      if (answer instanceof Done && choice.action() == Action.ASK_SUSPENSION) {
        asked = until(gift.until());
      }
      if (answer instanceof Done
          && choice.action() == Action.GRANT_SUSPENSION
          && gift.until() != Until.NOT_SAID) {
        asked = until(gift.until());
      }
    }

    private void carryOut(Act act, Answer answer) {
      acts++;
      var journal = new Journal();
      var outcome = clerk.take(file, act, journal);
      assertThat(agree(answer, outcome))
          .as("%s%n  clerk %s%n  not %s", this, outcome, answer)
          .isTrue();
      if (answer instanceof Done(var next)) {
        model = next;
        version++;
        taken.add(act.action());
        assertThat(journal.size()).as(toString()).isEqualTo(act.action() == Action.REOPEN ? 2 : 1);
      } else {
        refusals++;
        assertThat(journal.isEmpty()).as(toString()).isTrue();
      }
      compare();
    }

    private static boolean agree(Answer answer, Outcome outcome) {
      return switch (answer) {
        case Done _ -> outcome instanceof Outcome.Transition;
        case Refused no ->
            switch (outcome) {
              case Outcome.Transition _ -> false;
              case Outcome.Missing _ -> no.missing();
              case Outcome.Refusal _ -> no.barred();
            };
      };
    }

    private Act act(Choice choice) {
      var gift = choice.gift();
      return new Act(
          choice.action(),
          doer(choice.who()),
          now,
          now,
          gift.opinion() ? "because" : null,
          gift.unit(),
          gift.condition() ? condition : null,
          until(gift.until()),
          switch (gift.master()) {
            case NOT_SAID -> null;
            case FIT -> master;
            case UNFIT -> unfit;
          },
          null,
          null,
          gift.staff() == null ? null : new Act.Staff(gift.staff(), gift.staffUnit()),
          List.of());
    }

    private static Doer doer(Who who) {
      return new Doer(who.name(), who.post() == null ? Set.of() : Set.of(who.post()), who.unit());
    }

    private @Nullable Instant until(Until until) {
      return switch (until) {
        case NOT_SAID -> null;
        case PAST -> now.minus(1, ChronoUnit.DAYS);
        case SOON -> now.plus(2, ChronoUnit.DAYS);
        case TOO_FAR -> now.plus(400, ChronoUnit.DAYS);
      };
    }

    /// The date that was asked for counts where the grant names none, if it still lies ahead.
    private Gift asServed(Action action, Gift gift) {
      if (action != Action.GRANT_SUSPENSION || gift.until() != Until.NOT_SAID || asked == null) {
        return gift;
      }
      return gift.until(asked.isAfter(now) ? Until.SOON : Until.PAST);
    }

    private void compare() {
      var s = file.standing();
      seen.add(s.state);
      var stands =
          new TownModel(
              s.state,
              s.request,
              s.unitCode,
              s.staff,
              s.staffDoneAt != null,
              s.extensions,
              s.suspensions,
              s.returns,
              s.deniedReturns,
              s.rejections,
              s.reworks,
              s.escalated,
              s.appealed,
              s.handledAt != null,
              s.late,
              clock(s),
              model.overdue());
      assertThat(stands).as(toString()).isEqualTo(model);
      assertThat(s.version).as(toString()).isEqualTo(version);
    }

    /// A clock that never ran and one that stands still are told apart by the model alone.
    private Clock clock(Standing s) {
      var halted = model.clock() == Clock.RUNNING ? Clock.HALTED : model.clock();
      return s.clockRunningSince != null ? Clock.RUNNING : halted;
    }

    @Override
    public String toString() {
      return "walk %d of seed %d:%n  %s%n  model %s"
          .formatted(n, SEED, String.join("\n  ", script), model);
    }
  }
}
