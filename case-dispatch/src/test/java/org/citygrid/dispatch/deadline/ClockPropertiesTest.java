package org.citygrid.dispatch.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for every start, every limit and every pause, tried on seeded random ones.
class ClockPropertiesTest {

  private static final Instant FROM = Days.at("2026-04-24T00:00");

  private final Deadlines deadlines = Days.mayDeadlines();

  record Try(Instant start, Limit limit, Duration used, Duration rest, Duration pause) {}

  static Stream<Try> tries() {
    var random = new Random(20261123);
    return Stream.generate(() -> oneTry(random)).limit(400);
  }

  @ParameterizedTest
  @MethodSource("tries")
  void equals_a_clock_that_counts_minute_by_minute(Try t) {
    assertThat(deadlines.deadline(t.start, t.limit)).isEqualTo(counted(t.start, t.limit));
  }

  @ParameterizedTest
  @MethodSource("tries")
  void a_longer_limit_never_ends_earlier_and_a_later_start_neither(Try t) {
    var longer = new Limit(t.limit.value() + 1, t.limit.unit());

    var end = deadlines.deadline(t.start, t.limit);

    assertThat(deadlines.deadline(t.start, longer)).isAfter(end);
    assertThat(deadlines.deadline(t.start.plus(t.used), t.limit)).isAfterOrEqualTo(end);
  }

  @ParameterizedTest
  @MethodSource("tries")
  void what_is_used_before_and_after_a_pause_adds_up(Try t) {
    var stop = t.start.plus(t.used);
    var again = stop.plus(t.pause);
    var later = again.plus(t.rest);

    var clock =
        ClockAccount.start(t.limit, t.start, deadlines)
            .pause(stop, deadlines)
            .resume(again, deadlines);

    assertThat(clock.consumedBy(later, deadlines))
        .isEqualTo(
            deadlines
                .between(t.start, stop, t.limit.unit())
                .plus(deadlines.between(again, later, t.limit.unit())));
  }

  @ParameterizedTest
  @MethodSource("tries")
  void the_time_up_to_the_deadline_is_the_limit(Try t) {
    var end = deadlines.deadline(t.start, t.limit);

    assertThat(deadlines.between(t.start, end, t.limit.unit()))
        .isEqualTo(deadlines.length(t.limit, t.start));
  }

  private static Try oneTry(Random random) {
    return new Try(
        FROM.plus(Duration.ofMinutes(random.nextInt(30 * 24 * 60))),
        new Limit(1 + random.nextInt(20), LimitUnit.values()[random.nextInt(4)]),
        Duration.ofMinutes(random.nextInt(5000)),
        Duration.ofMinutes(random.nextInt(5000)),
        Duration.ofMinutes(random.nextInt(9000)));
  }

  /// The oracle: looks at every single minute and counts it or not.
  private static Instant counted(Instant start, Limit limit) {
    var minutes =
        switch (limit.unit()) {
          case EMERGENCY_HOUR, WORK_HOUR -> limit.value() * 60L;
          case WORK_DAY -> limit.value() * 8 * 60L;
          case CALENDAR_DAY -> limit.value() * 24 * 60L;
        };
    var now = start;
    while (minutes > 0) {
      if (limit.unit().runsOn() || isWorked(now)) {
        minutes--;
      }
      now = now.plusSeconds(60);
    }
    return now;
  }

  private static boolean isWorked(Instant minute) {
    var local = minute.atZone(Days.ZONE);
    var hour = local.getHour();
    return Days.may().isWorkDay(local.toLocalDate())
        && ((hour >= 8 && hour < 12) || (hour >= 14 && hour < 18));
  }
}
