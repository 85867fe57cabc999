-- A photo on disk, under the SHA-256 of its own bytes. Time and place stood in the sent file; the kept one has neither.
create table photo (
  photo_id     text         primary key check (photo_id ~ '^[0-9a-f]{64}$'),
  source_hash  text         not null,                          -- SHA-256 of the file as it was sent
  width        integer      not null check (width > 0),
  height       integer      not null check (height > 0),
  bytes        integer      not null check (bytes > 0),
  taken_at     timestamptz,                                    -- by the camera's clock, a claim
  taken_lon    float8,                                         -- by the camera, WGS-84 degrees
  taken_lat    float8,
  stored_by    text,                                           -- user name, null for a citizen
  stored_at    timestamptz  not null,
  used         boolean      not null default false             -- something names it: never swept
);

-- The sweep asks: which photos did nobody name?
create index photo_unused on photo (stored_at) where not used;

-- A report as it was accepted: once, never changed.
create table report (
  report_id         uuid         primary key,                  -- made by the reporter's device
  receipt           text         not null unique,              -- what the reporter may follow it by
  content_hash      text         not null,                     -- the same key with other content is refused
  source            text         not null check (source in ('collector', 'public', 'higher')),
  channel           text         not null,
  reporter          text,                                      -- user name of a collector
  registered_by     text,                                      -- user name of whoever typed it in for another
  kind              text         not null check (kind in ('component', 'event')),
  class_code        text         not null check (class_code ~ '^\d{4}$'),
  edition           text,
  condition_id      text,
  component_code    text,
  lon               float8       not null,                     -- the chosen place: the pin, else the fix; WGS-84 degrees
  lat               float8       not null,
  fix_lon           float8       not null,                     -- the device's fix as it was sent
  fix_lat           float8       not null,
  fix_crs           text         not null check (fix_crs in ('wgs84', 'gcj02', 'bd09')),
  accuracy_metres   float8,
  pin_lon           float8,                                    -- the pin as it was sent
  pin_lat           float8,
  description       text         not null,
  observed_at       timestamptz  not null,                     -- by the device's clock, a claim
  received_at       timestamptz  not null,                     -- by ours
  wants_reply       boolean      not null,
  self_handled      boolean      not null,
  migrated          boolean      not null,
  photo_ids         text[]       not null,
  division_code     text,
  cell_code         text,
  duty_grid_code    text,
  contact_name      text,                                      -- personal: never leaves this table
  contact_phone     text,
  contact_email     text
);

-- A collector asks: what did I report, newest first?
create index report_of_collector on report (reporter, received_at desc) where reporter is not null;

-- Every step of every case as case-dispatch told it, for answering reporters and collectors.
create table case_step (
  case_id      uuid         not null,
  seq          integer      not null,
  report_id    uuid         not null,
  case_number  text         not null,
  action       text         not null,
  to_state     text         not null,
  at           timestamptz  not null,
  due_at       timestamptz,
  public_note  text,
  photo_ids    text[]       not null,
  primary key (case_id, seq)
);

-- A receipt's page asks: what happened to this report?
create index case_step_of_report on case_step (report_id, seq);

-- What a collector is to look at on the spot.
create table field_task (
  task_id         uuid         primary key,
  case_id         uuid         not null,
  seq             integer      not null,                       -- the step that asked for it
  case_number     text         not null,
  report_id       uuid         not null,
  kind            text         not null check (kind in ('verify', 'check')),
  collector       text         not null,
  words           text,
  class_kind      text         not null,
  class_code      text         not null,
  lon             float8       not null,
  lat             float8       not null,
  duty_grid_code  text,
  due_at          timestamptz,
  photo_ids       text[]       not null,
  state           text         not null default 'open' check (state in ('open', 'done', 'withdrawn')),
  result_id       uuid         unique
);

-- A collector asks: what is mine to do, most urgent first?
create index field_task_open on field_task (collector, due_at) where state = 'open';

-- A later step of the case closes its open tasks.
create index field_task_of_case on field_task (case_id) where state = 'open';

-- What a collector found, once a task.
create table field_result (
  result_id     uuid         primary key,                      -- made by the collector's device
  task_id       uuid         not null unique references field_task,
  content_hash  text         not null,
  outcome       text         not null check (outcome in ('true', 'false', 'pass', 'fail')),
  collector     text         not null,
  at            timestamptz  not null,
  remark        text,
  photo_ids     text[]       not null,
  lon           float8,                                        -- where the collector stood, WGS-84 degrees
  lat           float8
);
