package org.citygrid.dispatch.calendar;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.citygrid.dispatch.calendar.TownCalendar.Turn;
import org.citygrid.dispatch.deadline.ClockAccount;
import org.citygrid.dispatch.deadline.Deadlines;
import org.citygrid.dispatch.deadline.Limit;
import org.citygrid.dispatch.deadline.LimitUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Lays running clocks anew after the calendar was changed, each once for each change, and notes
/// every deadline that moved. A case's version does not change: it was not moved.
@Component
public class Relaying {
  private static final int AT_ONCE = 1_000;
  private static final int TRIES = 50;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final JdbcClient jdbc;
  private final TownCalendar calendar;
  private final CalendarTable table;
  private final TransactionTemplate transaction;

  Relaying(
      JdbcClient jdbc,
      TownCalendar calendar,
      CalendarTable table,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.table = table;
    this.transaction = transaction;
  }

  private record Running(UUID id, ClockAccount clock) {}

  private record Laid(
      UUID id,
      long clockConsumed,
      @Nullable Instant clockRunningSince,
      Instant warnAt,
      Instant dueAt,
      long calendarRevision) {}

  private record Moved(
      long changeId,
      UUID caseId,
      Instant warnBefore,
      Instant warnAfter,
      Instant dueBefore,
      Instant dueAfter) {}

  /// Lays every clock anew that lies by an older calendar, some at a time. Cases that somebody has
  /// locked are left for the next time: whoever locks a case lays its clock anew himself.
  ///
  /// @return how many clocks are left
  public synchronized int sweep() {
    calendar.refresh();
    var revision = calendar.get().revision();
    var oldest = oldest(revision);
    if (oldest == null) {
      return 0;
    }
    while (requireNonNull(transaction.execute(_ -> batch(revision))) > 0) {
      // Go on with the next ones.
    }
    table.count(oldest);
    return left(revision);
  }

  /// Sweeps until nothing is left, or for some seconds: others may hold a case, or sweep as well.
  ///
  /// @return how many clocks are left
  int sweepOut() {
    int left = sweep();
    for (int i = 0; left > 0 && i < TRIES; i++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      left = sweep();
    }
    return left;
  }

  private int batch(long revision) {
    var behind =
        jdbc.sql(
                """
                select
                  id, limit_value, limit_unit, clock_total, clock_consumed, clock_started_at, clock_running_since,
                  warn_at, due_at, calendar_revision
                from dispatch.city_case
                where clock_running_since is not null and calendar_revision < :revision
                order by id
                limit :limit
                for update skip locked
                """)
            .param("revision", revision)
            .param("limit", AT_ONCE)
            .query((row, _) -> running(row))
            .list();
    relay(behind);
    return behind.size();
  }

  /// Lays the clocks of these cases anew. The caller has locked them.
  @Transactional(propagation = Propagation.MANDATORY)
  public void relayLocked(Collection<UUID> ids) {
    relay(
        jdbc.sql(
                """
                select
                  id, limit_value, limit_unit, clock_total, clock_consumed, clock_started_at, clock_running_since,
                  warn_at, due_at, calendar_revision
                from dispatch.city_case
                where id = any (:ids) and clock_running_since is not null
                """)
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, _) -> running(row))
            .list());
  }

  private void relay(List<Running> clocks) {
    Map<Long, List<Turn>> turns = new HashMap<>();
    var laid = new ArrayList<Laid>();
    var moved = new ArrayList<Moved>();
    for (var one : clocks) {
      var clock = one.clock;
      for (var turn : turns.computeIfAbsent(clock.calendarRevision(), calendar::turnsSince)) {
        var next = clock.relay(turn.at(), turn.before(), turn.after());
        if (!next.dueAt().equals(clock.dueAt()) || !next.warnAt().equals(clock.warnAt())) {
          moved.add(move(one.id, clock, next));
        }
        clock = next;
      }
      laid.add(laid(one.id, clock));
    }
    store(laid, UPDATE);
    store(moved, MOVES);
  }

  private void store(List<?> rows, String statement) {
    if (!rows.isEmpty()) {
      jdbc.sql(statement).param("rows", JSON.writeValueAsString(rows)).update();
    }
  }

  /// What a change would do to the open cases, without doing it.
  ///
  /// @param earlier how many deadlines would come earlier
  /// @param later how many would come later
  record Preview(int earlier, int later) {
    int cases() {
      return earlier + later;
    }
  }

  Preview preview(Deadlines before, Deadlines after, Instant at) {
    var counts = new int[2];
    jdbc.sql(
            """
            select
              id, limit_value, limit_unit, clock_total, clock_consumed, clock_started_at, clock_running_since,
              warn_at, due_at, calendar_revision
            from dispatch.city_case
            where clock_running_since is not null
            """)
        .query(row -> {
          var clock = running(row).clock;
          var order = clock.relay(at, before, after).dueAt().compareTo(clock.dueAt());
          if (order != 0) {
            counts[order < 0 ? 0 : 1]++;
          }
        });
    return new Preview(counts[0], counts[1]);
  }

  private @Nullable Long oldest(long revision) {
    return jdbc.sql(
            """
            select calendar_revision from dispatch.city_case
            where clock_running_since is not null and calendar_revision < :revision
            order by calendar_revision
            limit 1
            """)
        .param("revision", revision)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private int left(long revision) {
    return jdbc.sql(
            """
            select count(*) from dispatch.city_case
            where clock_running_since is not null and calendar_revision < :revision
            """)
        .param("revision", revision)
        .query(Integer.class)
        .single();
  }

  private static Running running(ResultSet row) throws SQLException {
    return new Running(
        row.getObject("id", UUID.class),
        new ClockAccount(
            new Limit(row.getInt("limit_value"), LimitUnit.of(row.getString("limit_unit"))),
            Duration.ofSeconds(row.getLong("clock_total")),
            Duration.ofSeconds(row.getLong("clock_consumed")),
            instant(row.getTimestamp("clock_started_at")),
            instant(row.getTimestamp("clock_running_since")),
            instant(row.getTimestamp("warn_at")),
            instant(row.getTimestamp("due_at")),
            row.getLong("calendar_revision")));
  }

  private static Instant instant(Timestamp time) {
    return time.toInstant();
  }

  private static Laid laid(UUID id, ClockAccount clock) {
    return new Laid(
        id,
        clock.consumed().toSeconds(),
        clock.runningSince(),
        clock.warnAt(),
        clock.dueAt(),
        clock.calendarRevision());
  }

  private static Moved move(UUID id, ClockAccount before, ClockAccount after) {
    return new Moved(
        after.calendarRevision(),
        id,
        before.warnAt(),
        after.warnAt(),
        before.dueAt(),
        after.dueAt());
  }

  private static final String UPDATE =
      """
      update dispatch.city_case c set
        clock_consumed = r.clock_consumed, clock_running_since = r.clock_running_since,
        warn_at = r.warn_at, due_at = r.due_at, calendar_revision = r.calendar_revision
      from json_populate_recordset(null::dispatch.city_case, cast(:rows as json)) r
      where c.id = r.id
      """;

  private static final String MOVES =
      """
      insert into dispatch.calendar_move
        (change_id, case_id, warn_before, warn_after, due_before, due_after)
      select change_id, case_id, warn_before, warn_after, due_before, due_after
      from json_populate_recordset(null::dispatch.calendar_move, cast(:rows as json))
      """;
}
