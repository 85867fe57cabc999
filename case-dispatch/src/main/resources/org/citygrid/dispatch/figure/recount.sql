-- Every figure counted afresh, by day, from the history and from what a case came in with: no rule table, no sum that was
-- kept. This is a second way to the same numbers, on purpose written the other way round: measure by measure, case by case.
-- A portion of the cases at a time: those from :from to before :until.
with origin as materialized (
  select id, town_code, division_code, duty_grid_code, cell_code, source, kind, class_code, reporter
  from dispatch.city_case
  where id >= :from and (cast(:until as uuid) is null or id < :until)),
move as materialized (
  select
    m.case_id, m.seq, m.action, m.from_state, m.to_state, m.actor, m.actor_role, m.receiver, m.late, m.due_at,
    (m.moved_at at time zone :zone)::date as day,
    (m.action = 'CHECK_FAIL' and m.to_state = 'HANDLING') or m.action = 'CONFIRM_REWORK' as is_rework,
    m.stage_late is not true as in_time
  from dispatch.case_move m
  where m.case_id >= :from and (cast(:until as uuid) is null or m.case_id < :until)
    and pg_visible_in_snapshot(m.xact, cast(:seen as pg_snapshot))),
-- each stay with a department, until the next dispatch
stay as (
  select
    case_id, seq, day, receiver as unit, actor, actor_role,
    coalesce(lead(seq) over (partition by case_id order by seq), 2147483647) as next_seq
  from move
  where action = 'DISPATCH'),
task as (
  select
    case_id, seq, receiver as collector,
    coalesce(lead(seq) over (partition by case_id order by seq), 2147483647) as next_seq
  from move
  where action in ('SEND_VERIFY', 'SEND_CHECK')),
opening as (select case_id, action, day from move where seq = 1),
filing as (select case_id, day, actor, actor_role from move where action = 'FILE'),
finder as (
  select distinct on (case_id) case_id, actor from move where action = 'VERIFY_TRUE' order by case_id, seq),
first_result as (
  select distinct on (case_id) case_id, seq, day, late is not true as on_time
  from move where action = 'HAND_IN' order by case_id, seq),
last_result as (
  select distinct on (case_id) case_id, late is not true as on_time
  from move where action = 'HAND_IN' order by case_id, seq desc),
closing as (select case_id, seq, day, actor, actor_role, in_time from move where action = 'CLOSE'),
last_stay as (select case_id, unit from stay where next_seq = 2147483647),
last_move as (
  select distinct on (case_id) case_id, to_state, (due_at at time zone :zone)::date as due_day
  from move order by case_id, seq desc),
due as (
  select l.case_id, l.due_day, s.unit, l.to_state = 'SUSPENDED' as suspended, r.day as handled, r.on_time as handled_on_time,
    c.day as closed, f.on_time as closed_on_time
  from last_move l
  left join last_stay s using (case_id)
  left join first_result r using (case_id)
  left join closing c using (case_id)
  left join last_result f using (case_id)
  where l.due_day is not null and l.to_state <> 'VOIDED'),
first_act as (select case_id, action, min(seq) as seq from move group by case_id, action),
rework as (
  select case_id, seq, day, row_number() over (partition by case_id order by seq) as nth from move where is_rework),
