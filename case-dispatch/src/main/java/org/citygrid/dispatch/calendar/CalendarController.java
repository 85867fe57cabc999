package org.citygrid.dispatch.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.calendar.CalendarContent.Day;
import org.citygrid.dispatch.calendar.CalendarTable.Current;
import org.citygrid.dispatch.deadline.WorkHours;
import org.citygrid.dispatch.deadline.WorkPeriod;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The working calendar over HTTP: read by everybody, changed by administrators.
@RestController
class CalendarController {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;
  private static final int MOST_CHANGES = 200;

  private final CalendarTable table;
  private final TownCalendar calendar;
  private final Relaying relaying;
  private final Accounts accounts;
  private final TransactionTemplate transaction;
  private final TownClock clock;

  CalendarController(
      CalendarTable table,
      TownCalendar calendar,
      Relaying relaying,
      Accounts accounts,
      TransactionTemplate transaction,
      TownClock clock) {
    this.table = table;
    this.calendar = calendar;
    this.relaying = relaying;
    this.accounts = accounts;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// What holds from a date on.
  record Hours(LocalDate validFrom, List<Integer> days, List<Span> periods) {
    static Hours of(WorkHours hours) {
      return new Hours(
          hours.validFrom(),
          hours.days().stream().map(DayOfWeek::getValue).sorted().toList(),
          hours.periods().stream().map(Span::of).toList());
    }
  }

  record Span(String starts, String ends) {
    static Span of(WorkPeriod period) {
      return new Span(period.from().toString(), period.to().toString());
    }
  }

  /// @param hours all of them, the oldest first
  /// @param exceptions of the year
  record Year(long revision, int year, String zone, List<Hours> hours, List<Day> exceptions) {}

  @GetMapping("/api/calendar")
  Year get(@RequestParam(required = false) @Nullable Integer year) {
    int asked = year == null ? clock.today().getYear() : year;
    if (asked < FIRST_YEAR || asked > LAST_YEAR) {
      throw Problem.badRequest("year", "must be %d to %d".formatted(FIRST_YEAR, LAST_YEAR))
          .asException();
    }
    var now = table.current();
    return new Year(
        now.revision(),
        asked,
        clock.zone().getId(),
        now.content().hours().stream().map(Hours::of).toList(),
        now.content().exceptions().stream().filter(day -> day.day().getYear() == asked).toList());
  }

  /// @param cases how many open cases got another deadline
  record Change(long revision, Instant at, String by, String note, int cases) {}

  @GetMapping("/api/calendar/changes")
  Map<String, List<Change>> changes(@RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST_CHANGES) {
      throw Problem.badRequest("limit", "must be 1 to " + MOST_CHANGES).asException();
    }
    return Map.of("items", table.changes(limit).stream().map(this::named).toList());
  }

  private Change named(CalendarTable.Change one) {
    return new Change(
        one.revision(), one.at(), accounts.displayNameOf(one.by()), one.note(), one.cases());
  }

  /// @param cases how many open cases get another deadline, of these `earlier` and `later`
  /// @param waiting clocks that somebody holds just now; they are laid anew within seconds
  record Result(
      long revision, int cases, @Nullable Integer earlier, @Nullable Integer later, int waiting) {}

  @PutMapping("/api/calendar")
  Result put(
      Actor actor,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestBody CalendarForm form) {
    return dryRun ? preview(form) : change(form, actor);
  }

  private Result preview(CalendarForm form) {
    var now = table.current();
    checkRevision(form, now);
    var next = applied(form, now.content());
    var would =
        relaying.preview(
            calendar.deadlines(now.content(), now.revision()),
            calendar.deadlines(next, Long.MAX_VALUE),
            clock.instant());
    return new Result(now.revision(), would.cases(), would.earlier(), would.later(), 0);
  }

  private Result change(CalendarForm form, Actor actor) {
    var revision =
        transaction.execute(_ -> {
          table.lock();
          var now = table.current();
          checkRevision(form, now);
          var next = applied(form, now.content());
          return next.equals(now.content())
              ? now.revision()
              : table.put(next, actor.userName(), "" + form.note(), clock.instant());
        });
    int waiting = relaying.sweepOut();
    table.count(revision == null ? 0 : revision);
    var cases =
        table.changes(MOST_CHANGES).stream()
            .filter(one -> revision != null && one.revision() == revision)
            .mapToInt(CalendarTable.Change::cases)
            .findFirst()
            .orElse(0);
    return new Result(revision == null ? 0 : revision, cases, null, null, waiting);
  }

  private static CalendarContent applied(CalendarForm form, CalendarContent now) {
    var wrong = new Violations();
    var next = form.appliedTo(now, wrong);
    wrong.throwIfAny();
    return next;
  }

  private void checkRevision(CalendarForm form, Current now) {
    var seen = form.revision();
    if (seen == null) {
      throw Problem.badRequest("revision", "must be the one you read").asException();
    }
    if (seen != now.revision()) {
      var last = table.lastChange().map(this::named);
      throw Problem.conflict(
              "The calendar was changed meanwhile; look at it again.",
              Map.of(
                  "revision",
                  now.revision(),
                  "by",
                  last.map(Change::by).orElse(""),
                  "at",
                  last.map(one -> one.at().toString()).orElse("")))
          .asException();
    }
  }
}
