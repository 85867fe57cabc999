-- An act sent twice is answered with the case as it stands: only that it was carried out need be known.
alter table case_act_key drop column answer;

-- The cases one reader may see, as before; what a worker has in hand is not the turn of the department's desk.
create or replace function seen_case(
  division text, only_unit text, only_staff text, my_unit text, turn_states text[], turn_requests text[],
  at timestamptz)
returns table (id uuid, state text, open boolean, light text, mine boolean)
language sql stable as $$
  select
    c.id,
    c.state,
    c.state not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED'),
    case
      when c.state = 'SUSPENDED' then 'suspended'
      when c.clock_running_since is null then 'none'
      when at > c.due_at then 'red'
      when at > c.warn_at then 'yellow'
      else 'green'
    end,
    (case when c.state = 'TO_DISPATCH' and c.escalated then 'FINAL_DISPATCH' else c.state end
        = any (turn_states)
      and (c.state <> 'HANDLING'
        or (c.unit_code = my_unit
          and (only_staff is not null) = (c.staff is not null and c.staff_done_at is null))))
      or c.request = any (turn_requests)
  from dispatch.city_case c
  where starts_with(c.division_code, division)
    and (only_unit is null or c.unit_code = only_unit)
    and (only_staff is null or c.staff = only_staff)
$$;
