-- The land remembers what it was. Tables without "_past" hold the land of today and nothing else, so that
-- whoever reads today reads no history; triggers put every former version aside, whoever made the change.

-- Every change of the land, once: one transaction, one revision. What it touched bears its revision.
create table land_change (
  revision      bigint      primary key,
  at            timestamptz not null,
  act           text        not null,
  by_user       text,                                              -- none: the program itself
  division_code text        not null default '',                   -- the town or community it was about; empty: several
  subject       text,                                              -- the duty grid or cell it was about
  rows          integer     not null default 0,
  undoes        bigint      references land_change
);
create index land_change_of_division on land_change (division_code, revision desc);

-- Which change is being made? Set for one transaction; repairs by hand bear the newest revision and now.
create function land_revision() returns bigint language sql stable as $$
  select coalesce(nullif(current_setting('citygrid.land_revision', true), '')::bigint,
                  (select number from grid.revision))
$$;
create function land_at() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('citygrid.land_at', true), '')::timestamptz, now())
$$;

-- revision, changed_at: the change that made this version. is_first: nothing was known before it, so it
-- counts from valid_from on (a division: from ever), not from the day on which somebody told us.
alter table division
  add revision   bigint      not null default 0,
  add changed_at timestamptz not null default now(),
  add is_first   boolean     not null default true;
alter table duty_grid
  add revision   bigint      not null default 0,
  add changed_at timestamptz not null default now(),
  add is_first   boolean     not null default true;
alter table cell
  add revision   bigint      not null default 0,
  add changed_at timestamptz not null default now(),
  add is_first   boolean     not null default true;

-- A duty outlives its grid, and can be named.
alter table duty
  drop constraint duty_duty_grid_code_fkey,
  add id         bigint      generated always as identity unique,
  add reason     text,
  add revision   bigint      not null default 0,
  add changed_at timestamptz not null default now();
create index duty_of_user on duty (user_name);

-- Former versions: as they were from changed_at until replaced_at. ended: no later version took its place then.
create table division_past (
  code text not null, parent_code text, name_zh text not null, name_en text not null, synthetic boolean not null,
  boundary geometry(MultiPolygon, 4490),
  revision bigint not null, changed_at timestamptz not null, is_first boolean not null,
  until_revision bigint not null, replaced_at timestamptz not null, ended boolean not null,
  primary key (code, until_revision)
);
create table duty_grid_past (
  code text not null, number integer not null, name_zh text not null, name_en text not null, division_code text not null,
  valid_from date not null, valid_to date, given boolean not null, boundary geometry(MultiPolygon, 4490),
  revision bigint not null, changed_at timestamptz not null, is_first boolean not null,
  until_revision bigint not null, replaced_at timestamptz not null, ended boolean not null,
  primary key (code, until_revision)
);
create table cell_past (
  code text not null, division_code text not null, duty_grid_code text, area_square_metres numeric(12, 2) not null,
  responsible_body text, land_use text, management_level text not null, valid_from date not null, valid_to date,
  boundary geometry(MultiPolygon, 4490) not null,
  revision bigint not null, changed_at timestamptz not null, is_first boolean not null,
  until_revision bigint not null, replaced_at timestamptz not null, ended boolean not null,
  primary key (code, until_revision)
);
create table duty_past (
  id bigint not null, duty_grid_code text not null, user_name text not null, stand_in boolean not null,
  from_at timestamptz not null, to_at timestamptz, reason text,
  revision bigint not null, changed_at timestamptz not null,
  until_revision bigint not null, replaced_at timestamptz not null, ended boolean not null,
  primary key (id, until_revision)
);

-- Undo asks: what did this change put aside, and what did it make?
create index division_past_until on division_past (until_revision);
create index duty_grid_past_until on duty_grid_past (until_revision);
create index cell_past_until on cell_past (until_revision);
create index duty_past_until on duty_past (until_revision);
create index cell_of_revision on cell (revision);

