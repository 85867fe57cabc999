-- By which revision of the calendar a running clock was laid: what lies behind is laid anew.
alter table city_case add column calendar_revision bigint not null default 0;

-- The sweep asks every few seconds: which clocks were laid by an older calendar?
create index city_case_relay on city_case (calendar_revision, id) where clock_running_since is not null;

-- The history of the calendar asks: how many deadlines did this change move?
create index calendar_move_change on calendar_move (change_id);

-- What the catalogues have brought once is not brought again: a day that the town has removed stays removed.
create table calendar_loaded (
  file  text  not null,
  day   date  not null,
  primary key (file, day)
);
insert into calendar_loaded select 'working-calendar.csv', day from calendar_exception;
insert into calendar_loaded select distinct 'work-periods.csv', valid_from from work_period;
