package org.citygrid.dispatch.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.citygrid.dispatch.figure.Throughput;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The figures of days; dates are the town's.
@RestController
class FigureController {
  private static final int LONGEST_DAYS = 3660;
  private static final int USUAL_DAYS = 30;

  private final Throughput figures;
  private final CaseQuery query;
  private final TownClock clock;

  FigureController(Throughput figures, CaseQuery query, TownClock clock) {
    this.figures = figures;
    this.query = query;
    this.clock = clock;
  }

  @GetMapping(path = "/api/stats/throughput", params = "!by")
  List<Throughput.Day> throughput(
      Actor actor,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String division) {
    var wrong = new Violations();
    var last = day(to, clock.today(), "to", wrong);
    var first = day(from, last.minusDays(USUAL_DAYS - 1), "from", wrong);
    wrong.require(!first.isAfter(last), "from", "must not be after to");
    wrong.require(
        ChronoUnit.DAYS.between(first, last) < LONGEST_DAYS, "from", "must be within ten years");
    wrong.throwIfAny();
    return figures.days(first, last, within(actor, division));
  }

  /// @param open cases that are not over
  /// @param late of these, the ones with a red light
  record Today(
      LocalDate date,
      long reported,
      long filed,
      long handled,
      long closed,
      long onTime,
      long open,
      long late,
      Throughput.Day sameWeekday) {}

  @GetMapping("/api/stats/today")
  Today today(Actor actor) {
    var day = clock.today();
    var division = actor.divisionCode();
    var now = figures.day(day, division);
    var counts = query.counts(Reader.of(actor), clock.instant());
    return new Today(
        day,
        now.reported(),
        now.filed(),
        now.handled(),
        now.closed(),
        now.onTime(),
        counts.stream().mapToInt(CaseQuery.Count::count).sum(),
        counts.stream().filter(c -> c.light().equals("red")).mapToInt(CaseQuery.Count::count).sum(),
        figures.day(day.minusWeeks(1), division));
  }

  /// The division asked for where it lies within the actor's own, else the actor's own.
  private static String within(Actor actor, @Nullable String division) {
    return division != null && division.startsWith(actor.divisionCode())
        ? division
        : actor.divisionCode();
  }

  private static LocalDate day(
      @Nullable String text, LocalDate usual, String field, Violations wrong) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      wrong.add(field, "must be a day such as 2026-11-23");
      return usual;
    }
  }
}