create function remember_division() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.revision := grid.land_revision();
    new.changed_at := grid.land_at();
    new.is_first := not exists (select from grid.division_past where code = new.code);
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if (old.name_zh, old.name_en, old.synthetic, old.boundary)
       is not distinct from (new.name_zh, new.name_en, new.synthetic, new.boundary) then
      return new;
    end if;
    new.revision := grid.land_revision();
    new.changed_at := grid.land_at();
    new.is_first := old.is_first and old.revision = new.revision;
  end if;
  if old.revision is distinct from grid.land_revision() then
    insert into grid.division_past
    values (old.code, old.parent_code, old.name_zh, old.name_en, old.synthetic, old.boundary,
            old.revision, old.changed_at, old.is_first,
            grid.land_revision(), grid.land_at(), tg_op = 'DELETE')
    on conflict do nothing;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create function remember_duty_grid() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.revision := grid.land_revision();
    new.changed_at := grid.land_at();
    new.is_first := not exists (select from grid.duty_grid_past where code = new.code);
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if (old.number, old.name_zh, old.name_en, old.valid_from, old.valid_to, old.given, old.boundary)
       is not distinct from
       (new.number, new.name_zh, new.name_en, new.valid_from, new.valid_to, new.given, new.boundary) then
      return new;
    end if;
    new.revision := grid.land_revision();
    new.changed_at := grid.land_at();
    new.is_first := old.is_first and old.revision = new.revision;
  end if;
  if old.revision is distinct from grid.land_revision() then
    insert into grid.duty_grid_past
    values (old.code, old.number, old.name_zh, old.name_en, old.division_code, old.valid_from, old.valid_to,
            old.given, old.boundary, old.revision, old.changed_at, old.is_first,
            grid.land_revision(), grid.land_at(), tg_op = 'DELETE')
    on conflict do nothing;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create function remember_cell() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.revision := grid.land_revision();
    new.changed_at := grid.land_at();
    new.is_first := not exists (select from grid.cell_past where code = new.code);
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if (old.duty_grid_code, old.area_square_metres, old.responsible_body, old.land_use, old.management_level,
        old.valid_from, old.valid_to, old.boundary)
       is not distinct from
       (new.duty_grid_code, new.area_square_metres, new.responsible_body, new.land_use, new.management_level,
        new.valid_from, new.valid_to, new.boundary) then
      return new;
    end if;
    new.revision := grid.land_revision();
    new.changed_at := grid.land_at();
    new.is_first := old.is_first and old.revision = new.revision;
  end if;
  if old.revision is distinct from grid.land_revision() then
    insert into grid.cell_past
    values (old.code, old.division_code, old.duty_grid_code, old.area_square_metres, old.responsible_body,
            old.land_use, old.management_level, old.valid_from, old.valid_to, old.boundary,
            old.revision, old.changed_at, old.is_first,
            grid.land_revision(), grid.land_at(), tg_op = 'DELETE')
    on conflict do nothing;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create function remember_duty() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    new.revision := grid.land_revision();
    new.changed_at := grid.land_at();
  end if;
  if tg_op in ('UPDATE', 'DELETE') and old.revision is distinct from grid.land_revision() then
    insert into grid.duty_past
    values (old.id, old.duty_grid_code, old.user_name, old.stand_in, old.from_at, old.to_at, old.reason,
            old.revision, old.changed_at, grid.land_revision(), grid.land_at(), tg_op = 'DELETE')
    on conflict do nothing;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger remember before insert or update or delete on division for each row execute function remember_division();
create trigger remember before insert or update or delete on duty_grid for each row execute function remember_duty_grid();
create trigger remember before insert or update or delete on cell for each row execute function remember_cell();
create trigger remember before insert or update or delete on duty for each row execute function remember_duty();

-- The land of all times, for questions with a date.
create view division_ever as
  select code, name_zh, name_en, synthetic, boundary, changed_at, is_first, null::timestamptz as replaced_at
  from division
  union all
  select code, name_zh, name_en, synthetic, boundary, changed_at, is_first, replaced_at from division_past;

create view duty_grid_ever as
  select code, number, name_zh, name_en, division_code, valid_from, valid_to, boundary,
         changed_at, is_first, null::timestamptz as replaced_at
  from duty_grid
  union all
  select code, number, name_zh, name_en, division_code, valid_from, valid_to, boundary,
         changed_at, is_first, replaced_at from duty_grid_past;

create view cell_ever as
  select code, division_code, duty_grid_code, area_square_metres, responsible_body, land_use, management_level,
         valid_from, valid_to, boundary, changed_at, is_first, null::timestamptz as replaced_at
  from cell
  union all
  select code, division_code, duty_grid_code, area_square_metres, responsible_body, land_use, management_level,
         valid_from, valid_to, boundary, changed_at, is_first, replaced_at from cell_past;
