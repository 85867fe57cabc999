-- Which unit has an enquiry: it may know how to reach whoever asked, as long as it has it.
alter table enquiry_step add column unit_code text;

-- Who else waits for this case? Followers and linked reports, from the master down.
create index report_following on report (follows) where follows is not null;
create index report_link_of_master on report_link (master_report_id);
-- The call-back list asks: who wanted a reply lately?
create index report_wanting_reply on report (received_at desc) where wants_reply;

-- Who was shown how to reach whom. Rows are only ever added.
create table contact_access (
  access_id   bigint       generated always as identity primary key,
  at          timestamptz  not null,
  user_name   text         not null,
  person_id   uuid         not null,                           -- the report or enquiry they sent
  number      text                                             -- of its case or enquiry, as far as known then
);

-- Calls to reporters who wanted a reply. The wish is met by the first that reached them.
create table call_back (
  call_id     bigint       generated always as identity primary key,
  report_id   uuid         not null references report,
  at          timestamptz  not null,
  user_name   text         not null,
  reached     boolean      not null,
  words       text
);

create index call_back_of_report on call_back (report_id);
