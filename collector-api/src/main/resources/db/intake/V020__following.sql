-- A citizen who found the matter reported already follows it: a report of their own that became no case of its own.
alter table report add column follows uuid references report;
-- Who is asked before sending: is the same already reported nearby? Same class and grid, newest first.
create index report_alike on report (class_code, duty_grid_code, received_at desc);
-- The same thing has one code, however long ago it was reported.
create index report_of_component on report (component_code, received_at desc) where component_code is not null;

-- Whose story goes on with another's: of a linked duplicate with its master's, of a reopened case with the new one's.
create table report_link (
  report_id         uuid         primary key,
  master_report_id  uuid         not null check (master_report_id <> report_id),
  linked_at         timestamptz  not null
);

-- Who took a step, and which department has the case: contact data and photos are shown by these.
alter table case_step
  add column actor      text,
  add column unit_code  text;

-- The report whose case tells how it stands: the report's own, or the master's at the end of the chain.
create function followed(first uuid) returns uuid
language sql stable as $$
  with recursive chain(report_id, depth) as (
    select first, 0
    union all
    select next.report_id, chain.depth + 1
    from chain
    cross join lateral (
      select l.master_report_id as report_id from intake.report_link l where l.report_id = chain.report_id
      union all
      select r.follows from intake.report r
      where r.report_id = chain.report_id and r.follows is not null
        and not exists (select from intake.case_step s where s.report_id = chain.report_id)
      limit 1) next
    where chain.depth < 10)
  select report_id from chain order by depth desc limit 1
$$;

-- A report and the latest that is known of its case, or of the case it goes on in. Contact data does not pass here.
create or replace view report_standing as
select
  report.report_id, report.receipt, report.reporter, report.kind, report.class_code, report.description,
  report.lon, report.lat, report.duty_grid_code, report.received_at, report.photo_ids,
  latest.case_number, latest.to_state, latest.due_at,
  master.report_id as followed_id,
  coalesce(link.linked_at, report.received_at) as followed_at
from report
left join report_link link on link.report_id = report.report_id
cross join lateral (
  select case when link.report_id is null and report.follows is null then report.report_id
    else intake.followed(report.report_id) end as report_id) master
left join lateral (
  select case_number, to_state, due_at
  from case_step
  where case_step.report_id in (report.report_id, master.report_id)
  order by case_step.report_id = master.report_id desc, at desc, seq desc
  limit 1) latest on true;
