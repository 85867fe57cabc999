-- Requests that are not cases: what citizens ask, want help with, complain of and suggest. Who asks is not known here.
create table enquiry (
  id              uuid         primary key,                     -- made by the asker's device
  number          text         not null unique,                 -- Q2026-11-25-0012
  kind            text         not null check (kind in ('consult', 'help', 'complaint', 'suggestion')),
  channel         text         not null,
  text            text         not null,
  lon             float8,                                       -- where it is about a place, CGCS2000, degrees
  lat             float8,
  division_code   text         not null,                        -- of the place, else the town
  duty_grid_code  text,
  photo_ids       text[]       not null,
  registered_by   text,                                         -- user name of the acceptor who wrote it down
  received_at     timestamptz  not null,
  state           text         not null,
  version         integer      not null check (version > 0),    -- the number of its last move
  moved_at        timestamptz  not null,
  limit_days      integer      not null check (limit_days > 0), -- work days, as the limit of its kind was when it came
  warn_at         timestamptz  not null,                        -- 80 % used up
  due_at          timestamptz  not null,
  unit_code       text,                                         -- who is to answer, or has
  reply_due       timestamptz,                                  -- until when that unit is asked to
  answer          text,                                         -- the latest one
  answered_at     timestamptz,                                  -- the first one
  answered_by     text,
  closed_at       timestamptz,
  late            boolean      not null,                        -- once late, always late
  forwards        integer      not null,
  returns         integer      not null,
  reopened        integer      not null,
  report_receipt  text,                                         -- of the report it goes on as
  stars           integer      check (stars between 1 and 5),
  satisfied       boolean,
  rating_words    text,
  rated_at        timestamptz,
  check ((lon is null) = (lat is null))
);

-- The desk asks: what waits for an answer, or for closing, the most urgent first?
create index enquiry_open on enquiry (due_at, id) where state not in ('CLOSED', 'CONVERTED');

-- A unit asks the same of what was forwarded to it, and for all it ever had.
create index enquiry_of_unit on enquiry (unit_code, due_at, id) where unit_code is not null;

-- Figures and lists of a period: what came then, newest first?
create index enquiry_received on enquiry (received_at desc, id desc);

-- Every step of every enquiry, once, in order.
create table enquiry_move (
  enquiry_id      uuid         not null references enquiry,
  seq             integer      not null check (seq > 0),
  act             text         not null,
  from_state      text         not null,
  to_state        text         not null,
  moved_at        timestamptz  not null,
  actor           text         not null,
  actor_role      text         not null,
  words           text,                                         -- the answer on ANSWER, else words for colleagues
  receiver        text,                                         -- unit code on FORWARD
  reply_due       timestamptz,
  report_receipt  text,
  seconds_used    bigint       not null,                        -- since the move before
  late            boolean,                                      -- only where on time or late was fixed
  primary key (enquiry_id, seq)
);

-- One series of numbers a day.
create table enquiry_number (
  day   date     primary key,
  last  integer  not null
);
