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
public record ClockAccount(
    Limit limit,
    Duration total,
    Duration consumed,
    Instant startedAt,
    @Nullable Instant runningSince,
    Instant warnAt,
    Instant dueAt) {

  /// Starts the clock for a limit.
  public static ClockAccount start(Limit limit, Instant at, Deadlines deadlines) {
    var total = deadlines.length(limit, at);
    return new ClockAccount(limit, total, Duration.ZERO, at, null, at, at).resume(at, deadlines);
  }

  public boolean isRunning() {
    return runningSince != null;
  }

  /// Stands the clock still, for a suspension or because the result is in. A clock that already
  /// stands still stays as it is.
  public ClockAccount pause(Instant at, Deadlines deadlines) {
    return runningSince == null
        ? this
        : new ClockAccount(limit, total, consumedBy(at, deadlines), startedAt, null, warnAt, dueAt);
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
        reached(total, at, dueAt, deadlines));
  }

  /// Adds one original limit to what is left.
  public ClockAccount extend(Instant at, Deadlines deadlines) {
    var one = deadlines.length(limit, startedAt);
    var paused = pause(at, deadlines);
    var longer =
        new ClockAccount(limit, total.plus(one), paused.consumed, startedAt, null, warnAt, dueAt);
    return isRunning() ? longer.resume(at, deadlines) : longer;
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

  private Duration warning() {
    return total.multipliedBy(4).dividedBy(5);
  }

  private Instant reached(Duration mark, Instant at, Instant before, Deadlines deadlines) {
    var left = mark.minus(consumed);
    return left.isPositive() ? deadlines.plus(at, left, limit.unit()) : before;
  }
}
