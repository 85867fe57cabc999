package org.citygrid.dispatch.oversight;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Oversight over HTTP: lamps by department and duty grid, what is stuck and why, which chases wait
/// for an answer.
@RestController
class OversightController {
  private static final int MOST = 500;
  private static final Duration ANSWERS = Duration.ofDays(7);

  private final LampTable table;
  private final Catalogue catalogue;
  private final Units units;
  private final Grids grids;
  private final Accounts accounts;
  private final TownClock clock;

  OversightController(
      LampTable table,
      Catalogue catalogue,
      Units units,
      Grids grids,
      Accounts accounts,
      TownClock clock) {
    this.table = table;
    this.catalogue = catalogue;
    this.units = units;
    this.grids = grids;
    this.accounts = accounts;
    this.clock = clock;
  }

  record GridName(String code, int number, LocalText name) {}

  /// Open cases of one department, or of one duty grid.
  ///
  /// @param oldestDue the earliest deadline among yellow and red
  record Lamps(
      @Nullable UnitName unit,
      @Nullable GridName grid,
      int green,
      int yellow,
      int red,
      int suspended,
      int none,
      @Nullable Instant oldestDue) {}

  record ReasonWords(String reason, LocalText why, LocalText todo, int count) {}

  record Overview(
      Instant at,
      Map<String, Integer> lights,
      List<Lamps> units,
      List<Lamps> grids,
      int stuck,
      List<ReasonWords> reasons,
      int chasesOpen,
      int chasesOverdue) {}

  @GetMapping("/api/oversight")
  Overview overview(Actor actor) {
    var now = clock.instant();
    var division = actor.divisionCode();
    var lamps = table.lamps(division, now);
    var stuck = new HashMap<String, Integer>();
    table.stuckCounts(division, now).forEach(count -> stuck.put(count.reason(), count.count()));
    var chases = table.chases(division, false, now, MOST);
    return new Overview(
        now,
        lights(lamps),
        sum(lamps, LampTable.Lamps::unit, true),
        sum(lamps, LampTable.Lamps::grid, false),
        stuck.getOrDefault("any", 0),
        Stream.of(Reason.values())
            .map(r -> new ReasonWords(r.name(), r.why(), r.todo(), stuck.getOrDefault(r.name(), 0)))
            .toList(),
        chases.size(),
        (int) chases.stream().filter(chase -> isPast(chase.replyDue(), now)).count());
  }

  /// @param why in words, with the one thing to do about each
  /// @param quietMinutes since somebody last moved it
  record StuckCase(
      String number,
      String state,
      @Nullable LocalText className,
      @Nullable UnitName unit,
      @Nullable GridName grid,
      @Nullable String collector,
      @Nullable String request,
      int hops,
      @Nullable Instant dueAt,
      Instant since,
      long quietMinutes,
      int version,
      List<Why> why) {}

  record Why(String reason, LocalText words, LocalText todo) {}

  record StuckList(List<StuckCase> items) {}

  @GetMapping("/api/oversight/stuck")
  StuckList stuck(
      Actor actor,
      @RequestParam(defaultValue = "any") String reason,
      @RequestParam(defaultValue = "200") int limit) {
    var wrong = new Violations();
    wrong.require(
        StuckRules.CHOICES.contains(reason), "reason", "must be one of " + StuckRules.CHOICES);
    wrong.require(limit >= 1 && limit <= MOST, "limit", "must be 1 to " + MOST);
    wrong.throwIfAny();
    var now = clock.instant();
    return new StuckList(
        table.stuck(actor.divisionCode(), reason, now, limit).stream()
            .map(one -> stuckCase(one, now))
            .toList());
  }

  private StuckCase stuckCase(LampTable.Stuck one, Instant now) {
    return new StuckCase(
        one.number(),
        one.state(),
        className(one.kind(), one.classCode()),
        one.unit() == null ? null : units.nameOf(one.unit()),
        grid(one.grid()),
        one.collector() == null ? null : accounts.displayNameOf(one.collector()),
        one.request().equals("NONE") ? null : one.request(),
        one.hops(),
        one.dueAt(),
        one.since(),
        Math.max(0, Duration.between(one.since(), now).toMinutes()),
        one.version(),
        one.reasons().stream()
            .map(Reason::valueOf)
            .map(reason -> new Why(reason.name(), reason.why(), reason.todo()))
            .toList());
  }

