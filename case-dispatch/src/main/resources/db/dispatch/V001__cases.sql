-- A case file: what was reported, where it stands, whose turn it is, and its clock. One row a case.
create table city_case (
  id                   uuid              primary key,
  number               text              not null,                      -- 2026-11-23-0187, within one town
  town_code            text              not null,
  report_id            uuid              not null unique,               -- a report becomes one case, once
  receipt              text              not null,
  kind                 text              not null check (kind in ('component', 'event')),
  class_code           text              not null check (class_code ~ '^\d{4}$'),
  component_code       text,
  condition_id         text,                                            -- as reported, then as filed
  description          text              not null,
  lon                  double precision  not null,
  lat                  double precision  not null,
  place                geometry(Point, 4490) not null                   -- CGCS2000, longitude then latitude, degrees
                       generated always as (st_setsrid(st_makepoint(lon, lat), 4490)) stored,
  division_code        text              not null,
  cell_code            text,
  duty_grid_code       text,
  source               text              not null check (source in ('collector', 'public', 'higher')),
  channel              text              not null,
  reporter             text,                                            -- collectors only; citizens stay in intake
  wants_reply          boolean           not null default false,
  photo_ids            text[]            not null default '{}',
  observed_at          timestamptz       not null,                      -- the reporter's own claim
  reported_at          timestamptz       not null,                      -- when intake took it

  state                text              not null,
  version              integer           not null check (version > 0),  -- number of the last move
  moved_at             timestamptz       not null,

  proposed_unit        text,
  proposed_why         text,                                            -- MAINTENANCE, RESPONSIBILITY or GOVERNMENT
  unit_code            text,                                            -- the department that holds or held it
  limit_value          integer           check (limit_value > 0),
  limit_unit           text              check (limit_unit in ('emergency_hour', 'work_hour', 'work_day', 'calendar_day')),
  clock_total          bigint,                                          -- seconds of clock time, extensions included
  clock_consumed       bigint,                                          -- seconds used up before clock_running_since
  clock_started_at     timestamptz,
  clock_running_since  timestamptz,                                     -- null while the clock stands still
  warn_at              timestamptz,                                     -- 80 % used up
  due_at               timestamptz,

  request              text              not null default 'NONE',
  request_seq          integer,
  request_until        timestamptz,
  suspended_until      timestamptz,
  task_id              uuid,
  task_collector       text,
  task_due_at          timestamptz,

  filed_at             timestamptz,
  filed_by             text,
  dispatched_at        timestamptz,
  dispatched_by        text,
  handled_at           timestamptz,                                     -- the first time a result was handed in
  handled_by           text,
  closed_at            timestamptz,

  late                 boolean           not null default false,        -- fixed when a result is handed in
  verified             boolean           not null default false,
  missed               boolean           not null default false,        -- the public found it first
  exempt               boolean           not null default false,        -- left out of scores after an appeal
  appealed             boolean           not null default false,
  self_handled         boolean           not null default false,
  extensions           integer           not null default 0,
  suspensions          integer           not null default 0,
  returns              integer           not null default 0,
  denied_returns       integer           not null default 0,
  reworks              integer           not null default 0,
  rejections           integer           not null default 0,

  master_id            uuid              references city_case,          -- of a linked duplicate
  suspected_id         uuid              references city_case,          -- looks like the same thing
  reopened_from        uuid              references city_case,
  report_count         integer           not null default 1,            -- how many reported it, duplicates included
  unique (town_code, number)
);

-- The desk asks: what is open, most urgent first?
create index city_case_open on city_case (state, due_at) where state not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED');
-- A department asks: what is with us?
create index city_case_unit on city_case (unit_code, state) where unit_code is not null;
-- Lists go from the newest back.
create index city_case_newest on city_case (reported_at desc, id desc);
-- Duplicates: same place, or same component.
create index city_case_place on city_case using gist (place);
create index city_case_component on city_case (component_code) where component_code is not null;
-- The timer asks: which suspensions end?
create index city_case_resume on city_case (suspended_until) where state = 'SUSPENDED';

