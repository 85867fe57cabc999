-- Adds to the figures what was written to the history after :last and is seen by :now, once.
-- Every move is told with what its case was when it was made; figure_rule says what it counts as.
with touched as (
  select distinct case_id
  from dispatch.case_move
  where xact >= pg_snapshot_xmin(cast(:last as pg_snapshot))
    and not pg_visible_in_snapshot(xact, cast(:last as pg_snapshot))
    and pg_visible_in_snapshot(xact, cast(:now as pg_snapshot))),
line as (
  select
    m.case_id, m.seq, m.action, m.from_state, m.to_state, m.actor, m.actor_role, m.receiver,
    (m.moved_at at time zone :zone)::date as day,
    case when m.to_state <> 'VOIDED' then (m.due_at at time zone :zone)::date end as due_day,
    coalesce(m.late, false) as late, coalesce(m.stage_late, false) as stage_late,
    not pg_visible_in_snapshot(m.xact, cast(:last as pg_snapshot)) as fresh,
    m.action = 'GRANT_APPEAL' and m.actor_role = 'ACCEPTOR' as exempts,
    case
      when m.action = 'CONFIRM_REWORK' or (m.action = 'CHECK_FAIL' and m.to_state = 'HANDLING') then 'REWORK'
      else m.action
    end as step
  from touched
  join dispatch.case_move m using (case_id)
  where pg_visible_in_snapshot(m.xact, cast(:now as pg_snapshot))),
-- how often so far, and which dispatch, hand-in and task a move belongs to
numbered as (
  select
    line.*,
    row_number() over (partition by case_id, step order by seq) as nth,
    first_value(action) over so_far as opened_by,
    first_value(day) over so_far as opened_day,
    count(*) filter (where action = 'DISPATCH') over so_far as dispatch_no,
    count(*) filter (where action = 'HAND_IN') over so_far as hand_in_no,
    count(*) filter (where action in ('SEND_VERIFY', 'SEND_CHECK')) over so_far as task_no,
    bool_or(exempts) over (partition by case_id) as exempt,
    bool_or(exempts and not fresh) over (partition by case_id) as exempt_before
  from line
  window so_far as (partition by case_id order by seq)),
-- who had it, and how it stood after the move
known as (
  select
    numbered.*,
    case when dispatch_no > 0 then first_value(receiver) over dispatch end as unit,
    case when dispatch_no > 0 then first_value(day) over dispatch end as dispatch_day,
    case when dispatch_no > 0 then first_value(actor) over dispatch end as sender,
    case when dispatch_no > 0 then first_value(actor_role) over dispatch end as sender_role,
    case when task_no > 0 then first_value(receiver) over (partition by case_id, task_no order by seq) end as tasked,
    hand_in_no > 0 and first_value(late) over (partition by case_id, hand_in_no order by seq) as last_late,
    max(actor) filter (where action = 'FILE') over so_far as filer,
    max(actor_role) filter (where action = 'FILE') over so_far as filer_role,
    max(day) filter (where action = 'FILE') over so_far as file_day,
    max(actor) filter (where action = 'VERIFY_TRUE' and nth = 1) over so_far as verifier,
    max(day) filter (where action = 'HAND_IN' and nth = 1) over so_far as handled_day,
    bool_or(late) filter (where action = 'HAND_IN' and nth = 1) over so_far as handled_late,
    max(day) filter (where action = 'CLOSE' and nth = 1) over so_far as closed_day
  from numbered
  window
    so_far as (partition by case_id order by seq),
    dispatch as (partition by case_id, dispatch_no order by seq)),
closing as (
  select known.*, bool_or(last_late) filter (where action = 'CLOSE' and nth = 1) over so_far as closed_late
  from known
  window so_far as (partition by case_id order by seq)),
standing as (
  select
    closing.*,
    lag(due_day) over so_far as was_due,
    lag(unit) over so_far as was_unit,
    lag(handled_day) over so_far as was_handled,
    lag(handled_late) over so_far as was_handled_late,
    lag(closed_day) over so_far as was_closed,
    lag(closed_late) over so_far as was_closed_late,
    coalesce(lag(to_state) over so_far = 'SUSPENDED', false) as was_suspended
  from closing
  window so_far as (partition by case_id order by seq)),
