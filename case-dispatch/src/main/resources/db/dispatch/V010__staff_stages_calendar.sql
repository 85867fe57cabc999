-- Who of the department does the work, when the stage in hand is due, and what has been chased.
alter table city_case
  add column staff          text,                                       -- the department's worker, while assigned
  add column staff_done_at  timestamptz,                                -- the worker has reported the work done
  add column stage_due_at   timestamptz,                                -- of the stage in hand; null where none is set
  add column chased_at      timestamptz,                                -- the deadline that was chased, once each
  add column escalated      boolean not null default false,             -- returned too often: a leader decides
  add column hops           integer not null generated always as (returns + denied_returns) stored;

-- A worker asks: what is given to me?
create index city_case_staff on city_case (staff, state) where staff is not null;
-- The timer asks: what has turned red and has not been chased?
create index city_case_to_chase on city_case (due_at)
  where clock_running_since is not null and state <> 'SUSPENDED';
-- A change of the calendar asks: which clocks run or may run again?
create index city_case_clock on city_case (id)
  where clock_started_at is not null and state not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED');

-- Whether the stage that a move ended had lasted too long; null where the stage had no limit.
alter table case_move add column stage_late boolean;

-- What was red before cases were chased by themselves is not chased now: only what turns red from here on.
update city_case set chased_at = due_at where due_at < now();

-- An act sent twice with the same key is carried out once; the second sending gets the first answer.
create table case_act_key (
  actor     text         not null,
  key       text         not null,
  case_id   uuid         not null references city_case,
  content   text         not null,                                      -- SHA-256 of what was sent
  answer    text         not null,
  acted_at  timestamptz  not null,
  primary key (actor, key)
);
-- Old keys are forgotten by age.
create index case_act_key_age on case_act_key (acted_at);

-- The days of the week that are worked, from a date on; 1 is Monday.
create table work_week (
  valid_from  date        primary key,
  days        smallint[]  not null check (cardinality(days) between 1 and 7)
);

-- Each change of the calendar; its highest id is the calendar's revision.
create table calendar_change (
  id          bigint       primary key generated always as identity,
  changed_at  timestamptz  not null,
  changed_by  text         not null,
  note        text         not null,
  content     jsonb        not null,                                    -- the calendar as it was put
  cases       integer      not null default 0                           -- how many open cases it moved
);

-- What a change of the calendar did to the deadline of a case.
create table calendar_move (
  change_id    bigint       not null references calendar_change,
  case_id      uuid         not null references city_case,
  warn_before  timestamptz  not null,
  warn_after   timestamptz  not null,
  due_before   timestamptz  not null,
  due_after    timestamptz  not null,
  primary key (case_id, change_id)
);

-- A duty grid is closer than any division.
alter table responsibility add column duty_grid_code text not null default '';
alter table responsibility drop constraint responsibility_pkey;
alter table responsibility add primary key (kind, class_prefix, division_code, duty_grid_code, valid_from);

-- Classes whose cases are dispatched by themselves once they are filed. The longest matching codes win.
create table auto_dispatch (
  kind           text         not null check (kind in ('component', 'event')),
  class_prefix   text         not null check (class_prefix ~ '^\d{0,4}$'),
  division_code  text         not null,
  enabled        boolean      not null,
  set_by         text         not null,
  set_at         timestamptz  not null,
  primary key (kind, class_prefix, division_code)
);

-- The cases one reader may see, as before; a worker sees what is given to them, and what was returned too
-- often waits for a leader: it counts as FINAL_DISPATCH among the states whose turn it is.
drop function seen_case(text, text, text, text[], text[], timestamptz);
create function seen_case(
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
        or (c.unit_code = my_unit and (only_staff is null or c.staff_done_at is null))))
      or c.request = any (turn_requests)
  from dispatch.city_case c
  where starts_with(c.division_code, division)
    and (only_unit is null or c.unit_code = only_unit)
    and (only_staff is null or c.staff = only_staff)
$$;
