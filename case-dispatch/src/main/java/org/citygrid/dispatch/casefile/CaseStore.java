package org.citygrid.dispatch.casefile;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.dispatch.calendar.Relaying;
import org.citygrid.dispatch.calendar.TownCalendar;
import org.citygrid.platform.message.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The case files in PostgreSQL.
@Component
public class CaseStore {
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final TownCalendar calendar;
  private final Relaying relaying;
  private final JdbcTemplate template;

  CaseStore(
      JdbcClient jdbc,
      JdbcTemplate template,
      Outbox outbox,
      TownCalendar calendar,
      Relaying relaying) {
    this.jdbc = jdbc;
    this.template = template;
    this.outbox = outbox;
    this.calendar = calendar;
    this.relaying = relaying;
  }

  /// Reads a row that some query gave as `row_to_json(city_case)`.
  public static CaseFile read(String row) {
    return RowJson.read(row);
  }

  public Optional<CaseFile> find(UUID id) {
    return jdbc.sql("select row_to_json(c) from dispatch.city_case c where id = :id")
        .param("id", id)
        .query((row, _) -> RowJson.read(row.getString(1)))
        .optional();
  }

  /// Finds a case by its number.
  ///
  /// @param division the case lies in this division or below it
  public Optional<CaseFile> findByNumber(String number, String division) {
    return jdbc.sql(
            """
            select row_to_json(c) from dispatch.city_case c
            where number = :number and starts_with(division_code, :division)
            order by reported_at
            limit 1
            """)
        .param("number", number)
        .param("division", division)
        .query((row, _) -> RowJson.read(row.getString(1)))
        .optional();
  }

