package org.citygrid.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygrid.dispatch.TownModel.Clock;
import org.citygrid.dispatch.TownModel.Done;
import org.citygrid.dispatch.TownModel.Gift;
import org.citygrid.dispatch.TownModel.Refused;
import org.citygrid.dispatch.TownModel.Until;
import org.citygrid.dispatch.TownModel.Who;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Effect;
import org.citygrid.dispatch.workflow.Facts;
import org.citygrid.dispatch.workflow.Given;
import org.citygrid.dispatch.workflow.Outcome;
import org.citygrid.dispatch.workflow.Policy;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.dispatch.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every configuration a case can come into by anybody's acts, searched to the last: the table says
/// of each what the independent model says, and from each the loop can be closed.
class EveryConfigurationTest {
  private static final Instant NOON = Instant.parse("2026-05-22T04:00:00Z");
  private static final Map<TownModel, Set<TownModel>> NEXT = new LinkedHashMap<>();

  private final Workflow workflow = new Workflow(Policy.USUAL);

  @BeforeAll
  static void search() {
    var waiting = new ArrayDeque<>(List.of(TownModel.reported(), TownModel.selfHandled()));
    while (!waiting.isEmpty()) {
      var here = waiting.remove();
      if (!NEXT.containsKey(here)) {
        NEXT.put(here, steps(here, false));
        waiting.addAll(steps(here, true));
      }
    }
  }

  @Test
  void every_open_configuration_can_reach_an_end() {
    var reaching = reaching();

    assertThat(NEXT.keySet()).hasSizeGreaterThan(1_000);
    assertThat(NEXT.keySet()).filteredOn(at -> !reaching.contains(at)).isEmpty();
  }

  @Test
  void nobody_is_left_with_nothing_but_to_supervise() {
    var trapped =
        NEXT.entrySet().stream()
            .filter(one -> one.getKey().state().isOpen())
            .filter(one -> one.getValue().stream().allMatch(one.getKey()::equals))
            .map(Map.Entry::getKey)
            .toList();

    assertThat(trapped).isEmpty();
  }

  @Test
  void no_configuration_was_returned_more_often_than_the_limit() {
    assertThat(NEXT.keySet()).allMatch(at -> at.hops() <= TownModel.MOST_RETURNS);
  }

  @Test
  void the_table_and_the_model_agree_everywhere() {
    var apart = new LinkedHashMap<String, String>();
    for (var at : NEXT.keySet()) {
      for (var gift : TownPeople.GIFTS) {
        compareAll(at, gift, facts(at, gift), apart);
      }
    }

    assertThat(apart.values()).as("%d kinds of divergence", apart.size()).isEmpty();
  }

  private void compareAll(TownModel at, Gift gift, Facts facts, Map<String, String> apart) {
    for (var who : TownPeople.ALL) {
      var doer = doer(who);
      for (var action : Action.values()) {
        compare(at, action, who, gift, workflow.next(at.state(), action, doer, facts), apart);
      }
    }
  }

  private static void compare(
      TownModel at, Action action, Who who, Gift gift, Outcome decided, Map<String, String> apart) {
    var said = at.when(action, who, gift);
    if (!agree(at, said, decided)) {
      apart.putIfAbsent(
          at.state() + " " + action + " " + who.post() + " " + decided.getClass().getSimpleName(),
          "%n%s by %s with %s%n  in %s%n  model %s%n  table %s"
              .formatted(action, who.name(), gift, at, said, decided));
    }
  }

  private static boolean agree(TownModel at, TownModel.Answer said, Outcome decided) {
    return switch (said) {
      case Refused no ->
          switch (decided) {
            case Outcome.Transition _ -> false;
            case Outcome.Missing _ -> no.missing();
            case Outcome.Refusal _ -> no.barred();
          };
      case Done(var next) ->
          decided instanceof Outcome.Transition step
              && step.to() == next.state()
              && (next.request() == at.request() || step.has(request(next)))
              && step.has(Effect.COUNT_RETURN) == next.returns() > at.returns()
              && step.has(Effect.COUNT_DENIED_RETURN) == next.denied() > at.denied()
              && step.has(Effect.COUNT_EXTENSION) == next.extensions() > at.extensions()
              && step.has(Effect.COUNT_SUSPENSION) == next.suspensions() > at.suspensions()
              && step.has(Effect.COUNT_REWORK) == next.reworks() > at.reworks()
              && step.has(Effect.COUNT_REJECTION) == next.rejections() > at.rejections();
    };
  }

