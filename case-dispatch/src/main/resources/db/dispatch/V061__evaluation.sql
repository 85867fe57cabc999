-- Schemes of evaluation: how counts become points and a score. A scheme is changed by a version that is valid from a later
-- day on; what was valid before stays, and results say which version they were made by.
create table evaluation_scheme (
  code        text         not null check (code ~ '^[a-zA-Z][a-zA-Z0-9-]{0,39}$'),
  valid_from  date         not null,
  of_kind     text         not null,                                    -- department, collector, cell, ...
  name_zh     text         not null,
  name_en     text         not null,
  usual       boolean      not null,                                    -- used where no scheme is named
  by_whom     text         not null,
  at          timestamptz  not null,
  primary key (code, valid_from)
);

create table evaluation_part (
  code        text              not null,
  valid_from  date              not null,
  place       integer           not null,                               -- 1, 2, 3 ... in its scheme
  points      text              not null check (points in ('RATE', 'COMPLEMENT', 'BAND', 'STEP')),
  weight      double precision  not null check (weight > 0),
  what        text              not null,                               -- an indicator; of a band a count
  step_from   double precision  not null default 0,                     -- STEP: the rate that gets all, 0 to 1
  step_off    double precision  not null default 0,                     -- STEP: marks off for each point below
  primary key (code, valid_from, place),
  foreign key (code, valid_from) references evaluation_scheme
);

create table evaluation_band (
  code        text              not null,
  valid_from  date              not null,
  place       integer           not null,
  up_to       integer           not null check (up_to >= 0),            -- by the month; 2147483647 is everything above
  points      double precision  not null check (points between 0 and 100),
  primary key (code, valid_from, place, up_to),
  foreign key (code, valid_from, place) references evaluation_part
);

create table evaluation_deduction (
  code        text              not null,
  valid_from  date              not null,
  count       text              not null,
  each        double precision  not null check (each > 0),              -- marks
  primary key (code, valid_from, count),
  foreign key (code, valid_from) references evaluation_scheme
);

-- A result as it was frozen; nothing in it changes but that it is published.
create table evaluation_result (
  id             uuid         primary key,
  of_kind        text         not null,
  period         text         not null,                                 -- 2026-10, or 2026-10-01..2026-10-20
  first_day      date         not null,
  last_day       date         not null check (last_day >= first_day),
  division_code  text         not null,                                 -- objects of this division and below
  scheme         text         not null,
  scheme_from    date         not null,
  version        integer      not null check (version > 0),
  suspended_out  boolean      not null,                                 -- settings it was made by
  zero_is_full   boolean      not null,
  frozen_at      timestamptz  not null,
  frozen_by      text         not null,
  note           text,
  published_at   timestamptz,
  published_by   text,
  foreign key (scheme, scheme_from) references evaluation_scheme,
  unique (of_kind, period, division_code, scheme, version)
);

create table evaluation_row (
  result_id  uuid              not null references evaluation_result,
  key        text              not null,
  counts     jsonb             not null,
  rates      jsonb             not null,
  points     jsonb             not null,
  deducted   jsonb             not null,
  score      double precision,
  grade      text,
  rank       integer,
  exempt     integer           not null,                                -- cases that were left out
  primary key (result_id, key)
);

-- Rows are what was frozen, for good.
create function keep_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'a frozen result does not change; freeze the period again for a new version';
end $$;
create trigger evaluation_row_stays before update or delete on evaluation_row
  for each row execute function keep_frozen();

-- A correction asks: which appeals were granted since?
create index case_move_appeal on case_move (moved_at) where action = 'GRANT_APPEAL';
