package org.citygrid.dispatch.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.dispatch.deadline.Days.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a change of the calendar does to a running clock.
class LayingAnewTest {

  private static final Limit FOUR_HOURS = new Limit(4, LimitUnit.WORK_HOUR);

  @Test
  void what_is_left_is_laid_on_the_new_calendar() {
    var clock = ClockAccount.start(FOUR_HOURS, at("2026-05-21T16:00"), old());

    var laid = clock.relay(at("2026-05-21T17:00"), old(), with("2026-05-22", false));

    assertThat(laid.dueAt()).isEqualTo(at("2026-05-25T10:00"));
    assertThat(laid.consumedBy(at("2026-05-21T17:00"), old())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void what_was_used_up_stays_used_up_though_the_day_is_declared_off_afterwards() {
    var clock = ClockAccount.start(FOUR_HOURS, at("2026-05-21T14:00"), old());
    var off = with("2026-05-21", false);

    var laid = clock.relay(at("2026-05-21T17:00"), old(), off);

    assertThat(laid.dueAt()).isEqualTo(at("2026-05-22T09:00"));
    assertThat(laid.consumedBy(at("2026-05-22T08:30"), off)).isEqualTo(Duration.ofMinutes(210));
  }

  @Test
  void a_make_up_day_brings_the_deadline_nearer() {
    var clock = ClockAccount.start(FOUR_HOURS, at("2026-05-22T16:00"), old());

    var laid = clock.relay(at("2026-05-22T17:00"), old(), with("2026-05-23", true));

    assertThat(clock.dueAt()).isEqualTo(at("2026-05-25T10:00"));
    assertThat(laid.dueAt()).isEqualTo(at("2026-05-23T10:00"));
  }

  @Test
  void a_warning_that_was_shown_stays_where_it_was() {
    var clock = ClockAccount.start(FOUR_HOURS, at("2026-05-22T14:00"), old());

    var laid = clock.relay(at("2026-05-22T17:30"), old(), with("2026-05-22", false));

    assertThat(laid.warnAt()).isEqualTo(clock.warnAt());
    assertThat(laid.dueAt()).isEqualTo(at("2026-05-25T08:30"));
  }

  @Test
  void emergency_hours_and_calendar_days_know_no_calendar() {
    var start = at("2026-05-21T16:00");
    var off = with("2026-05-22", false);

    for (var unit : List.of(LimitUnit.EMERGENCY_HOUR, LimitUnit.CALENDAR_DAY)) {
      var clock = ClockAccount.start(new Limit(2, unit), start, old());

      assertThat(clock.relay(start, old(), off).dueAt()).isEqualTo(clock.dueAt());
    }
  }

  record Try(Limit limit, Instant start, Instant at, Deadlines next) {
    ClockAccount clock() {
      return ClockAccount.start(limit, start, old());
    }
  }

  static Stream<Try> tries() {
    var random = new Random(20261125);
    return Stream.generate(() -> oneTry(random)).limit(400);
  }

  @ParameterizedTest
  @MethodSource("tries")
  void a_passed_deadline_never_moves_and_no_other_comes_before_the_change(Try t) {
    var clock = t.clock();
    var laid = clock.relay(t.at, old(), t.next);

    if (clock.dueAt().isAfter(t.at)) {
      assertThat(laid.dueAt()).isAfter(t.at);
    } else {
      assertThat(laid.dueAt()).isEqualTo(clock.dueAt());
      assertThat(laid.warnAt()).isEqualTo(clock.warnAt());
    }
  }

  @ParameterizedTest
  @MethodSource("tries")
  void nothing_changes_when_the_calendar_does_not(Try t) {
    var clock = t.clock();
    var same = new Deadlines(Days.may(), 2);

    var laid = clock.relay(t.at, old(), same);

    assertThat(laid.dueAt()).isEqualTo(clock.dueAt());
    assertThat(laid.warnAt()).isEqualTo(clock.warnAt());
    assertThat(laid.consumed()).isEqualTo(clock.consumed());
    assertThat(laid.runningSince()).isEqualTo(clock.runningSince());
  }

  @ParameterizedTest
  @MethodSource("tries")
  void laid_twice_is_laid_once(Try t) {
    var once = t.clock().relay(t.at, old(), t.next);

    assertThat(once.relay(t.at.plusSeconds(3600), old(), t.next)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("tries")
  void used_before_and_left_after_are_the_limit(Try t) {
    var clock = t.clock();
    var unit = t.limit.unit();
    var from = t.at.isAfter(t.start) ? t.at : t.start;
    if (!clock.dueAt().isAfter(from)) {
      return;
    }

    var laid = clock.relay(t.at, old(), t.next);

    assertThat(old().between(t.start, from, unit).plus(t.next.between(from, laid.dueAt(), unit)))
        .isEqualTo(clock.total());
    assertThat(laid.consumedBy(laid.dueAt(), t.next)).isEqualTo(clock.total());
  }

  @ParameterizedTest
  @MethodSource("tries")
  void a_clock_that_stands_still_needs_nothing_until_it_goes_on(Try t) {
    var from = t.at.isAfter(t.start) ? t.at : t.start;
    var standing = t.clock().pause(from, old());

    assertThat(standing.relay(t.at, old(), t.next)).isEqualTo(standing);
    var again = standing.resume(from, t.next);
    var laid = t.clock().relay(from, old(), t.next);
    assertThat(again.dueAt()).isEqualTo(laid.dueAt());
  }

  private static Deadlines old() {
    return new Deadlines(Days.may(), 1);
  }

  private static Deadlines with(String day, boolean works) {
    return changed(Map.of(LocalDate.parse(day), works), List.of(WorkHours.usual()));
  }

  private static Deadlines changed(Map<LocalDate, Boolean> days, List<WorkHours> hours) {
    var all = new HashMap<LocalDate, Boolean>();
    all.put(LocalDate.parse("2026-05-01"), false);
    all.put(LocalDate.parse("2026-05-04"), false);
    all.put(LocalDate.parse("2026-05-05"), false);
    all.put(LocalDate.parse("2026-05-09"), true);
    all.putAll(days);
    return new Deadlines(new WorkCalendar(Days.ZONE, hours, all), 2);
  }

  private static Try oneTry(Random random) {
    var start = at("2026-04-24T00:00").plus(Duration.ofMinutes(random.nextInt(30 * 24 * 60)));
    var days = new HashMap<LocalDate, Boolean>();
    for (int i = random.nextInt(5); i > 0; i--) {
      days.put(LocalDate.parse("2026-04-24").plusDays(random.nextInt(40)), random.nextBoolean());
    }
    return new Try(
        new Limit(1 + random.nextInt(20), LimitUnit.values()[random.nextInt(4)]),
        start,
        start.plus(Duration.ofMinutes(random.nextInt(20_000) - 500)),
        changed(days, random.nextBoolean() ? List.of(WorkHours.usual()) : summer()));
  }

  /// From the middle of May on Saturday mornings are worked, and the afternoon begins later.
  private static List<WorkHours> summer() {
    return List.of(
        WorkHours.usual(),
        new WorkHours(
            LocalDate.parse("2026-05-14"),
            Set.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY,
                DayOfWeek.SATURDAY),
            List.of(
                new WorkPeriod(LocalTime.of(8, 30), LocalTime.of(12, 0)),
                new WorkPeriod(LocalTime.of(15, 0), LocalTime.of(18, 30)))));
  }
}