-- what a move counts as, by the rules; and what it changed about deadlines: the old standing is taken back
credit as (
  select
    s.case_id, s.fresh, s.exempt, s.exempt_before, r.measure, 1 as n,
    case r.on_day when 'report' then s.opened_day when 'file' then s.file_day when 'dispatch' then s.dispatch_day
      else s.day end as day,
    case when r.unit then s.unit end as unit,
    case r.collector when 'finder' then s.verifier when 'tasked' then s.tasked end as collector,
    r.collector in ('reporter', 'finder') as is_reporters,
    case r.post when 'doer' then s.actor_role when 'filer' then s.filer_role when 'sender' then s.sender_role end as post,
    case r.post when 'doer' then s.actor when 'filer' then s.filer when 'sender' then s.sender end as person,
    r.only_if
  from standing s
  join dispatch.figure_rule r on r.action = s.action
  where r.states in ('*', s.from_state || '>' || s.to_state)
    and (r.times = 'each' or (r.times = 'first' and s.nth = 1) or (r.times = 'third' and s.nth >= 3))
    and (r.in_time = '' or (r.in_time = 'stage' and not s.stage_late) or (r.in_time = 'limit' and not s.last_late))
    and (r.only_if <> 'opened by a collector' or s.opened_by = 'REPORT')
  union all
  select
    s.case_id, s.fresh, s.exempt, s.exempt_before, d.measure, d.n, d.day, d.unit,
    null, false, null, null, ''
  from standing s
  cross join lateral (values
    ('due',                  1, s.due_day, s.unit, true),
    ('due_handled',          1, greatest(s.due_day, s.handled_day), s.unit, s.handled_day is not null),
    ('due_handled_on_time',  1, greatest(s.due_day, s.handled_day), s.unit, not s.handled_late),
    ('due_closed',           1, greatest(s.due_day, s.closed_day), s.unit, s.closed_day is not null),
    ('due_closed_on_time',   1, greatest(s.due_day, s.closed_day), s.unit, not s.closed_late),
    ('due_suspended',        1, s.due_day, s.unit, s.to_state = 'SUSPENDED'),
    ('due',                 -1, s.was_due, s.was_unit, true),
    ('due_handled',         -1, greatest(s.was_due, s.was_handled), s.was_unit, s.was_handled is not null),
    ('due_handled_on_time', -1, greatest(s.was_due, s.was_handled), s.was_unit, not s.was_handled_late),
    ('due_closed',          -1, greatest(s.was_due, s.was_closed), s.was_unit, s.was_closed is not null),
    ('due_closed_on_time',  -1, greatest(s.was_due, s.was_closed), s.was_unit, not s.was_closed_late),
    ('due_suspended',       -1, s.was_due, s.was_unit, s.was_suspended)) as d(measure, n, day, unit, holds)
  where d.holds
    and case when d.n > 0 then s.due_day else s.was_due end is not null
    and (s.due_day, s.unit, s.handled_day, s.closed_day, s.to_state = 'SUSPENDED')
      is distinct from (s.was_due, s.was_unit, s.was_handled, s.was_closed, s.was_suspended)),
-- a case that an appeal has taken out of the scores takes all it had counted along
keyed as (
  select k.kind, k.key, credit.day, e.exempt, credit.measure, sum(e.sign * credit.n) as n
  from credit
  join dispatch.city_case c on c.id = credit.case_id
  cross join lateral (values
    ( 1, credit.exempt, credit.fresh),
    (-1, false,         not credit.fresh and credit.exempt and not credit.exempt_before),
    ( 1, true,          not credit.fresh and credit.exempt and not credit.exempt_before)) as e(sign, exempt, holds)
  cross join lateral (values
    ('town',       c.town_code),
    ('community',  c.division_code),
    ('grid',       c.duty_grid_code),
    ('cell',       c.cell_code),
    ('source',     c.source),
    ('class',      c.kind || '-' || c.class_code),
    ('unit',       credit.unit),
    ('collector',  case when credit.is_reporters then coalesce(c.reporter, credit.collector) else credit.collector end),
    ('acceptor',   case when credit.post = 'ACCEPTOR' then credit.person end),
    ('leader',     case when credit.post = 'SHIFT_LEADER' then credit.person end),
    ('dispatcher', case when credit.post = 'DISPATCHER' then credit.person end)) as k(kind, key)
  where e.holds and k.key is not null and (credit.only_if <> 'public' or c.source = 'public')
  group by k.kind, k.key, credit.day, e.exempt, credit.measure
  having sum(e.sign * credit.n) <> 0),
