-- Which line of the responsibility matrix a proposal was read from: classes, place and date, as they were.
alter table city_case add column proposed_line text;

-- The load of a department: its open cases, and what it was given and handed in lately. All three are read
-- from the index alone.
create index city_case_load on city_case (unit_code, state, division_code)
  include (clock_running_since, warn_at, due_at)
  where unit_code is not null and state not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED');
create index city_case_load_dispatched on city_case (dispatched_at)
  include (unit_code, division_code) where dispatched_at is not null;
create index city_case_load_handled on city_case (handled_at)
  include (unit_code, division_code, late) where handled_at is not null;

-- Who put a line into the matrix.
alter table responsibility
  add column set_by text,
  add column set_at timestamptz;
