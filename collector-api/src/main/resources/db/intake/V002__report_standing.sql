-- A report and the latest that is known of its case. Contact data does not pass here.
create view report_standing as
select
  report.report_id, report.receipt, report.reporter, report.kind, report.class_code, report.description,
  report.lon, report.lat, report.duty_grid_code, report.received_at, report.photo_ids,
  latest.case_number, latest.to_state, latest.due_at
from report
left join lateral (
  select case_number, to_state, due_at
  from case_step
  where case_step.report_id = report.report_id
  order by at desc, seq desc
  limit 1) latest on true;
