package org.citygrid.dispatch.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.dispatch.deadline.Days.at;
import static org.citygrid.dispatch.deadline.Days.mayDeadlines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked examples of the domain: Monday to Friday 8-12 and 14-18, 1 to 5 May off.
class WorkedExamplesTest {

  private final Deadlines deadlines = mayDeadlines();

  @ParameterizedTest(name = "{0} + {1} {2} = {3}")
  @CsvSource({
    "2026-05-22T17:30, 2, emergency_hour, 2026-05-22T19:30",
    "2026-05-22T15:30, 4, work_hour,      2026-05-25T09:30",
    "2026-05-23T20:00, 4, work_hour,      2026-05-25T12:00",
    "2026-05-22T10:00, 2, work_day,       2026-05-26T10:00",
    "2026-04-30T17:00, 4, work_hour,      2026-05-06T11:00",
    "2026-05-23T09:00, 1, calendar_day,   2026-05-24T09:00",
    "2026-05-22T14:00, 4, work_hour,      2026-05-22T18:00",
    "2026-05-22T08:00, 4, work_hour,      2026-05-22T12:00",
    "2026-05-09T08:00, 4, work_hour,      2026-05-09T12:00"
  })
  void a_limit_ends_when_its_own_clock_says(String start, int value, String unit, String end) {
    var limit = new Limit(value, LimitUnit.of(unit));

    assertThat(deadlines.deadline(at(start), limit)).isEqualTo(at(end));
  }

  @Test
  void a_suspension_costs_no_work_time() {
    var clock = fourWorkHours("2026-05-25T08:00");

    var resumed =
        clock.pause(at("2026-05-25T10:00"), deadlines).resume(at("2026-05-27T14:00"), deadlines);

    assertThat(resumed.dueAt()).isEqualTo(at("2026-05-27T16:00"));
  }

  @Test
  void an_extension_adds_one_original_limit() {
    var extended = fourWorkHours("2026-05-25T08:00").extend(at("2026-05-25T11:00"), deadlines);

    assertThat(extended.dueAt()).isEqualTo(at("2026-05-25T18:00"));
    assertThat(extended.extend(at("2026-05-25T12:00"), deadlines).dueAt())
        .isEqualTo(at("2026-05-26T12:00"));
  }

  @Test
  void rework_goes_on_with_what_was_left() {
    var reworked =
        fourWorkHours("2026-05-25T08:00")
            .pause(at("2026-05-25T11:00"), deadlines)
            .resume(at("2026-05-26T09:00"), deadlines);

    assertThat(reworked.dueAt()).isEqualTo(at("2026-05-26T10:00"));
  }

  @Test
  void a_limit_once_used_up_stays_used_up() {
    var late =
        fourWorkHours("2026-05-25T08:00")
            .pause(at("2026-05-25T15:00"), deadlines)
            .resume(at("2026-05-26T09:00"), deadlines);

    assertThat(late.dueAt()).isEqualTo(at("2026-05-25T12:00"));
    assertThat(late.isLate(at("2026-05-26T09:00"))).isTrue();
  }

  @ParameterizedTest(name = "at {0} the light is {1}")
  @CsvSource({
    "2026-05-25T08:00, GREEN",
    "2026-05-25T11:12, GREEN",
    "2026-05-25T11:13, YELLOW",
    "2026-05-25T12:00, YELLOW",
    "2026-05-25T12:01, RED"
  })
  void the_light_turns_at_four_fifths_and_at_the_whole(String now, Light light) {
    assertThat(fourWorkHours("2026-05-25T08:00").light(at(now))).isEqualTo(light);
  }

  private ClockAccount fourWorkHours(String start) {
    return ClockAccount.start(new Limit(4, LimitUnit.WORK_HOUR), at(start), deadlines);
  }
}
