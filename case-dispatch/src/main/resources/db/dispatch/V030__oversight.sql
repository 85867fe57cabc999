-- What the holder of a case answered to a leader or inspector.
alter table supervision
  add column replied_at  timestamptz,
  add column replied_by  text,
  add column reply       text,
  add check ((replied_at is null) = (replied_by is null) and (replied_at is null) = (reply is null));

-- Chases that still ask for something: not answered, and the case has not gone on since.
create view open_supervision as
select s.case_id, s.seq, s.by_whom, s.opinion, s.reply_due
from supervision s
join city_case c on c.id = s.case_id
where s.replied_at is null
  and c.state not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED')
  and not exists (
    select from case_move m
    where m.case_id = s.case_id and m.seq > s.seq and m.from_state <> m.to_state);

-- Somebody who did not send a report of their own but follows one that was there: counted in the master's
-- report_count, once.
create table follower (
  report_id    uuid         primary key,                                -- the follower's own, in intake
  case_id      uuid         not null references city_case,
  followed_at  timestamptz  not null
);

-- The finder of stuck cases asks: which requests wait, also of closed cases?
create index city_case_asked on city_case (request) where request <> 'NONE';
-- Figures open their cases by the day of a step: rows lie in the order of time, so that a summary of blocks is enough.
create index city_case_filed on city_case using brin (filed_at);
create index city_case_handled on city_case using brin (handled_at);
create index city_case_closed on city_case using brin (closed_at);
create index case_move_moved on case_move using brin (moved_at);

-- Cases that do not go on by themselves, and why: a function that the planner inlines, asked by the list of cases and by
-- oversight alike.
--   NOBODY   the post, department or collector whose turn it is has no active account
--   HOPS     sent back so often that the limit is near or reached
--   SILENT   nobody has moved it for longer than its state allows; a chase is no move
--   REQUEST  a request waits for its decision for too long
--   CHASE    a chase was not answered by the day a reply was due
create function stuck_case(
  division text, unmanned_states text[], manned_units text[], manned_people text[], hops integer, silent jsonb,
  request_seconds bigint, at timestamptz)
returns table (id uuid, since timestamptz, reasons text[])
language sql stable as $$
  select found.id, found.since, found.reasons
  from (
    select
      c.id,
      quiet.since,
      array_remove(
        array[
          case
            when c.state = any (unmanned_states)
              or (c.state = 'HANDLING' and not coalesce(c.unit_code = any (manned_units), false))
              or (c.state in ('VERIFYING', 'CHECKING') and not coalesce(c.task_collector = any (manned_people), false))
            then 'NOBODY' end,
          case when c.returns + c.denied_returns + c.reworks + c.rejections >= hops then 'HOPS' end,
          case when extract(epoch from at - quiet.since) > cast(silent ->> c.state as bigint) then 'SILENT' end,
          case when extract(epoch from at - q.asked_at) > request_seconds then 'REQUEST' end,
          case when chase.overdue then 'CHASE' end],
        null) as reasons
    from dispatch.city_case c
    left join dispatch.case_request q
      on c.request <> 'NONE' and q.case_id = c.id and q.asked_seq = c.request_seq and q.decided_seq is null
    left join lateral (
      select bool_or(o.reply_due < at) as overdue
      from dispatch.open_supervision o where o.case_id = c.id) chase on true
    cross join lateral (
      select
        case
          when exists (select from dispatch.supervision s where s.case_id = c.id)
          then (select max(m.moved_at) from dispatch.case_move m where m.case_id = c.id and m.action <> 'SUPERVISE')
          else c.moved_at
        end as since) quiet
    where (c.state not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED') or c.request <> 'NONE')
      and starts_with(c.division_code, division)) found
  where cardinality(found.reasons) > 0
$$;

-- A master's page asks: what was linked to it?
create index city_case_master on city_case (master_id) where master_id is not null;
