-- WHERE: the land, how it is divided, and who walks it.
-- All geometry is CGCS2000 (EPSG:4490), longitude then latitude, degrees; mercator columns are for tiles.

-- County (6 digits), town (9) and community (12). The county above a town need not be kept here.
create table division (
  code       text primary key check (code ~ '^(\d{6}|\d{9}|\d{12})$'),
  parent_code text check (starts_with(code, parent_code)),
  name_zh    text    not null,
  name_en    text    not null,
  synthetic  boolean not null default false,                       -- made up for a demonstration; never a survey
  boundary   geometry(MultiPolygon, 4490),                         -- unknown for some
  mercator   geometry(MultiPolygon, 3857) generated always as (st_transform(boundary, 3857)) stored
);

-- A duty grid: the unit grids that one collector walks. Its boundary is given, or joined from its cells.
create table duty_grid (
  code          text primary key check (code ~ '^\d{9}G\d{2,4}$'),
  number        integer not null check (number > 0),               -- what people call it: grid 7
  name_zh       text    not null,
  name_en       text    not null,
  division_code text    not null references division,              -- the town
  valid_from    date    not null,
  valid_to      date    check (valid_to >= valid_from),
  given         boolean not null default false,                    -- the boundary came with the survey
  boundary      geometry(MultiPolygon, 4490),
  mercator      geometry(MultiPolygon, 3857) generated always as (st_transform(boundary, 3857)) stored,
  unique (division_code, number)
);

-- A unit grid (GB/T 30428.1): about 10,000 m², inside one community.
create table cell (
  code               text primary key check (code ~ '^\d{15}$'),
  division_code      text    not null references division,         -- the community
  duty_grid_code     text    check (duty_grid_code ~ '^\d{9}G\d{2,4}$'),  -- no reference: surveys bring cells before grids
  area_square_metres numeric(12, 2) not null check (area_square_metres > 0),
  responsible_body   text,                                         -- none: the local government
  land_use           text,
  management_level   text    not null default 'B' check (management_level in ('A', 'B', 'C')),
  valid_from         date    not null,
  valid_to           date    check (valid_to >= valid_from),
  boundary           geometry(MultiPolygon, 4490) not null,
  mercator           geometry(MultiPolygon, 3857) generated always as (st_transform(boundary, 3857)) stored,
  check (starts_with(code, division_code))
);

-- Which cells make this duty grid? Asked when its outline is joined.
create index cell_of_duty_grid on cell (duty_grid_code);

-- Tiles ask: what touches this square of the map?
create index cell_on_map on cell using gist (mercator);

-- Who walks a duty grid, and when. A stand-in goes before the regular collector while it lasts.
create table duty (
  duty_grid_code text        not null references duty_grid,
  user_name      text        not null,
  stand_in       boolean     not null default false,
  from_at        timestamptz not null,
  to_at          timestamptz check (to_at > from_at),              -- open: until further notice
  primary key (duty_grid_code, stand_in, from_at)
);

-- One regular collector at a time has no end date.
create unique index duty_now on duty (duty_grid_code) where to_at is null and not stand_in;

-- Streets, only so that the map has something to hold on to.
create table street (
  digest   text primary key,                                       -- of name, kind and line: importing twice changes nothing
  name     text not null,
  kind     text not null check (kind in ('main', 'side')),
  line     geometry(LineString, 4490) not null,
  mercator geometry(LineString, 3857) generated always as (st_transform(line, 3857)) stored
);

create index street_on_map on street using gist (mercator);

-- Counts changes of anything above, in the same transaction; every process compares it to what it has in memory.
create table revision (
  only_row boolean primary key default true check (only_row),
  number   bigint not null
);
insert into revision (number) values (extract(epoch from now()));      -- starts where no earlier database of this name can have been

-- For other rooms: outlines of the cells in force today, for drawing only.
create view cell_outline as
  select code, duty_grid_code, division_code, mercator
  from cell
  where valid_to is null or valid_to >= current_date;
comment on view cell_outline is 'Door for map layers of other modules: unit grids in force, EPSG:3857.';
