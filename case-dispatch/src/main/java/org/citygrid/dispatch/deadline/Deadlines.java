package org.citygrid.dispatch.deadline;

import java.time.Duration;
import java.time.Instant;

/// The four clocks over one working calendar.
public final class Deadlines {

  private final WorkCalendar calendar;
  private final long revision;

  public Deadlines(WorkCalendar calendar) {
    this(calendar, 0);
  }

  /// @param revision of the calendar: rises with each change
  public Deadlines(WorkCalendar calendar, long revision) {
    this.calendar = calendar;
    this.revision = revision;
  }

  /// Which calendar these deadlines are laid by.
  public long revision() {
    return revision;
  }

  /// When a limit that starts now is used up, without pause or extension.
  public Instant deadline(Instant start, Limit limit) {
    return plus(start, length(limit, start), limit.unit());
  }

  /// How much clock time a limit is. A work day has the length it has when the limit starts.
  public Duration length(Limit limit, Instant start) {
    return switch (limit.unit()) {
      case EMERGENCY_HOUR, WORK_HOUR -> Duration.ofHours(limit.value());
      case WORK_DAY -> calendar.dayLength(start).multipliedBy(limit.value());
      case CALENDAR_DAY -> Duration.ofDays(limit.value());
    };
  }

  /// When so much work time has passed, for limits shorter than an hour.
  public Instant afterWork(Instant start, Duration work) {
    return calendar.plus(start, work);
  }

  /// When so much clock time has passed.
  Instant plus(Instant start, Duration time, LimitUnit unit) {
    return unit.runsOn() ? start.plus(time) : calendar.plus(start, time);
  }

  /// How much clock time passes between two instants.
  Duration between(Instant from, Instant to, LimitUnit unit) {
    return unit.runsOn() ? Duration.between(from, to) : calendar.between(from, to);
  }
}