fact (case_id, measure, day, unit, collector, post, person) as (
  select case_id, 'reported', day, null, case when action = 'REPORT' then 'reporter' end, null, null
  from move where from_state = 'NONE' and action <> 'SELF_HANDLE'
  union all
  select case_id, 'collector_reported', day, null, 'reporter', null, null from move where action = 'REPORT'
  union all
  select case_id, 'public_reported', day, null, null, null, null
  from move join origin c on c.id = case_id where action = 'REGISTER' and c.source = 'public'
  union all
  select f.case_id, 'valid', o.day, null, 'reporter', null, null
  from filing f join opening o using (case_id) where o.action = 'REPORT'
  union all
  select m.case_id, v.measure, m.day, null, null, m.actor_role, m.actor
  from move m join first_act f using (case_id, seq)
  cross join lateral (values ('accepted', true), ('accepted_on_time', m.in_time)) v(measure, holds)
  where m.action = 'ACCEPT' and v.holds
  union all
  select case_id, case when action = 'LINK' then 'linked' else 'refused' end, day, null, null, actor_role, actor
  from move where action in ('REFUSE', 'REFUSE_FILING', 'LINK')
  union all
  select case_id, case when action = 'SEND_VERIFY' then 'verify_sent' else 'check_sent' end, day,
    null, receiver, actor_role, actor
  from move where action in ('SEND_VERIFY', 'SEND_CHECK')
  union all
  select case_id, case when action = 'SEND_VERIFY' then 'verify_sent_on_time' else 'check_sent_on_time' end, day,
    null, null, actor_role, actor
  from move where action in ('SEND_VERIFY', 'SEND_CHECK') and in_time
  union all
  select m.case_id, v.measure, m.day, null, t.collector, null, null
  from move m join task t on t.case_id = m.case_id and m.seq > t.seq and m.seq < t.next_seq
  cross join lateral (values
    ('verified', m.action like 'VERIFY%'), ('verified_on_time', m.action like 'VERIFY%' and m.in_time),
    ('checked', m.action like 'CHECK%'), ('checked_on_time', m.action like 'CHECK%' and m.in_time)) v(measure, holds)
  where m.action in ('VERIFY_TRUE', 'VERIFY_FALSE', 'CHECK_PASS', 'CHECK_FAIL') and v.holds
  union all
  select m.case_id, 'missed', m.day, null, t.collector, null, null
  from move m join first_act f using (case_id, seq)
  join task t on t.case_id = m.case_id and m.seq > t.seq and m.seq < t.next_seq
  join origin c on c.id = m.case_id
  where m.action = 'VERIFY_TRUE' and c.source = 'public'
  union all
  select f.case_id, 'filed', f.day, null, 'finder', f.actor_role, f.actor from filing f
  union all
  select case_id, 'filed_on_time', day, null, null, actor_role, actor from move where action = 'FILE' and in_time
  union all
  select f.case_id, 'voided', f.day, null, 'finder', f.actor_role, f.actor
  from filing f join move m using (case_id) where m.action = 'GRANT_VOID'
  union all
  select case_id, case when to_state = 'TO_DISPATCH' then 'dispatch_in' else 'dispatch_out' end, day, null, null, null, null
  from move where from_state <> to_state and 'TO_DISPATCH' in (from_state, to_state)
  union all
  select s.case_id, 'dispatched', s.day, s.unit, null, s.actor_role, s.actor from stay s
  union all
  select case_id, 'dispatched_on_time', day, null, null, actor_role, actor from move where action = 'DISPATCH' and in_time
  union all
  select s.case_id, 'wrong_dispatch', s.day, null, null, s.actor_role, s.actor
  from stay s join move m on m.case_id = s.case_id and m.seq > s.seq and m.seq < s.next_seq
  where m.action = 'GRANT_RETURN'
  union all
  select m.case_id, v.measure, m.day, s.unit, null, null, null
  from move m join stay s on s.case_id = m.case_id and m.seq > s.seq and m.seq < s.next_seq
  join (values ('GRANT_RETURN', 'returned'), ('DENY_RETURN', 'passed_buck'), ('REJECT_RESULT', 'rejected'))
    v(action, measure) on v.action = m.action
  union all
  select m.case_id, 'supervised', m.day, s.unit, null, null, null
  from move m left join stay s on s.case_id = m.case_id and m.seq > s.seq and m.seq < s.next_seq
  where m.action = 'SUPERVISE'
  union all
  select r.case_id, v.measure, r.day, s.unit, null, null, null
  from first_result r join stay s on s.case_id = r.case_id and r.seq > s.seq and r.seq < s.next_seq
  cross join lateral (values ('handled', true), ('handled_on_time', r.on_time)) v(measure, holds)
  where v.holds
  union all
  select m.case_id, case when m.action = 'GRANT_EXTENSION' then 'extended' else 'suspended' end, m.day, s.unit, null, null, null
  from move m join first_act f using (case_id, seq)
  join stay s on s.case_id = m.case_id and m.seq > s.seq and m.seq < s.next_seq
  where m.action in ('GRANT_EXTENSION', 'GRANT_SUSPENSION')
  union all
  select r.case_id, v.measure, r.day, s.unit, null, null, null
  from rework r join stay s on s.case_id = r.case_id and r.seq > s.seq and r.seq < s.next_seq
  cross join lateral (values
    ('rework', r.nth = 1), ('rework_times', true), ('rework_third', r.nth >= 3)) v(measure, holds)
  where v.holds
  union all
  select c.case_id, 'closed', c.day, s.unit, null, c.actor_role, c.actor
  from closing c left join last_stay s using (case_id)
  union all
  select c.case_id, 'closed_on_time', c.day, s.unit, null, null, null
  from closing c left join last_stay s using (case_id) join last_result r using (case_id) where r.on_time
  union all
  select case_id, 'closing_on_time', day, null, null, actor_role, actor from closing where in_time
  union all
  select case_id, 'self_handled', day, null, 'reporter', actor_role, actor from move where action = 'ARCHIVE'
  union all
  select case_id, 'due', due_day, unit, null, null, null from due
  union all
  select case_id, 'due_suspended', due_day, unit, null, null, null from due where suspended
  union all
  select case_id, 'due_handled', greatest(due_day, handled), unit, null, null, null from due where handled is not null
  union all
  select case_id, 'due_handled_on_time', greatest(due_day, handled), unit, null, null, null from due where handled_on_time
  union all
  select case_id, 'due_closed', greatest(due_day, closed), unit, null, null, null from due where closed is not null
  union all
  select case_id, 'due_closed_on_time', greatest(due_day, closed), unit, null, null, null
  from due where closed is not null and closed_on_time),
pardoned as (select case_id from move where action = 'GRANT_APPEAL' and actor_role = 'ACCEPTOR')
select k.kind, k.key, fact.day, p.case_id is not null as exempt, fact.measure, count(*) as n
from fact
join origin c on c.id = fact.case_id
left join finder on finder.case_id = fact.case_id
left join pardoned p on p.case_id = fact.case_id
cross join lateral (values
  ('town', c.town_code), ('community', c.division_code), ('grid', c.duty_grid_code), ('cell', c.cell_code),
  ('source', c.source), ('class', c.kind || '-' || c.class_code), ('unit', fact.unit),
  ('collector', case fact.collector
      when 'reporter' then c.reporter
      when 'finder' then coalesce(c.reporter, finder.actor)
      else fact.collector end),
  ('acceptor', case when fact.post = 'ACCEPTOR' then fact.person end),
  ('leader', case when fact.post = 'SHIFT_LEADER' then fact.person end),
  ('dispatcher', case when fact.post = 'DISPATCHER' then fact.person end)) as k(kind, key)
where k.key is not null
group by k.kind, k.key, fact.day, p.case_id is not null, fact.measure