-- Every move of a case, once, in order. All figures can be counted from this table alone.
create table case_move (
  case_id      uuid         not null references city_case,
  seq          integer      not null check (seq > 0),                   -- 1, 2, 3 … within one case
  action       text         not null,
  from_state   text         not null,
  to_state     text         not null,
  actor        text         not null,
  actor_role   text         not null,
  moved_at     timestamptz  not null,                                   -- when it happened
  recorded_at  timestamptz  not null,                                   -- when we heard of it
  opinion      text,
  receiver     text,                                                    -- department or collector it went to
  seconds_used bigint       not null,                                   -- since the move before
  late         boolean,                                                 -- only where on time or late was fixed
  photo_ids    text[]       not null default '{}',
  facts        jsonb,                                                   -- row of the table, what was given
  primary key (case_id, seq)
);

-- What a department asked for and what became of it.
create table case_request (
  case_id      uuid         not null references city_case,
  asked_seq    integer      not null,
  kind         text         not null,
  asked_at     timestamptz  not null,
  asked_by     text         not null,
  opinion      text,
  until        timestamptz,
  decided_seq  integer,
  decision     text,                                                    -- the action that settled it
  decided_at   timestamptz,
  decided_by   text,
  primary key (case_id, asked_seq)
);

-- A verify or check task of a collector.
create table field_task (
  task_id     uuid         primary key,
  case_id     uuid         not null references city_case,
  seq         integer      not null,
  kind        text         not null check (kind in ('verify', 'check')),
  collector   text,                                                     -- null when nobody was on duty
  sent_at     timestamptz  not null,
  due_at      timestamptz  not null,
  done_at     timestamptz,
  outcome     text
);

-- Opinions of leaders and inspectors, with the date a reply is due.
create table supervision (
  case_id    uuid         not null references city_case,
  seq        integer      not null,
  by_whom    text         not null,
  opinion    text         not null,
  reply_due  timestamptz,
  primary key (case_id, seq)
);

-- The last case number of a town and day.
create table case_number (
  town_code  text     not null,
  day        date     not null,
  last       integer  not null,
  primary key (town_code, day)
);

-- What happened on a day in a duty grid; kept up in the transaction of each move, and always equal to
-- what case_move counts.
create table daily_figure (
  day           date     not null,                                      -- in the town's zone
  area_code     text     not null,                                      -- duty grid, or division where nobody walks
  reported      integer  not null default 0,
  filed         integer  not null default 0,
  handled       integer  not null default 0,                            -- first results handed in
  on_time       integer  not null default 0,                            -- of these, within the limit
  closed        integer  not null default 0,
  self_handled  integer  not null default 0,
  primary key (day, area_code)
);

-- Daily work periods, from a date on; local time of the town.
create table work_period (
  valid_from  date  not null,
  starts      time  not null,
  ends        time  not null check (ends > starts),
  primary key (valid_from, starts)
);

-- Days that differ from the weekly pattern: holidays off, make-up days on.
create table calendar_exception (
  day    date     primary key,
  name   text     not null,
  works  boolean  not null
);

-- Which department takes which class where, when no component says so. The longest matching codes win.
create table responsibility (
  kind           text  not null check (kind in ('component', 'event')),
  class_prefix   text  not null check (class_prefix ~ '^\d{0,4}$'),     -- major class, minor class, or all
  division_code  text  not null,                                        -- and all divisions below
  unit_code      text  not null,
  valid_from     date  not null default '2000-01-01',
  primary key (kind, class_prefix, division_code, valid_from)
);

-- The cases one reader may see, with what depends on the reader and the time: a function that the planner
-- inlines, so that rights, lights and turns are said once.
create function seen_case(
  division text, only_unit text, my_unit text, turn_states text[], turn_requests text[], at timestamptz)
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
    (c.state = any (turn_states) and (c.state <> 'HANDLING' or c.unit_code = my_unit))
      or c.request = any (turn_requests)
  from dispatch.city_case c
  where starts_with(c.division_code, division)
    and (only_unit is null or c.unit_code = only_unit)
$$;
