package org.citygrid.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.citygrid.data.day.CaseMix;

/// Millions of synthetic cases of the last three years with all their moves, made by SQL on whole
/// sets: what a large city has behind it. They lie at some two hundred thousand spots of the land
/// that is there, where the same happens again and again; most are closed, those of the last days
/// stand where they would stand now.
///
/// Nobody is told of them: there are no events, no photos, and no figures, because they look as if
/// written by transactions of ten thousand cases each, long ago. Whoever measures figures folds
/// them first.
final class CaseMass {
  private static final int DAYS = 3 * 365;
  private static final int SPOTS = 200_000;
  private static final int DRAWS = 2_000;
  private static final int COMPONENTS_IN_A_THOUSAND = 55;
  private static final long CHUNK = 250_000;
  private static final long SEED = 7;

  private final Connection connection;

  private CaseMass(Connection connection) {
    this.connection = connection;
  }

  /// Adds this many cases; minutes for millions. Cells and duty grids must be there; registered
  /// components are taken where there are some.
  ///
  /// @param connection of the owner of the tables, in auto-commit; nobody else writes meanwhile
  static void load(Connection connection, long cases) throws SQLException {
    var mass = new CaseMass(connection);
    mass.inOne(List.of("dispatch.city_case", "dispatch.case_move"), () -> mass.fill(cases));
  }

  /// A report in intake for each case that has none yet.
  static void loadReports(Connection connection) throws SQLException {
    var mass = new CaseMass(connection);
    mass.inOne(List.of("intake.report"), () -> Rig.execute(connection, REPORTS));
  }

  @FunctionalInterface
  private interface Filling {
    void run() throws SQLException;
  }

