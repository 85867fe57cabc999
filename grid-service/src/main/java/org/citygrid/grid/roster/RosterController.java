package org.citygrid.grid.roster;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.history.Scope;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.Duty;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.identity.Account;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Who is on duty: administrators change it, leaders read it.
@RestController
final class RosterController {
  private static final Duration NOON = Duration.ofHours(12);

  private final Roster roster;
  private final FollowedGrids grids;
  private final Accounts accounts;
  private final TownClock clock;

  RosterController(Roster roster, FollowedGrids grids, Accounts accounts, TownClock clock) {
    this.roster = roster;
    this.grids = grids;
    this.accounts = accounts;
    this.clock = clock;
  }

  record Listed<T>(List<T> items) {}

  /// Who is on duty in one grid on a day.
  ///
  /// @param onDuty at noon, today now; null when nobody is
  /// @param duties all that touch the day
  /// @param warnings those of `onDuty`, or `nobody`
  record GridOnDuty(
      DutyGridCode code,
      int number,
      LocalText name,
      @Nullable DutyView onDuty,
      List<DutyView> duties,
      List<String> warnings) {}

  record DayOnDuty(LocalDate date, Instant at, List<GridOnDuty> items) {}

  @GetMapping("/api/grids/{code}/duties")
  Listed<DutyView> list(Actor actor, @PathVariable String code) {
    DutyGridCode grid = own(actor, code);
    Map<String, Account> people = people();
    return new Listed<>(
        roster.list(grid).stream().map(duty -> DutyView.of(duty, people, clock)).toList());
  }

  @PostMapping("/api/grids/{code}/duties")
  @ResponseStatus(HttpStatus.CREATED)
  DutyView assign(Actor actor, @PathVariable String code, @RequestBody JsonNode sent) {
    DutyGridCode grid = own(actor, code);
    return view(grid, roster.assign(actor, grid, sent));
  }

  @PatchMapping("/api/grids/{code}/duties/{id}")
  DutyView change(
      Actor actor, @PathVariable String code, @PathVariable long id, @RequestBody JsonNode sent) {
    DutyGridCode grid = own(actor, code);
    roster.change(actor, grid, id, sent);
    return view(grid, id);
  }

  @DeleteMapping("/api/grids/{code}/duties/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(Actor actor, @PathVariable String code, @PathVariable long id) {
    roster.end(actor, own(actor, code), id);
  }

  @GetMapping("/api/grids/duties")
  DayOnDuty onDuty(
      Actor actor,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String division) {
    LocalDate day = day(date);
    Instant start = day.atStartOfDay(clock.zone()).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(clock.zone()).toInstant();
    Instant at = day.equals(clock.today()) ? clock.instant() : start.plus(NOON);
    Atlas atlas = grids.atlasAt(at.isBefore(clock.instant()) ? end.minusMillis(1) : at);
    String own = actor.divisionCode();
    Map<String, Account> people = people();
    return new DayOnDuty(
        day,
        at,
        atlas.listDutyGrids(division.startsWith(own) ? division : own).stream()
            .map(tract -> onDuty(tract.land(), atlas, people, start, end, at))
            .toList());
  }

  private GridOnDuty onDuty(
      DutyGrid grid,
      Atlas atlas,
      Map<String, Account> people,
      Instant start,
      Instant end,
      Instant at) {
    List<Duty> duties = atlas.listDuties(grid.code());
    DutyView walking =
        duties.stream()
            .filter(duty -> duty.covers(at))
            .findFirst()
            .map(duty -> DutyView.of(duty, people, clock))
            .orElse(null);
    List<DutyView> touching =
        duties.stream()
            .filter(duty -> duty.from().isBefore(end))
            .filter(duty -> {
              Instant to = duty.to();
              return to == null || to.isAfter(start);
            })
            .sorted(Comparator.comparing(Duty::from))
            .map(duty -> DutyView.of(duty, people, clock))
            .toList();
    List<String> warnings =
        new ArrayList<>(walking == null ? List.of("nobody") : walking.warnings());
    return new GridOnDuty(grid.code(), grid.number(), grid.name(), walking, touching, warnings);
  }

  private DutyView view(DutyGridCode grid, long id) {
    return roster.list(grid).stream()
        .filter(duty -> duty.id() == id)
        .findFirst()
        .map(duty -> DutyView.of(duty, people(), clock))
        .orElseThrow(() -> Problem.notFound().asException());
  }

  private Map<String, Account> people() {
    return accounts.listAccounts("").stream()
        .collect(Collectors.toMap(Account::userName, Function.identity()));
  }

  private LocalDate day(String date) {
    try {
      return date.isEmpty() ? clock.today() : LocalDate.parse(date);
    } catch (DateTimeException unreadable) {
      throw Problem.badRequest("date", "must be a day such as 2026-02-28").asException();
    }
  }

  private static DutyGridCode own(Actor actor, String text) {
    try {
      var code = new DutyGridCode(text);
      Scope.require(actor, code.town());
      return code;
    } catch (IllegalArgumentException malformed) {
      throw Problem.notFound().asException();
    }
  }
}
