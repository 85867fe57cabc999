-- A request that is not a report: what was asked, once, never changed. Contact data is personal and never leaves this table.
create table enquiry (
  enquiry_id      uuid         primary key,                    -- made by the asker's device
  receipt         text         not null unique,                -- what the asker may follow it by
  content_hash    text         not null,                       -- the same key with other content is refused
  kind            text         not null check (kind in ('consult', 'help', 'complaint', 'suggestion')),
  channel         text         not null check (channel in ('web', 'wechat', 'microblog', 'hotline', 'letter', 'visit')),
  registered_by   text,                                        -- user name of whoever typed it in for another
  text            text         not null,
  lon             float8,                                      -- where it is about a place, WGS-84 degrees
  lat             float8,
  division_code   text         not null,                       -- of the place, else the town
  duty_grid_code  text,
  photo_ids       text[]       not null,
  received_at     timestamptz  not null,
  contact_name    text,
  contact_phone   text,
  contact_email   text,
  check ((lon is null) = (lat is null))
);

-- Every step of every enquiry as case-dispatch told it, for answering whoever asked.
create table enquiry_step (
  enquiry_id      uuid         not null,
  seq             integer      not null,
  number          text         not null,
  act             text         not null,
  to_state        text         not null,
  at              timestamptz  not null,
  due_at          timestamptz,
  public_note     text,
  report_receipt  text,
  primary key (enquiry_id, seq)
);

-- How the asker rates the answer, once.
create table enquiry_rating (
  enquiry_id    uuid         primary key references enquiry,
  content_hash  text         not null,
  stars         integer      check (stars between 1 and 5),
  satisfied     boolean      not null,
  words         text,
  rated_at      timestamptz  not null
);