  /// In one transaction, without indexes; afterwards as a server at rest has it.
  private void inOne(List<String> tables, Filling filling) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Rig.execute(connection, "set local timezone = 'Asia/Shanghai'");
      Rig.execute(connection, "set local maintenance_work_mem = '512MB'");
      Rig.execute(connection, "set local work_mem = '64MB'");
      var stripped = Stripped.of(connection, tables);
      filling.run();
      stripped.restore();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
    for (String table : tables) {
      Rig.execute(connection, "vacuum analyze " + table);
    }
  }

  private void fill(long cases) throws SQLException {
    Rig.execute(connection, "select setseed(0.%d)".formatted(SEED));
    Rig.execute(
        connection,
        "create temp table mass_term as select %d::bigint as cases, %d::bigint as days, %d as spots"
            .formatted(cases, DAYS, SPOTS));
    spots();
    for (long from = 0; from < cases; from += CHUNK) {
      chunk(from, Math.min(cases, from + CHUNK));
    }
    Rig.execute(connection, NUMBERS);
    Rig.execute(connection, "drop table mass_spot, mass_term");
  }

  private void spots() throws SQLException {
    var random = new SplittableRandom(SEED);
    List<String> classes = new ArrayList<>();
    List<String> units = new ArrayList<>();
    for (int draw = 0; draw < DRAWS; draw++) {
      String classCode = CaseMix.eventClass(random);
      classes.add(classCode);
      units.add(CaseMix.unitFor("event", classCode, null));
    }
    try (var statement = connection.prepareStatement(SPOT_TABLE)) {
      statement.setArray(1, connection.createArrayOf("text", classes.toArray()));
      statement.setArray(2, connection.createArrayOf("text", units.toArray()));
      statement.setInt(3, SPOTS * (1_000 - COMPONENTS_IN_A_THOUSAND) / 1_000);
      statement.setInt(4, SPOTS * COMPONENTS_IN_A_THOUSAND / 1_000);
      statement.execute();
    }
    Rig.execute(connection, "analyze mass_spot");
    if (Rig.number(connection, "select count(*) from mass_spot") == 0) {
      throw new NotMeasured("there are no cells to put cases into");
    }
  }

  private void chunk(long from, long until) throws SQLException {
    try (var statement = connection.prepareStatement(CASE_TABLE)) {
      statement.setLong(1, from);
      statement.setLong(2, until - 1);
      statement.execute();
    }
    Rig.execute(connection, CASES);
    Rig.execute(connection, MOVES);
    Rig.execute(connection, "drop table mass_case");
  }

  /// Where things happen: a class at a place, or a component.
  private static final String SPOT_TABLE =
      """
      create temp table mass_spot as
      with cell as materialized (
        select row_number() over (order by c.code) as n, c.code, c.division_code, c.duty_grid_code,
          st_pointonsurface(c.boundary) as centre
        from grid.cell c
        where c.valid_to is null),
      draw as materialized (
        select * from unnest(cast(? as text[]), cast(? as text[])) with ordinality as d(class_code, unit_code, n)),
      condition as materialized (
        select distinct on (kind, class_code) kind, class_code, id, limit_value, limit_unit
        from asset.class_condition
        where valid_to is null
        order by kind, class_code, id),
      event as (
        select n, random() as a, random() as b, random() as c, random() as d
        from generate_series(1, ?) n),
      place as (
        select 'event' as kind, draw.class_code, draw.unit_code, null as component_code,
          st_x(cell.centre) + (c - 0.5) * 0.0007 as lon, st_y(cell.centre) + (d - 0.5) * 0.0007 as lat,
          cell.code as cell_code, cell.division_code, cell.duty_grid_code
        from event
        join draw on draw.n = 1 + floor(event.b * (select count(*) from draw))::bigint
        join cell on cell.n = 1 + floor(event.a * (select count(*) from cell))::bigint
        union all
        (select 'component', c.class_code, coalesce(c.maintenance_unit, c.owner_unit, 'town'), c.code,
          st_x(c.location), st_y(c.location), cell.code, cell.division_code, cell.duty_grid_code
        from asset.component c
        join cell on cell.code = c.cell_code
        order by md5(c.code)
        limit ?))
      select
        row_number() over (order by random()) - 1 as n, place.*,
        coalesce(duty.user_name, 'nobody') as collector,
        coalesce(condition.id, 'unlisted') as condition_id,
        coalesce(condition.limit_value, 5) as limit_value,
        coalesce(condition.limit_unit, 'work_day') as limit_unit
      from place
      left join grid.duty duty
        on duty.duty_grid_code = place.duty_grid_code and duty.to_at is null and not duty.stand_in
      left join condition using (kind, class_code)
      """;

  /// A row for each case with the times of all its steps; what lies after now has not happened. A
  /// linked case repeats the one before it.
  private static final String CASE_TABLE =
      """
      create temp table mass_case as
      with drawn as (
        select i, random() as spot, random() as luck, random() as origin, random() as slow, random() as fast,
          random() as turns, random() as dx, random() as dy, gen_random_uuid() as report_id
        from generate_series(cast(? as bigint), cast(? as bigint)) i),
      fated as (
        select d.*,
          case
            when luck < 0.02 then 'REFUSED'
            when luck < 0.07 then 'ARCHIVED'
            when luck >= 0.96 and lag(luck) over by_time between 0.07 and 0.96 then 'LINKED'
            else 'HANDLED' end as fate,
          lag(spot) over by_time as spot_before
        from drawn d
        window by_time as (order by i)),
      placed as (
        select f.i, f.fate, f.report_id, f.slow, f.fast, f.turns, s.kind, s.class_code, s.unit_code, s.component_code,
          s.cell_code, s.division_code, s.duty_grid_code, s.collector, s.condition_id, s.limit_value, s.limit_unit,
          s.lon + (f.dx - 0.5) * 0.0002 as lon, s.lat + (f.dy - 0.5) * 0.0002 as lat,
          case
            when f.fate = 'ARCHIVED' or f.origin < 0.752 then 'collector'
            when f.origin < 0.977 then 'public'
            else 'higher' end as source,
          s.limit_value * case when s.limit_unit like '%hour' then interval '1 hour' else interval '1 day' end as allowed,
          s.limit_value * case s.limit_unit
            when 'work_day' then 28800 when 'calendar_day' then 86400 else 3600 end as clock_total,
          current_date - t.days::integer + (f.i * t.days / t.cases)::integer as day,
          1 + f.i - (f.i * t.days / t.cases * t.cases + t.days - 1) / t.days as number_of_day,
          (f.i * t.days % t.cases)::float8 / t.cases as part_of_day
        from fated f
        cross join mass_term t
        join mass_spot s
          on s.n = floor(t.spots * power(case when f.fate = 'LINKED' then f.spot_before else f.spot end, 1.5))),
      reported as (
        select p.*, p.day + interval '7 hours' + p.part_of_day * interval '14 hours' as reported_at,
          p.fate = 'HANDLED' and p.source = 'public' and p.turns < 0.7 as to_verify
        from placed p),
      accepted as (
        select r.*,
          case when to_verify then reported_at + interval '3 minutes' end as verify_sent_at,
          case when to_verify then reported_at + (10 + 20 * fast) * interval '1 minute' end as verified_at,
          reported_at + (case when to_verify then 35 else 3 end + 25 * fast) * interval '1 minute' as accepted_at
        from reported r),
      dispatched as (
        select a.*,
          accepted_at + (3 + 20 * fast) * interval '1 minute' as filed_at,
          accepted_at + (8 + 40 * fast) * interval '1 minute' as dispatched_at
        from accepted a),
      handled as (
        select d.*,
          dispatched_at + allowed * (case when slow < 0.08 then 1.05 + 6 * slow else 0.1 + 0.9 * slow * fast end) as handled_at
        from dispatched d),
      closed as (
        select h.*,
          handled_at + (5 + 55 * fast) * interval '1 minute' as check_sent_at,
          handled_at + (80 + 160 * turns) * interval '1 minute' as passed_at,
          handled_at + (250 + 90 * fast) * interval '1 minute' as closed_at
        from handled h)
      select c.*,
        cast(
          lpad(to_hex((extract(epoch from reported_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3)
          || '8' || substr(md5(i::text), 4, 15) as uuid) as id,
        handled_at > dispatched_at + allowed as late,
        2 * to_verify::integer as v,
        3 * (fate = 'HANDLED' and closed_at <= now() and turns < 0.04)::integer as r,
        3 * (fate = 'HANDLED' and closed_at <= now() and turns between 0.04 and 0.1)::integer as w
      from closed c
      order by i
      """;

  private static final String CASES =
      """
      insert into dispatch.city_case (
        id, number, town_code, report_id, receipt, kind, class_code, component_code, condition_id, description,
        lon, lat, division_code, cell_code, duty_grid_code, source, channel, reporter, observed_at, reported_at,
        state, version, moved_at, proposed_unit, proposed_why, unit_code, limit_value, limit_unit,
        clock_total, clock_consumed, clock_started_at, clock_running_since, warn_at, due_at, chased_at, task_collector,
        filed_at, filed_by, dispatched_at, dispatched_by, handled_at, handled_by, closed_at,
        late, verified, missed, self_handled, returns, reworks, master_id, report_count)
      select
        m.id, day || '-' || lpad(number_of_day::text, greatest(4, length(number_of_day::text)), '0'),
        substr(m.division_code, 1, 9), m.report_id, upper(substr(md5('receipt' || i), 1, 16)), kind, class_code,
        component_code, case when filed then condition_id end, '合成案件 (synthetic), ' || class_code,
        lon, lat, m.division_code, cell_code, duty_grid_code, source,
        case source when 'collector' then 'field' when 'higher' then 'hotline'
          else (array['web', 'wechat', 'hotline'])[1 + (i % 3)::integer] end,
        case when source = 'collector' then collector end, reported_at - interval '40 seconds', reported_at,
        now_is.state, now_is.version, now_is.moved_at, unit_code,
        case when kind = 'component' then 'MAINTENANCE' else 'RESPONSIBILITY' end,
        case when sent then unit_code end,
        case when filed then limit_value end, case when filed then limit_unit end,
        case when sent then clock_total end,
        case when sent then
          case when done then clock_total * extract(epoch from handled_at - m.dispatched_at) / extract(epoch from allowed)
          else 0 end end,
        case when sent then m.dispatched_at end,
        case when sent and not done then m.dispatched_at end,
        case when sent then m.dispatched_at + 0.8 * allowed end,
        case when sent then m.dispatched_at + allowed end,
        case when sent and m.dispatched_at + allowed < now() then m.dispatched_at + allowed end,
        case when now_is.state in ('VERIFYING', 'CHECKING') then collector end,
        case when filed then m.filed_at end, case when filed then 'leader' end,
        case when sent then m.dispatched_at + case when r > 0 then 0.06 else 0 end * (handled_at - m.dispatched_at) end,
        case when sent then 'dispatcher' end,
        case when done then m.handled_at end, case when done then 'unit-' || unit_code end,
        case when now_is.state = 'CLOSED' then now_is.moved_at end,
        done and m.late, coalesce(verified_at <= now(), false), coalesce(verified_at <= now(), false),
        fate = 'ARCHIVED', r / 3, w / 3,
        case when now_is.state = 'LINKED' then m.id_before end,
        1 + (fate_after = 'LINKED')::integer
      from (
        select c.*,
          fate = 'HANDLED' and filed_at <= now() as filed,
          fate = 'HANDLED' and dispatched_at <= now() as sent,
          fate = 'HANDLED' and handled_at <= now() as done,
          lag(id) over (order by i) as id_before, coalesce(lead(fate) over (order by i), '') as fate_after
        from mass_case c) m
      cross join lateral (
        select step.*
        from (values
          (fate = 'HANDLED', 'CLOSED', 8 + v + r + w, m.closed_at),
          (fate = 'HANDLED', 'TO_CLOSE', 7 + v, passed_at),
          (fate = 'HANDLED', 'CHECKING', 6 + v, check_sent_at),
          (fate = 'HANDLED', 'TO_CHECK', 5 + v, m.handled_at),
          (fate = 'HANDLED', 'HANDLING', 4 + v, m.dispatched_at),
          (fate = 'HANDLED', 'TO_DISPATCH', 3 + v, m.filed_at),
          (fate = 'HANDLED', 'TO_FILE', 2 + v, accepted_at),
          (fate = 'REFUSED', 'REFUSED', 2, accepted_at),
          (fate = 'LINKED', 'LINKED', 2, accepted_at),
          (fate = 'ARCHIVED', 'CLOSED', 2, accepted_at),
          (fate = 'ARCHIVED', 'SELF_REVIEW', 1, reported_at),
          (to_verify, 'REPORTED', 3, verified_at),
          (to_verify, 'VERIFYING', 2, verify_sent_at),
          (true, 'REPORTED', 1, reported_at)) step(holds, state, version, moved_at)
        where step.holds and step.moved_at <= now()
        limit 1) now_is
      order by i
      """;

  private static final String MOVES =
      """
      insert into dispatch.case_move (
        case_id, seq, action, from_state, to_state, actor, actor_role, moved_at, recorded_at, opinion, receiver,
        seconds_used, late, due_at, xact, facts)
      select m.id, seq, action, from_state, to_state, actor, actor_role, at, at, opinion, receiver,
        extract(epoch from at - since)::bigint, step.late,
        case when h and seq >= 4 + v then m.dispatched_at + allowed end, (3 + i / 10000)::text::xid8, facts
      from (
        select c.*, handled_at - dispatched_at as work, passed_at - check_sent_at as check_time,
          fate = 'HANDLED' as h, r > 0 as returned, w > 0 as reworked,
          dispatched_at + case when r > 0 then 0.06 else 0 end * (handled_at - dispatched_at) as taken_at,
          check_sent_at + case when w > 0 then 0.8 else 0 end * (passed_at - check_sent_at) as last_sent_at
        from mass_case c) m
      cross join lateral (values
        (true, 1,
          case when fate = 'ARCHIVED' then 'SELF_HANDLE' when source = 'collector' then 'REPORT' else 'REGISTER' end,
          'NONE', case when fate = 'ARCHIVED' then 'SELF_REVIEW' else 'REPORTED' end, reported_at, reported_at,
          case when source = 'collector' then collector else 'system' end,
          case when source = 'collector' then 'COLLECTOR' else 'SYSTEM' end, null, null::text, null::boolean,
          case when fate = 'ARCHIVED' then jsonb '{"row": "28"}' when source = 'collector' then '{"row": "1"}' else '{"row": "2"}' end),
        (fate = 'REFUSED', 2, 'REFUSE', 'REPORTED', 'REFUSED', accepted_at, reported_at, 'acceptor', 'ACCEPTOR', '不属于城市管理', null, null, jsonb '{"row": "5"}'),
        (fate = 'LINKED', 2, 'LINK', 'REPORTED', 'LINKED', accepted_at, reported_at, 'acceptor', 'ACCEPTOR', null, null, null, jsonb '{"row": "6"}'),
        (fate = 'ARCHIVED', 2, 'ARCHIVE', 'SELF_REVIEW', 'CLOSED', accepted_at, reported_at, 'leader', 'SHIFT_LEADER', null, null, null, jsonb '{"row": "29a"}'),
        (to_verify, 2, 'SEND_VERIFY', 'REPORTED', 'VERIFYING', verify_sent_at, reported_at, 'acceptor', 'ACCEPTOR', null, collector, null, jsonb '{"row": "3"}'),
        (to_verify, 3, 'VERIFY_TRUE', 'VERIFYING', 'REPORTED', verified_at, verify_sent_at, collector, 'COLLECTOR', null, null, null, jsonb '{"row": "4a"}'),
        (h, 2 + v, 'ACCEPT', 'REPORTED', 'TO_FILE', accepted_at, coalesce(verified_at, reported_at), 'acceptor', 'ACCEPTOR', null, null, null, jsonb '{"row": "7"}'),
        (h, 3 + v, 'FILE', 'TO_FILE', 'TO_DISPATCH', filed_at, accepted_at, 'leader', 'SHIFT_LEADER', null, null, null, jsonb '{"row": "8"}'),
        (h, 4 + v, 'DISPATCH', 'TO_DISPATCH', 'HANDLING', dispatched_at, filed_at, 'dispatcher', 'DISPATCHER', null, unit_code, null, jsonb '{"row": "11"}'),
        (returned, 5 + v, 'ASK_RETURN', 'HANDLING', 'RETURN_REVIEW', dispatched_at + 0.02 * work, dispatched_at, 'unit-' || unit_code, 'DEPARTMENT', '不归我处', null, null, jsonb '{"row": "14"}'),
        (returned, 6 + v, 'GRANT_RETURN', 'RETURN_REVIEW', 'TO_DISPATCH', dispatched_at + 0.04 * work, dispatched_at + 0.02 * work, 'dispatcher', 'DISPATCHER', null, null, null, jsonb '{"row": "15a"}'),
        (returned, 7 + v, 'DISPATCH', 'TO_DISPATCH', 'HANDLING', taken_at, dispatched_at + 0.04 * work, 'dispatcher', 'DISPATCHER', null, unit_code, null, jsonb '{"row": "11"}'),
        (h, 5 + v + r, 'HAND_IN', 'HANDLING', 'TO_CHECK', handled_at, taken_at, 'unit-' || unit_code, 'DEPARTMENT', '已处置', null, m.late, jsonb '{"row": "21"}'),
        (h, 6 + v + r, 'SEND_CHECK', 'TO_CHECK', 'CHECKING', check_sent_at, handled_at, 'acceptor', 'ACCEPTOR', null, collector, null, jsonb '{"row": "23"}'),
        (reworked, 7 + v + r, 'CHECK_FAIL', 'CHECKING', 'HANDLING', check_sent_at + 0.25 * check_time, check_sent_at, collector, 'COLLECTOR', '未处置到位', unit_code, null, jsonb '{"row": "25a"}'),
        (reworked, 8 + v + r, 'HAND_IN', 'HANDLING', 'TO_CHECK', check_sent_at + 0.6 * check_time, check_sent_at + 0.25 * check_time, 'unit-' || unit_code, 'DEPARTMENT', '已返工', null, m.late, jsonb '{"row": "21"}'),
        (reworked, 9 + v + r, 'SEND_CHECK', 'TO_CHECK', 'CHECKING', last_sent_at, check_sent_at + 0.6 * check_time, 'acceptor', 'ACCEPTOR', null, collector, null, jsonb '{"row": "23"}'),
        (h, 7 + v + r + w, 'CHECK_PASS', 'CHECKING', 'TO_CLOSE', passed_at, last_sent_at, collector, 'COLLECTOR', null, null, null, jsonb '{"row": "24"}'),
        (h, 8 + v + r + w, 'CLOSE', 'TO_CLOSE', 'CLOSED', closed_at, passed_at, 'leader2', 'SHIFT_LEADER', null, null, null, jsonb '{"row": "26"}')
      ) step(holds, seq, action, from_state, to_state, at, since, actor, actor_role, opinion, receiver, late, facts)
      where holds and at <= now()
      """;

  /// So that the next case of a day gets a number that is free.
  private static final String NUMBERS =
      """
      insert into dispatch.case_number (town_code, day, last)
      select town.code, current_date - t.days::integer + d, (t.cases + t.days - 1) / t.days + 1
      from mass_term t
      cross join generate_series(0, t.days::integer - 1) d
      cross join (select distinct substr(division_code, 1, 9) as code from mass_spot) town
      on conflict (town_code, day) do update set last = greatest(case_number.last, excluded.last)
      """;

  private static final String REPORTS =
      """
      insert into intake.report (
        report_id, receipt, content_hash, source, channel, reporter, kind, class_code, condition_id, component_code,
        lon, lat, fix_lon, fix_lat, fix_crs, accuracy_metres, description, observed_at, received_at,
        wants_reply, self_handled, migrated, photo_ids, division_code, cell_code, duty_grid_code)
      select
        report_id, receipt, md5(receipt) || md5(number), source, channel, reporter, kind, class_code, condition_id,
        component_code, lon, lat, lon, lat, 'wgs84', 8, description, observed_at, reported_at,
        wants_reply, self_handled, false, photo_ids, division_code, cell_code, duty_grid_code
      from dispatch.city_case c
      where not exists (select from intake.report r where r.report_id = c.report_id)
      order by reported_at
      """;
}
