package org.citygrid.dispatch.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.citygrid.dispatch.deadline.ClockAccount;
import org.citygrid.dispatch.deadline.Limit;
import org.citygrid.dispatch.deadline.LimitUnit;
import org.citygrid.dispatch.workflow.Request;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;

/// Where a case stands: the columns of `city_case` that moves change, as they are in hand. Only the
/// [Clerk] writes them.
public final class Standing {
  public State state = State.NONE;
  public int version;
  public Instant movedAt = Instant.EPOCH;

  public @Nullable String conditionId;
  public @Nullable String unitCode;
  public @Nullable String staff;
  public @Nullable Instant staffDoneAt;
  public @Nullable Integer limitValue;
  public @Nullable String limitUnit;
  public @Nullable Long clockTotal;
  public @Nullable Long clockConsumed;
  public @Nullable Instant clockStartedAt;
  public @Nullable Instant clockRunningSince;
  public @Nullable Instant warnAt;
  public @Nullable Instant dueAt;
  public long calendarRevision;
  public @Nullable Instant stageDueAt;
  public @Nullable Instant chasedAt;

  public Request request = Request.NONE;
  public @Nullable Integer requestSeq;
  public @Nullable Instant requestUntil;
  public @Nullable Instant suspendedUntil;
  public @Nullable UUID taskId;
  public @Nullable String taskCollector;
  public @Nullable Instant taskDueAt;

  public @Nullable Instant filedAt;
  public @Nullable String filedBy;
  public @Nullable Instant dispatchedAt;
  public @Nullable String dispatchedBy;
  public @Nullable Instant handledAt;
  public @Nullable String handledBy;
  public @Nullable Instant closedAt;

  public boolean late;
  public boolean verified;
  public boolean missed;
  public boolean exempt;
  public boolean appealed;
  public boolean selfHandled;
  public int extensions;
  public int suspensions;
  public int returns;
  public int deniedReturns;
  public int reworks;
  public int rejections;
  public boolean escalated;
  public @Nullable UUID masterId;
  public boolean suspicionDenied;
  public int reportCount = 1;

  /// The limit fixed at filing; null before.
  public @Nullable Limit limit() {
    return limitValue == null || limitUnit == null
        ? null
        : new Limit(limitValue, LimitUnit.of(limitUnit));
  }

  /// The clock's account; null before it has started.
  public @Nullable ClockAccount clock() {
    var limit = limit();
    if (limit == null
        || clockTotal == null
        || clockConsumed == null
        || clockStartedAt == null
        || warnAt == null
        || dueAt == null) {
      return null;
    }
    return new ClockAccount(
        limit,
        Duration.ofSeconds(clockTotal),
        Duration.ofSeconds(clockConsumed),
        clockStartedAt,
        clockRunningSince,
        warnAt,
        dueAt,
        calendarRevision);
  }

  void setClock(ClockAccount clock) {
    clockTotal = clock.total().toSeconds();
    clockConsumed = clock.consumed().toSeconds();
    clockStartedAt = clock.startedAt();
    clockRunningSince = clock.runningSince();
    warnAt = clock.warnAt();
    dueAt = clock.dueAt();
    calendarRevision = clock.calendarRevision();
  }

  void setLimit(Limit limit) {
    limitValue = limit.value();
    limitUnit = limit.unit().code();
  }
}
