package org.citygrid.dispatch.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts the lights of open cases by department and by duty grid, and finds what is stuck.
@Component
final class LampTable {
  private final JdbcClient jdbc;
  private final StuckRules rules;

  LampTable(JdbcClient jdbc, StuckRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
  }

  /// Open cases of one department in one duty grid.
  ///
  /// @param oldestDue the earliest deadline of a running clock
  record Lamps(
      @Nullable String unit,
      @Nullable String grid,
      int green,
      int yellow,
      int red,
      int suspended,
      int none,
      @Nullable Instant oldestDue) {}

  List<Lamps> lamps(String division, Instant now) {
    return jdbc.sql(
            """
            select
              c.unit_code, c.duty_grid_code,
              count(*) filter (where v.light = 'green'), count(*) filter (where v.light = 'yellow'),
              count(*) filter (where v.light = 'red'), count(*) filter (where v.light = 'suspended'),
              count(*) filter (where v.light = 'none'),
              min(c.due_at) filter (where v.light in ('red', 'yellow'))
            from dispatch.seen_case(
              :division, null, null, '', '{}'::text[], '{}'::text[], cast(:now as timestamptz)) v
            join dispatch.city_case c on c.id = v.id
            where c.state not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED')
            group by c.unit_code, c.duty_grid_code
            """)
        .param("division", division)
        .param("now", Timestamp.from(now))
        .query((row, _) ->
            new Lamps(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                instant(row.getTimestamp(8))))
        .list();
  }

  /// A stuck case, as far as a list shows it.
  ///
  /// @param since when it was last moved
  record Stuck(
      String number,
      String state,
      String kind,
      String classCode,
      @Nullable String unit,
      @Nullable String grid,
      @Nullable String collector,
      String request,
      int hops,
      @Nullable Instant dueAt,
      Instant since,
      int version,
      List<String> reasons) {}

  /// Those that have stood still longest come first.
  List<Stuck> stuck(String division, String reason, Instant now, int limit) {
    return jdbc.sql(
            """
            select
              c.number, c.state, c.kind, c.class_code, c.unit_code, c.duty_grid_code, c.task_collector,
              c.request, c.returns + c.denied_returns + c.reworks + c.rejections as hops, c.due_at, s.since,
              c.version, s.reasons
            from dispatch.stuck_case(
              :division, :unmannedStates, :mannedUnits, :mannedPeople, :hops, cast(:silent as jsonb),
              :requestSeconds, cast(:now as timestamptz)) s
            join dispatch.city_case c on c.id = s.id
            where :reason = 'any' or :reason = any (s.reasons)
            order by s.since, c.id
            limit :limit
            """)
        .params(rules.parameters(division))
        .param("division", division)
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query((row, _) ->
            new Stuck(
                row.getString("number"),
                row.getString("state"),
                row.getString("kind"),
                row.getString("class_code"),
                row.getString("unit_code"),
                row.getString("duty_grid_code"),
                row.getString("task_collector"),
                row.getString("request"),
                row.getInt("hops"),
                instant(row.getTimestamp("due_at")),
                row.getTimestamp("since").toInstant(),
                row.getInt("version"),
                List.of((String[]) row.getArray("reasons").getArray())))
        .list();
  }

  /// How many are stuck for a reason; one case may be counted under several.
  record ReasonCount(String reason, int count) {}

  List<ReasonCount> stuckCounts(String division, Instant now) {
    return jdbc.sql(
            """
            select r.reason, count(*)
            from dispatch.stuck_case(
              :division, :unmannedStates, :mannedUnits, :mannedPeople, :hops, cast(:silent as jsonb),
              :requestSeconds, cast(:now as timestamptz)) s
            cross join lateral (
              select unnest(s.reasons) as reason union all select 'any') r
            group by r.reason
            """)
        .params(rules.parameters(division))
        .param("division", division)
        .param("now", Timestamp.from(now))
        .query((row, _) -> new ReasonCount(row.getString(1), row.getInt(2)))
        .list();
  }

  /// A chase, with the answer once there is one.
  record Chase(
      String number,
      int seq,
      String state,
      String kind,
      String classCode,
      @Nullable String unit,
      @Nullable String grid,
      String byWhom,
      String opinion,
      Instant at,
      @Nullable Instant replyDue,
      @Nullable Instant repliedAt,
      @Nullable String repliedBy,
      @Nullable String reply) {}

  /// Those that still ask for an answer; the most overdue come first.
  List<Chase> chases(String division, boolean overdue, Instant now, int limit) {
    return jdbc.sql(
            """
            select
              c.number, o.seq, c.state, c.kind, c.class_code, c.unit_code, c.duty_grid_code, o.by_whom, o.opinion,
              m.moved_at, o.reply_due, cast(null as timestamptz) as replied_at,
              cast(null as text) as replied_by, cast(null as text) as reply
            from dispatch.open_supervision o
            join dispatch.city_case c on c.id = o.case_id
            join dispatch.case_move m on m.case_id = o.case_id and m.seq = o.seq
            where starts_with(c.division_code, :division) and (not :overdue or o.reply_due < :now)
            order by o.reply_due nulls last, m.moved_at
            limit :limit
            """)
        .param("division", division)
        .param("overdue", overdue)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query((row, _) -> chase(row))
        .list();
  }

  /// Those answered since then, the newest answer first.
  List<Chase> answered(String division, Instant since, int limit) {
    return jdbc.sql(
            """
            select
              c.number, s.seq, c.state, c.kind, c.class_code, c.unit_code, c.duty_grid_code, s.by_whom, s.opinion,
              m.moved_at, s.reply_due, s.replied_at, s.replied_by, s.reply
            from dispatch.supervision s
            join dispatch.city_case c on c.id = s.case_id
            join dispatch.case_move m on m.case_id = s.case_id and m.seq = s.seq
            where s.replied_at >= :since and starts_with(c.division_code, :division)
            order by s.replied_at desc
            limit :limit
            """)
        .param("division", division)
        .param("since", Timestamp.from(since))
        .param("limit", limit)
        .query((row, _) -> chase(row))
        .list();
  }

  private static Chase chase(ResultSet row) throws SQLException {
    return new Chase(
        row.getString("number"),
        row.getInt("seq"),
        row.getString("state"),
        row.getString("kind"),
        row.getString("class_code"),
        row.getString("unit_code"),
        row.getString("duty_grid_code"),
        row.getString("by_whom"),
        row.getString("opinion"),
        row.getTimestamp("moved_at").toInstant(),
        instant(row.getTimestamp("reply_due")),
        instant(row.getTimestamp("replied_at")),
        row.getString("replied_by"),
        row.getString("reply"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