-- one row a day and object; months and years are sums of days
day as (
  select kind, key, exempt, day,
    coalesce(sum(n) filter (where measure = 'reported'), 0) as reported,
    coalesce(sum(n) filter (where measure = 'collector_reported'), 0) as collector_reported,
    coalesce(sum(n) filter (where measure = 'valid'), 0) as valid,
    coalesce(sum(n) filter (where measure = 'public_reported'), 0) as public_reported,
    coalesce(sum(n) filter (where measure = 'accepted'), 0) as accepted,
    coalesce(sum(n) filter (where measure = 'accepted_on_time'), 0) as accepted_on_time,
    coalesce(sum(n) filter (where measure = 'refused'), 0) as refused,
    coalesce(sum(n) filter (where measure = 'linked'), 0) as linked,
    coalesce(sum(n) filter (where measure = 'verify_sent'), 0) as verify_sent,
    coalesce(sum(n) filter (where measure = 'verify_sent_on_time'), 0) as verify_sent_on_time,
    coalesce(sum(n) filter (where measure = 'verified'), 0) as verified,
    coalesce(sum(n) filter (where measure = 'verified_on_time'), 0) as verified_on_time,
    coalesce(sum(n) filter (where measure = 'missed'), 0) as missed,
    coalesce(sum(n) filter (where measure = 'filed'), 0) as filed,
    coalesce(sum(n) filter (where measure = 'filed_on_time'), 0) as filed_on_time,
    coalesce(sum(n) filter (where measure = 'voided'), 0) as voided,
    coalesce(sum(n) filter (where measure = 'dispatch_in'), 0) as dispatch_in,
    coalesce(sum(n) filter (where measure = 'dispatch_out'), 0) as dispatch_out,
    coalesce(sum(n) filter (where measure = 'dispatched'), 0) as dispatched,
    coalesce(sum(n) filter (where measure = 'dispatched_on_time'), 0) as dispatched_on_time,
    coalesce(sum(n) filter (where measure = 'wrong_dispatch'), 0) as wrong_dispatch,
    coalesce(sum(n) filter (where measure = 'handled'), 0) as handled,
    coalesce(sum(n) filter (where measure = 'handled_on_time'), 0) as handled_on_time,
    coalesce(sum(n) filter (where measure = 'extended'), 0) as extended,
    coalesce(sum(n) filter (where measure = 'suspended'), 0) as suspended,
    coalesce(sum(n) filter (where measure = 'returned'), 0) as returned,
    coalesce(sum(n) filter (where measure = 'passed_buck'), 0) as passed_buck,
    coalesce(sum(n) filter (where measure = 'rejected'), 0) as rejected,
    coalesce(sum(n) filter (where measure = 'rework'), 0) as rework,
    coalesce(sum(n) filter (where measure = 'rework_times'), 0) as rework_times,
    coalesce(sum(n) filter (where measure = 'rework_third'), 0) as rework_third,
    coalesce(sum(n) filter (where measure = 'check_sent'), 0) as check_sent,
    coalesce(sum(n) filter (where measure = 'check_sent_on_time'), 0) as check_sent_on_time,
    coalesce(sum(n) filter (where measure = 'checked'), 0) as checked,
    coalesce(sum(n) filter (where measure = 'checked_on_time'), 0) as checked_on_time,
    coalesce(sum(n) filter (where measure = 'closed'), 0) as closed,
    coalesce(sum(n) filter (where measure = 'closed_on_time'), 0) as closed_on_time,
    coalesce(sum(n) filter (where measure = 'closing_on_time'), 0) as closing_on_time,
    coalesce(sum(n) filter (where measure = 'self_handled'), 0) as self_handled,
    coalesce(sum(n) filter (where measure = 'supervised'), 0) as supervised,
    coalesce(sum(n) filter (where measure = 'due'), 0) as due,
    coalesce(sum(n) filter (where measure = 'due_handled'), 0) as due_handled,
    coalesce(sum(n) filter (where measure = 'due_handled_on_time'), 0) as due_handled_on_time,
    coalesce(sum(n) filter (where measure = 'due_closed'), 0) as due_closed,
    coalesce(sum(n) filter (where measure = 'due_closed_on_time'), 0) as due_closed_on_time,
    coalesce(sum(n) filter (where measure = 'due_suspended'), 0) as due_suspended
  from keyed
  group by kind, key, exempt, day)
insert into dispatch.figure as f (
  span, starts, kind, key, exempt,
  reported, collector_reported, valid, public_reported, accepted, accepted_on_time, refused, linked, verify_sent,
  verify_sent_on_time, verified, verified_on_time, missed, filed, filed_on_time, voided, dispatch_in, dispatch_out,
  dispatched, dispatched_on_time, wrong_dispatch, handled, handled_on_time, extended, suspended, returned,
  passed_buck, rejected, rework, rework_times, rework_third, check_sent, check_sent_on_time, checked, checked_on_time,
  closed, closed_on_time, closing_on_time, self_handled, supervised, due, due_handled, due_handled_on_time,
  due_closed, due_closed_on_time, due_suspended)
