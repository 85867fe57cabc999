package org.citygrid.dispatch.deadline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The clock of one case: how much of its limit is used up, and until when the rest lasts.
///
/// The account is kept in clock time (work time for the work clocks), so that a pause costs
/// nothing. It is immutable; each step gives a new one.
///
/// @param total the limit with its extensions, in clock time
/// @param consumed what was used up before `runningSince`
/// @param startedAt when the clock first started
/// @param runningSince null while it stands still
/// @param warnAt when 80 % of the limit is used up; kept as it was while the clock stands still
/// @param dueAt when all of it is used up; kept as it was while the clock stands still
/// @param calendarRevision of the calendar by which a running clock's two times were laid
public record ClockAccount(
    Limit limit,
    Duration total,
    Duration consumed,
    Instant startedAt,
    @Nullable Instant runningSince,
    Instant warnAt,
    Instant dueAt,
    long calendarRevision) {

  /// Starts the clock for a limit.
  public static ClockAccount start(Limit limit, Instant at, Deadlines deadlines) {
    var total = deadlines.length(limit, at);
    return new ClockAccount(limit, total, Duration.ZERO, at, null, at, at, deadlines.revision())
        .resume(at, deadlines);
  }

  public boolean isRunning() {
    return runningSince != null;
  }

  /// Stands the clock still, for a suspension or because the result is in. A clock that already
  /// stands still stays as it is.
  public ClockAccount pause(Instant at, Deadlines deadlines) {
    return runningSince == null ? this : standing(total, consumedBy(at, deadlines));
  }

  /// Lets the clock go on with what is left. A limit that was used up stays used up: its deadline
  /// does not move.
  public ClockAccount resume(Instant at, Deadlines deadlines) {
    if (runningSince != null) {
      return this;
    }
    return new ClockAccount(
        limit,
        total,
        consumed,
        startedAt,
        at,
        reached(warning(), at, warnAt, deadlines),
        reached(total, at, dueAt, deadlines),
        deadlines.revision());
  }

  /// Adds one original limit to what is left.
  public ClockAccount extend(Instant at, Deadlines deadlines) {
    var one = deadlines.length(limit, startedAt);
    var paused = pause(at, deadlines);
    var longer = standing(total.plus(one), paused.consumed);
    return isRunning() ? longer.resume(at, deadlines) : longer;
  }

  /// Lays a running clock on a calendar that was changed at `at`. What was used up by then stays
  /// used up as the calendar had it; what was left is laid on the new one. A time that had passed
  /// by then does not move, a clock that stands still keeps clock time and needs nothing, and a
  /// clock that was laid by this calendar or a later one stays as it is.
  ///
  /// @param before the calendar by which the clock was laid
  public ClockAccount relay(Instant at, Deadlines before, Deadlines after) {
    if (runningSince == null || calendarRevision >= after.revision()) {
      return this;
    }
    var from = at.isAfter(runningSince) ? at : runningSince;
    var passed = !dueAt.isAfter(from);
    var warn = passed ? warnAt : relaid(warnAt, from, before, after);
    var due = passed ? dueAt : relaid(dueAt, from, before, after);
    var used = before.between(runningSince, from, limit.unit());
    return after.between(runningSince, from, limit.unit()).equals(used)
        ? running(consumed, runningSince, warn, due, after)
        : running(consumed.plus(used), from, warn, due, after);
  }

  /// The clock time used up until `at`.
  public Duration consumedBy(Instant at, Deadlines deadlines) {
    return runningSince == null
        ? consumed
        : consumed.plus(deadlines.between(runningSince, at, limit.unit()));
  }

  /// Whether the limit is exceeded at `at`: used up to the last second is still on time. A clock
  /// that stands still is never late; what it was when it stopped is for the caller to keep.
  public boolean isLate(Instant at) {
    return runningSince != null && at.isAfter(dueAt);
  }

  /// The light a running clock shows.
  public Light light(Instant at) {
    return Light.at(at, warnAt, dueAt);
  }

  /// A time that has not come yet, as far ahead in clock time as it was.
  private Instant relaid(Instant mark, Instant from, Deadlines before, Deadlines after) {
    var left = mark.isAfter(from) ? before.between(from, mark, limit.unit()) : Duration.ZERO;
    return left.isPositive() ? after.plus(from, left, limit.unit()) : mark;
  }

  private ClockAccount running(
      Duration used, Instant since, Instant warn, Instant due, Deadlines by) {
    return new ClockAccount(limit, total, used, startedAt, since, warn, due, by.revision());
  }

  private ClockAccount standing(Duration whole, Duration used) {
    return new ClockAccount(limit, whole, used, startedAt, null, warnAt, dueAt, calendarRevision);
  }

  private Duration warning() {
    return total.multipliedBy(4).dividedBy(5);
  }

  private Instant reached(Duration mark, Instant at, Instant before, Deadlines deadlines) {
    var left = mark.minus(consumed);
    return left.isPositive() ? deadlines.plus(at, left, limit.unit()) : before;
  }
}
