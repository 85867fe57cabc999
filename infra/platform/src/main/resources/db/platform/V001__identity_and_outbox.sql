-- Messages that wait for Kafka. A row is written with the change it tells of, and deleted once acknowledged.
create table outbox (
  id           bigint       generated always as identity primary key,   -- the order in which rows were written
  event_id     uuid         not null,
  topic        text         not null,
  key          text         not null,
  type         text         not null,
  happened_at  timestamptz  not null,
  payload      text         not null                                     -- JSON, as it goes out
);

-- Bodies that own, maintain or govern things. Codes are the town's own.
create table unit (
  code           text  primary key check (code ~ '^[A-Za-z0-9-]{1,32}$'),
  name_zh        text  not null,
  name_en        text  not null,
  kind           text  not null check (kind in ('DEPARTMENT', 'OWNER', 'GOVERNMENT')),
  division_code  text  not null check (division_code ~ '^\d{6}(\d{3}(\d{3})?)?$')
);

-- People. A user name is never given to another person.
create table account (
  user_name      text         primary key check (user_name ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  display_name   text         not null,
  password       text         not null,                                  -- encoded, with the encoder's name in front
  roles          text[]       not null check (cardinality(roles) > 0),
  unit_code      text         references unit,
  division_code  text         not null                                   -- rights reach all codes that begin with it
                              check (division_code ~ '^(\d{6}(\d{3}(\d{3})?)?)?$'),
  active         boolean      not null default true,
  created_at     timestamptz  not null default now()
);

-- Sign-ins of browsers and tokens of programs: only a hash of the secret is kept.
create table access_key (
  hash        bytea        primary key,                                  -- SHA-256 of the secret
  id          uuid         not null unique,
  kind        text         not null check (kind in ('SESSION', 'TOKEN')),
  name        text,
  user_name   text         not null references account,
  created_at  timestamptz  not null,
  expires_at  timestamptz  not null
);

-- Signing out everywhere and the nightly clean-up go by person and by date.
create index access_key_user on access_key (user_name, expires_at);

-- Who did what to accounts and keys, once each, never changed.
create table audit_entry (
  id         bigint       generated always as identity primary key,
  at         timestamptz  not null,
  user_name  text,
  action     text         not null,
  target     text,
  outcome    text         not null,
  source     text                                                        -- network address of the caller
);
