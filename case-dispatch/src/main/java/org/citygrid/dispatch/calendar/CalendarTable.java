package org.citygrid.dispatch.calendar;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The calendar in PostgreSQL: as it is, and as each change put it.
@Component
class CalendarTable {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;

  CalendarTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The calendar with its revision, read in one statement so that both belong together.
  record Current(long revision, CalendarContent content) {}

  /// The calendar as a change put it.
  record Past(long revision, Instant changedAt, CalendarContent content) {}

  /// @param cases how many open cases got another deadline by it
  record Change(long revision, Instant at, String by, String note, int cases) {}

  long revision() {
    return jdbc.sql("select coalesce(max(id), 0) from dispatch.calendar_change")
        .query(Long.class)
        .single();
  }

  Current current() {
    return jdbc.sql(
            """
            select
              (select coalesce(max(id), 0) from dispatch.calendar_change),
              json_build_object(
                'periods', (
                  select coalesce(
                    json_agg(
                      json_build_object('validFrom', valid_from, 'starts', starts, 'ends', ends)
                      order by valid_from, starts),
                    '[]')
                  from dispatch.work_period),
                'weeks', (
                  select coalesce(
                    json_agg(json_build_object('validFrom', valid_from, 'days', days) order by valid_from),
                    '[]')
                  from dispatch.work_week),
                'exceptions', (
                  select coalesce(
                    json_agg(json_build_object('day', day, 'name', name, 'works', works) order by day),
                    '[]')
                  from dispatch.calendar_exception))
            """)
        .query((row, _) -> new Current(row.getLong(1), read(row.getString(2))))
        .single();
  }

  /// The first change and all from this revision on, in order.
  List<Past> since(long revision) {
    return jdbc.sql(
            """
            select id, changed_at, content from dispatch.calendar_change
            where id >= :revision or id = (select min(id) from dispatch.calendar_change)
            order by id
            """)
        .param("revision", revision)
        .query((row, _) ->
            new Past(row.getLong(1), row.getTimestamp(2).toInstant(), read(row.getString(3))))
        .list();
  }

  /// The newest come first.
  List<Change> changes(int limit) {
    return jdbc.sql(
            """
            select id, changed_at, changed_by, note, cases from dispatch.calendar_change
            order by id desc
            limit :limit
            """)
        .param("limit", limit)
        .query((row, _) ->
            new Change(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getInt(5)))
        .list();
  }

  Optional<Change> lastChange() {
    return changes(1).stream().findFirst();
  }

  /// Lets one process at a time change the calendar; whoever reads it does not wait.
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock() {
    jdbc.sql("lock table dispatch.calendar_change in share row exclusive mode").update();
  }

  /// Puts the calendar as it shall be and notes the change.
  ///
  /// @return the new revision
  @Transactional(propagation = Propagation.MANDATORY)
  public long put(CalendarContent content, String by, String note, Instant at) {
    var json = JSON.writeValueAsString(content);
    jdbc.sql("delete from dispatch.work_period").update();
    jdbc.sql("delete from dispatch.work_week").update();
    jdbc.sql("delete from dispatch.calendar_exception").update();
    jdbc.sql(
            """
            insert into dispatch.work_period (valid_from, starts, ends)
            select "validFrom", starts, ends
            from json_to_recordset(cast(:json as json) -> 'periods') as p("validFrom" date, starts time, ends time)
            """)
        .param("json", json)
        .update();
    jdbc.sql(
            """
            insert into dispatch.work_week (valid_from, days)
            select "validFrom", days
            from json_to_recordset(cast(:json as json) -> 'weeks') as w("validFrom" date, days smallint[])
            """)
        .param("json", json)
        .update();
    jdbc.sql(
            """
            insert into dispatch.calendar_exception (day, name, works)
            select day, name, works
            from json_to_recordset(cast(:json as json) -> 'exceptions') as e(day date, name text, works boolean)
            """)
        .param("json", json)
        .update();
    return jdbc.sql(
            """
            insert into dispatch.calendar_change (changed_at, changed_by, note, content)
            values (:at, :by, :note, cast(:json as jsonb))
            returning id
            """)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("note", note)
        .param("json", json)
        .query(Long.class)
        .single();
  }

  /// Notes how many deadlines each change from this revision on has moved.
  void count(long revision) {
    jdbc.sql(
            """
            update dispatch.calendar_change c set cases = m.cases
            from (
              select change_id, count(*) as cases from dispatch.calendar_move
              where change_id >= :revision and due_before <> due_after
              group by change_id) m
            where c.id = m.change_id and c.cases <> m.cases
            """)
        .param("revision", revision)
        .update();
  }

  private static CalendarContent read(String json) {
    return JSON.readValue(json, CalendarContent.class);
  }
}