  /// Locks the cases of these reports until the transaction ends, always in the same order.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<CaseFile> lockByReport(Collection<UUID> reportIds) {
    return upToDate(
        jdbc.sql(
                """
                select row_to_json(c), (select max(id) from dispatch.calendar_change)
                from dispatch.city_case c
                where report_id = any (:ids)
                order by id
                for update
                """)
            .param("ids", reportIds.toArray(UUID[]::new))
            .query((row, _) -> new Locked(RowJson.read(row.getString(1)), row.getLong(2)))
            .list());
  }

  /// Locks these cases until the transaction ends, always in the same order.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<CaseFile> lock(Collection<UUID> ids) {
    return upToDate(
        jdbc.sql(
                """
                select row_to_json(c), (select max(id) from dispatch.calendar_change)
                from dispatch.city_case c
                where id = any (:ids)
                order by id
                for update
                """)
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, _) -> new Locked(RowJson.read(row.getString(1)), row.getLong(2)))
            .list());
  }

  /// Locks a case that was read before, until the transaction ends.
  ///
  /// @return the case as it is, its deadline by the calendar of now
  /// @throws Overtaken when it was moved since it was read
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseFile lock(CaseFile seen) {
    return lock(List.of(seen.id())).stream()
        .filter(now -> now.standing().version == seen.standing().version)
        .findFirst()
        .orElseThrow(() -> new Overtaken(1, 0));
  }

  private record Locked(CaseFile file, long calendar) {}

  /// Whoever locks cases acts by the calendar as it is now: it is read again if it was changed, and
  /// running clocks that lie by an older one are laid anew before they are looked at.
  private List<CaseFile> upToDate(List<Locked> locked) {
    locked.stream().mapToLong(Locked::calendar).max().ifPresent(calendar::atLeast);
    var behind =
        locked.stream()
            .filter(one -> isBehind(one.file.standing()))
            .map(one -> one.file.id())
            .toList();
    if (behind.isEmpty()) {
      return locked.stream().map(Locked::file).toList();
    }
    relaying.relayLocked(behind);
    var laid = new HashMap<UUID, CaseFile>();
    behind.forEach(id -> find(id).ifPresent(file -> laid.put(id, file)));
    return locked.stream().map(one -> laid.getOrDefault(one.file.id(), one.file)).toList();
  }

  private static boolean isPast(@Nullable Instant due, Instant now) {
    return due != null && due.isBefore(now);
  }

  private boolean isBehind(Standing s) {
    return s.clockRunningSince != null && s.calendarRevision < calendar.get().revision();
  }

  /// Suspended cases whose date has come, left to us alone until the transaction ends.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<CaseFile> lockDueToResume(Instant now, int limit) {
    return upToDate(
        jdbc.sql(
                """
                select row_to_json(c), (select max(id) from dispatch.calendar_change)
                from dispatch.city_case c
                where state = 'SUSPENDED' and suspended_until <= :now
                order by suspended_until
                limit :limit
                for update skip locked
                """)
            .param("now", Timestamp.from(now))
            .param("limit", limit)
            .query((row, _) -> new Locked(RowJson.read(row.getString(1)), row.getLong(2)))
            .list());
  }

  /// Cases whose running clock has passed its deadline and which have not been chased for that
  /// deadline, left to us alone until the transaction ends.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<CaseFile> lockTurnedRed(Instant now, int limit) {
    var red =
        upToDate(
            jdbc.sql(
                    """
                    select row_to_json(c), (select max(id) from dispatch.calendar_change)
                    from dispatch.city_case c
                    where clock_running_since is not null and state <> 'SUSPENDED'
                      and due_at < :now and chased_at is distinct from due_at
                    order by due_at
                    limit :limit
                    for update skip locked
                    """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, _) -> new Locked(RowJson.read(row.getString(1)), row.getLong(2)))
                .list());
    return red.stream().filter(file -> isPast(file.standing().dueAt, now)).toList();
  }

  /// Stores a journal whole, with its events.
  ///
  /// @throws Overtaken when a changed case is no longer at the version it was read at
  @Transactional
  public void store(Journal journal) {
    if (journal.isEmpty()) {
      return;
    }
    insertCases(journal);
    updateCases(journal);
    insertMoves(journal);
    insert(journal.asked, ASKED);
    insert(journal.decided, DECIDED);
    insert(journal.tasksSent, TASKS);
    insert(journal.tasksDone, TASKS_DONE);
    insert(journal.supervised, SUPERVISIONS);
    addFollowers(journal);
    outbox.appendAll(journal.messages);
  }

  private void insertCases(Journal journal) {
    Rows.CASES.in(template, journal.opened);
  }

  /// A batch is copied; a move alone keeps a statement that is prepared.
  private void insertMoves(Journal journal) {
    if (journal.moves.size() > 1) {
      Rows.MOVES.in(template, journal.moves);
    } else {
      insert(journal.moves, MOVES);
    }
  }

  private void updateCases(Journal journal) {
    int expected = journal.changed.size();
    int written = insert(journal.changed.values().stream().map(RowJson::changed).toList(), CHANGES);
    if (written != expected) {
      throw new Overtaken(expected, written);
    }
  }

  private void addFollowers(Journal journal) {
    journal.followers.forEach((master, count) ->
        jdbc.sql(
                """
                update dispatch.city_case set report_count = report_count + :count
                where id = :id
                """)
            .param("id", master)
            .param("count", count)
            .update());
  }

  private int insert(Collection<?> rows, String statement) {
    return rows.isEmpty() ? 0 : jdbc.sql(statement).param("rows", RowJson.rows(rows)).update();
  }

  private static final String CHANGES =
      """
      with changed as (
        select r.*, b.was, b.laid_by
        from json_populate_recordset(null::dispatch.city_case, cast(:rows as json)) as r
        join json_to_recordset(cast(:rows as json)) as b(id uuid, was integer, laid_by bigint) using (id))
      update dispatch.city_case c set
        state = r.state, version = r.version, moved_at = r.moved_at, condition_id = r.condition_id,
        unit_code = r.unit_code, limit_value = r.limit_value, limit_unit = r.limit_unit,
        clock_total = r.clock_total, clock_consumed = r.clock_consumed, clock_started_at = r.clock_started_at,
        clock_running_since = r.clock_running_since, warn_at = r.warn_at, due_at = r.due_at,
        calendar_revision = r.calendar_revision, request = r.request, request_seq = r.request_seq, request_until = r.request_until,
        suspended_until = r.suspended_until, task_id = r.task_id, task_collector = r.task_collector,
        task_due_at = r.task_due_at, filed_at = r.filed_at, filed_by = r.filed_by,
        dispatched_at = r.dispatched_at, dispatched_by = r.dispatched_by, handled_at = r.handled_at,
        handled_by = r.handled_by, closed_at = r.closed_at, late = r.late, verified = r.verified,
        staff = r.staff, staff_done_at = r.staff_done_at, stage_due_at = r.stage_due_at,
        chased_at = r.chased_at, escalated = r.escalated, missed = r.missed,
        exempt = r.exempt, appealed = r.appealed, self_handled = r.self_handled,
        extensions = r.extensions, suspensions = r.suspensions, returns = r.returns,
        denied_returns = r.denied_returns, reworks = r.reworks, rejections = r.rejections,
        master_id = r.master_id, suspicion_denied = r.suspicion_denied
      from changed r
      where c.id = r.id and c.version = r.was and c.calendar_revision = r.laid_by
      """;

  private static final String MOVES =
      """
      insert into dispatch.case_move (
        case_id, seq, action, from_state, to_state, actor, actor_role, moved_at, recorded_at, opinion, receiver,
        seconds_used, late, stage_late, due_at, photo_ids, facts)
      select
        case_id, seq, action, from_state, to_state, actor, actor_role, moved_at, recorded_at, opinion, receiver,
        seconds_used, late, stage_late, due_at, photo_ids, facts
      from json_populate_recordset(null::dispatch.case_move, cast(:rows as json))
      """;

  private static final String ASKED =
      """
      insert into dispatch.case_request
      select * from json_populate_recordset(null::dispatch.case_request, cast(:rows as json))
      """;

  private static final String DECIDED =
      """
      update dispatch.case_request q set
        decided_seq = r.decided_seq, decision = r.decision, decided_at = r.decided_at, decided_by = r.decided_by
      from json_populate_recordset(null::dispatch.case_request, cast(:rows as json)) r
      where q.case_id = r.case_id and q.asked_seq = r.asked_seq
      """;

  private static final String TASKS =
      """
      insert into dispatch.field_task
      select * from json_populate_recordset(null::dispatch.field_task, cast(:rows as json))
      """;

  private static final String TASKS_DONE =
      """
      update dispatch.field_task t set done_at = r.done_at, outcome = r.outcome
      from json_populate_recordset(null::dispatch.field_task, cast(:rows as json)) r
      where t.task_id = r.task_id
      """;

  private static final String SUPERVISIONS =
      """
      insert into dispatch.supervision
      select * from json_populate_recordset(null::dispatch.supervision, cast(:rows as json))
      """;
}
