-- As before, but hops is the limit that is asked for: since city_case has a column of that name, a case was compared with itself.
create or replace function stuck_case(
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
          case when c.returns + c.denied_returns + c.reworks + c.rejections >= stuck_case.hops then 'HOPS' end,
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
