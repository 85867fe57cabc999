package org.citygrid.dispatch.routing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Unit;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How much each department has in hand, for whoever chooses one.
@RestController
class LoadController {
  private static final Duration LATELY = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Units units;
  private final TownClock clock;

  LoadController(JdbcClient jdbc, Units units, TownClock clock) {
    this.jdbc = jdbc;
    this.units = units;
    this.clock = clock;
  }

  /// @param open with the department, suspended ones included
  /// @param handedIn results that nobody has checked yet
  /// @param handled cases of the last 30 days whose result was handed in
  /// @param onTime of these, those that were not late
  record Load(
      int open,
      int yellow,
      int red,
      int suspended,
      int handedIn,
      int dispatchedToday,
      int handled,
      int onTime) {
    static final Load NONE = new Load(0, 0, 0, 0, 0, 0, 0, 0);
  }

  /// @param onTimeRate 0 to 1; null when nothing was handed in
  record Item(
      UnitName unit,
      Unit.Kind kind,
      int open,
      int yellow,
      int red,
      int suspended,
      int handedIn,
      int dispatchedToday,
      int handled,
      int onTime,
      @Nullable Double onTimeRate) {}

  /// @param since the day from which `handled` and `onTime` count, in the town
  record Loads(Instant at, LocalDate today, LocalDate since, List<Item> items) {}

  @GetMapping("/api/units/load")
  Loads load(Actor actor) {
    var now = clock.instant();
    var loads = loads(actor.divisionCode(), now);
    var items =
        units.listUnits().stream()
            .filter(unit -> unit.kind() != Unit.Kind.OWNER || loads.containsKey(unit.code()))
            .map(unit -> item(unit, loads.getOrDefault(unit.code(), Load.NONE)))
            .toList();
    return new Loads(now, clock.today(), clock.dateOf(now.minus(LATELY)), items);
  }

  private static Item item(Unit unit, Load load) {
    return new Item(
        new UnitName(unit.code(), unit.name()),
        unit.kind(),
        load.open,
        load.yellow,
        load.red,
        load.suspended,
        load.handedIn,
        load.dispatchedToday,
        load.handled,
        load.onTime,
        load.handled == 0 ? null : (double) load.onTime / load.handled);
  }

  private Map<String, Load> loads(String division, Instant now) {
    var today = clock.today().atStartOfDay(clock.zone()).toInstant();
    var since = clock.dateOf(now.minus(LATELY)).atStartOfDay(clock.zone()).toInstant();
    var loads = new HashMap<String, Load>();
    jdbc.sql(
            """
            with counted as (
              select
                unit_code,
                count(*) filter (where state in ('HANDLING', 'RETURN_REVIEW', 'SUSPENDED')) as open,
                count(*) filter (
                  where clock_running_since is not null and state <> 'SUSPENDED'
                    and :now > warn_at and :now <= due_at) as yellow,
                count(*) filter (
                  where clock_running_since is not null and state <> 'SUSPENDED' and :now > due_at) as red,
                count(*) filter (where state = 'SUSPENDED') as suspended,
                count(*) filter (where state in ('TO_CHECK', 'CHECKING')) as handed_in,
                0 as dispatched, 0 as handled, 0 as on_time
              from dispatch.city_case
              where unit_code is not null and state not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED')
                and starts_with(division_code, :division)
              group by unit_code
              union all
              select unit_code, 0, 0, 0, 0, 0, count(*), 0, 0
              from dispatch.city_case
              where dispatched_at >= :today and starts_with(division_code, :division)
              group by unit_code
              union all
              select unit_code, 0, 0, 0, 0, 0, 0, count(*), count(*) filter (where not late)
              from dispatch.city_case
              where handled_at >= :since and starts_with(division_code, :division)
              group by unit_code)
            select
              unit_code, sum(open), sum(yellow), sum(red), sum(suspended), sum(handed_in), sum(dispatched),
              sum(handled), sum(on_time)
            from counted
            where unit_code is not null
            group by unit_code
            """)
        .param("now", Timestamp.from(now))
        .param("today", Timestamp.from(today))
        .param("since", Timestamp.from(since))
        .param("division", division)
        .query(row -> {
          loads.put(
              row.getString(1),
              new Load(
                  row.getInt(2),
                  row.getInt(3),
                  row.getInt(4),
                  row.getInt(5),
                  row.getInt(6),
                  row.getInt(7),
                  row.getInt(8),
                  row.getInt(9)));
        });
    return loads;
  }
}