  private static Effect request(TownModel next) {
    return switch (next.request()) {
      case NONE -> Effect.SETTLE;
      case APPEAL_CONFIRMATION -> Effect.ESCALATE;
      case EXTENSION, SUSPENSION, REWORK, APPEAL -> Effect.ASK;
    };
  }

  private static Set<TownModel> steps(TownModel here, boolean withTime) {
    var found = new LinkedHashSet<TownModel>();
    for (var who : TownPeople.ALL) {
      for (var action : Action.values()) {
        for (var gift : TownPeople.GIFTS) {
          if (here.when(action, who, gift) instanceof Done(var next)) {
            found.add(next.essence());
          }
        }
      }
    }
    if (withTime && here.clock() == Clock.RUNNING && !here.overdue()) {
      found.add(here.overdue(true));
    }
    return found;
  }

  private static Set<TownModel> reaching() {
    var before = new HashMap<TownModel, Collection<TownModel>>();
    NEXT.forEach((from, tos) ->
        tos.forEach(to -> before.computeIfAbsent(to, _ -> new ArrayList<>()).add(from)));
    var reaching = new LinkedHashSet<TownModel>();
    var waiting =
        new ArrayDeque<>(NEXT.keySet().stream().filter(at -> at.state().isEnd()).toList());
    while (!waiting.isEmpty()) {
      var here = waiting.remove();
      if (reaching.add(here)) {
        waiting.addAll(before.getOrDefault(here, List.of()));
      }
    }
    return reaching;
  }

  private static Doer doer(Who who) {
    return new Doer(who.name(), who.post() == null ? Set.of() : Set.of(who.post()), who.unit());
  }

  private static Facts facts(TownModel at, Gift gift) {
    var due = at.clock() == Clock.NOT_STARTED ? null : NOON.plusSeconds(at.overdue() ? -1 : 3600);
    var dispatched = at.unit() == null ? null : "dispatcher";
    return new Facts(
        NOON,
        given(at, gift),
        true,
        false,
        new Facts.Hands(
            at.unit(),
            at.worker(),
            at.workDone(),
            "collector01",
            filed(at) ? "leader" : null,
            dispatched,
            at.handedIn() ? "unit-" + at.unit() : null),
        due,
        at.late(),
        at.request(),
        at.state() == State.SUSPENDED ? NOON.plusSeconds(3600) : null,
        new Facts.Rounds(
            at.extensions(), at.suspensions(), at.hops(), at.escalated(), at.appealed()));
  }

  private static boolean filed(TownModel at) {
    return at.unit() != null || at.state() == State.TO_DISPATCH;
  }

  private static Given given(TownModel at, Gift gift) {
    return new Given(
        gift.opinion() ? "because" : null,
        gift.unit(),
        gift.condition() ? "c1" : null,
        until(gift.until()),
        master(gift.master()),
        0,
        "collector01",
        gift.staff() == null
            ? null
            : new Given.Worker(
                gift.staff(), gift.staffUnit() != null && gift.staffUnit().equals(at.unit())));
  }

  private static Given.@Nullable Master master(TownModel.Master master) {
    return switch (master) {
      case NOT_SAID -> null;
      case FIT -> new Given.Master("2026-05-22-0001", true, true);
      case UNFIT -> new Given.Master("2026-05-22-0002", true, false);
    };
  }

  private static @Nullable Instant until(Until until) {
    return switch (until) {
      case NOT_SAID -> null;
      case PAST -> NOON.minusSeconds(86_400);
      case SOON -> NOON.plusSeconds(86_400);
      case TOO_FAR -> NOON.plusSeconds(400L * 86_400);
    };
  }
}