  record Chase(
      String number,
      int seq,
      String state,
      @Nullable LocalText className,
      @Nullable UnitName unit,
      @Nullable GridName grid,
      String by,
      String opinion,
      Instant at,
      @Nullable Instant replyDue,
      boolean overdue,
      @Nullable Instant repliedAt,
      @Nullable String repliedBy,
      @Nullable String reply) {}

  record ChaseList(List<Chase> items) {}

  @GetMapping("/api/oversight/supervisions")
  ChaseList supervisions(Actor actor, @RequestParam(defaultValue = "open") String state) {
    var wrong = new Violations();
    wrong.require(
        Set.of("open", "overdue", "answered").contains(state),
        "state",
        "must be open, overdue or answered");
    wrong.throwIfAny();
    var now = clock.instant();
    var division = actor.divisionCode();
    var found =
        state.equals("answered")
            ? table.answered(division, now.minus(ANSWERS), MOST)
            : table.chases(division, state.equals("overdue"), now, MOST);
    return new ChaseList(found.stream().map(one -> chase(one, now)).toList());
  }

  private Chase chase(LampTable.Chase one, Instant now) {
    var answered = one.repliedAt() != null;
    return new Chase(
        one.number(),
        one.seq(),
        one.state(),
        className(one.kind(), one.classCode()),
        one.unit() == null ? null : units.nameOf(one.unit()),
        grid(one.grid()),
        accounts.displayNameOf(one.byWhom()),
        one.opinion(),
        one.at(),
        one.replyDue(),
        isPast(one.replyDue(), answered ? requireNonNullElse(one.repliedAt(), now) : now),
        one.repliedAt(),
        one.repliedBy() == null ? null : accounts.displayNameOf(one.repliedBy()),
        one.reply());
  }

  private static Map<String, Integer> lights(List<LampTable.Lamps> lamps) {
    return Map.of(
        "green", lamps.stream().mapToInt(LampTable.Lamps::green).sum(),
        "yellow", lamps.stream().mapToInt(LampTable.Lamps::yellow).sum(),
        "red", lamps.stream().mapToInt(LampTable.Lamps::red).sum(),
        "suspended", lamps.stream().mapToInt(LampTable.Lamps::suspended).sum(),
        "none", lamps.stream().mapToInt(LampTable.Lamps::none).sum());
  }

  /// The reddest come first; cases of no department or grid are summed up as well.
  private List<Lamps> sum(
      List<LampTable.Lamps> lamps,
      Function<LampTable.Lamps, @Nullable String> key,
      boolean ofUnits) {
    var sums = new HashMap<String, LampTable.Lamps>();
    for (var one : lamps) {
      sums.merge(requireNonNullElse(key.apply(one), ""), one, OversightController::plus);
    }
    return sums.entrySet().stream()
        .map(entry -> named(entry.getKey(), entry.getValue(), ofUnits))
        .sorted(
            Comparator.comparingInt(Lamps::red)
                .thenComparingInt(Lamps::yellow)
                .thenComparingInt(Lamps::green)
                .reversed())
        .toList();
  }

  private Lamps named(String key, LampTable.Lamps sum, boolean ofUnit) {
    return new Lamps(
        ofUnit && !key.isEmpty() ? units.nameOf(key) : null,
        ofUnit || key.isEmpty() ? null : grid(key),
        sum.green(),
        sum.yellow(),
        sum.red(),
        sum.suspended(),
        sum.none(),
        sum.oldestDue());
  }

  private static LampTable.Lamps plus(LampTable.Lamps a, LampTable.Lamps b) {
    return new LampTable.Lamps(
        a.unit(),
        a.grid(),
        a.green() + b.green(),
        a.yellow() + b.yellow(),
        a.red() + b.red(),
        a.suspended() + b.suspended(),
        a.none() + b.none(),
        Stream.of(a.oldestDue(), b.oldestDue())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  private @Nullable LocalText className(String kind, String code) {
    return catalogue.findClass(Kind.of(kind), code).map(ThingClass::name).orElse(null);
  }

  private @Nullable GridName grid(@Nullable String code) {
    return code == null
        ? null
        : grids
            .findDutyGrid(new DutyGridCode(code))
            .map(found -> new GridName(code, found.number(), found.name()))
            .orElse(new GridName(code, 0, new LocalText(code, code)));
  }

  private static boolean isPast(@Nullable Instant due, Instant now) {
    return due != null && due.isBefore(now);
  }
}