select
  s.span, s.starts, d.kind, d.key, d.exempt,
  sum(d.reported),
  sum(d.collector_reported),
  sum(d.valid),
  sum(d.public_reported),
  sum(d.accepted),
  sum(d.accepted_on_time),
  sum(d.refused),
  sum(d.linked),
  sum(d.verify_sent),
  sum(d.verify_sent_on_time),
  sum(d.verified),
  sum(d.verified_on_time),
  sum(d.missed),
  sum(d.filed),
  sum(d.filed_on_time),
  sum(d.voided),
  sum(d.dispatch_in),
  sum(d.dispatch_out),
  sum(d.dispatched),
  sum(d.dispatched_on_time),
  sum(d.wrong_dispatch),
  sum(d.handled),
  sum(d.handled_on_time),
  sum(d.extended),
  sum(d.suspended),
  sum(d.returned),
  sum(d.passed_buck),
  sum(d.rejected),
  sum(d.rework),
  sum(d.rework_times),
  sum(d.rework_third),
  sum(d.check_sent),
  sum(d.check_sent_on_time),
  sum(d.checked),
  sum(d.checked_on_time),
  sum(d.closed),
  sum(d.closed_on_time),
  sum(d.closing_on_time),
  sum(d.self_handled),
  sum(d.supervised),
  sum(d.due),
  sum(d.due_handled),
  sum(d.due_handled_on_time),
  sum(d.due_closed),
  sum(d.due_closed_on_time),
  sum(d.due_suspended)
from day d
cross join lateral (values
  ('day', d.day),
  ('month', date_trunc('month', d.day)::date),
  ('year', date_trunc('year', d.day)::date)) as s(span, starts)
group by s.span, s.starts, d.kind, d.key, d.exempt
order by s.span, s.starts, d.kind, d.key, d.exempt
on conflict (kind, span, starts, exempt, key) do update set
  reported = f.reported + excluded.reported,
  collector_reported = f.collector_reported + excluded.collector_reported,
  valid = f.valid + excluded.valid,
  public_reported = f.public_reported + excluded.public_reported,
  accepted = f.accepted + excluded.accepted,
  accepted_on_time = f.accepted_on_time + excluded.accepted_on_time,
  refused = f.refused + excluded.refused,
  linked = f.linked + excluded.linked,
  verify_sent = f.verify_sent + excluded.verify_sent,
  verify_sent_on_time = f.verify_sent_on_time + excluded.verify_sent_on_time,
  verified = f.verified + excluded.verified,
  verified_on_time = f.verified_on_time + excluded.verified_on_time,
  missed = f.missed + excluded.missed,
  filed = f.filed + excluded.filed,
  filed_on_time = f.filed_on_time + excluded.filed_on_time,
  voided = f.voided + excluded.voided,
  dispatch_in = f.dispatch_in + excluded.dispatch_in,
  dispatch_out = f.dispatch_out + excluded.dispatch_out,
  dispatched = f.dispatched + excluded.dispatched,
  dispatched_on_time = f.dispatched_on_time + excluded.dispatched_on_time,
  wrong_dispatch = f.wrong_dispatch + excluded.wrong_dispatch,
  handled = f.handled + excluded.handled,
  handled_on_time = f.handled_on_time + excluded.handled_on_time,
  extended = f.extended + excluded.extended,
  suspended = f.suspended + excluded.suspended,
  returned = f.returned + excluded.returned,
  passed_buck = f.passed_buck + excluded.passed_buck,
  rejected = f.rejected + excluded.rejected,
  rework = f.rework + excluded.rework,
  rework_times = f.rework_times + excluded.rework_times,
  rework_third = f.rework_third + excluded.rework_third,
  check_sent = f.check_sent + excluded.check_sent,
  check_sent_on_time = f.check_sent_on_time + excluded.check_sent_on_time,
  checked = f.checked + excluded.checked,
  checked_on_time = f.checked_on_time + excluded.checked_on_time,
  closed = f.closed + excluded.closed,
  closed_on_time = f.closed_on_time + excluded.closed_on_time,
  closing_on_time = f.closing_on_time + excluded.closing_on_time,
  self_handled = f.self_handled + excluded.self_handled,
  supervised = f.supervised + excluded.supervised,
  due = f.due + excluded.due,
  due_handled = f.due_handled + excluded.due_handled,
  due_handled_on_time = f.due_handled_on_time + excluded.due_handled_on_time,
  due_closed = f.due_closed + excluded.due_closed,
  due_closed_on_time = f.due_closed_on_time + excluded.due_closed_on_time,
  due_suspended = f.due_suspended + excluded.due_suspended
