-- Counts ---------------------------------------------------------------------------------------

-- Where the components of a place stand, as a box: tells which places may hold one near here.
alter table component_count add column extent geometry(Geometry, 4490);

create index component_count_extent on component_count using gist (extent);

-- An import counts the cells that it touched again, a changed grid re-assigns its cells' components, and
-- whoever asks for the nearest of a rare class looks through the cells near by for that class alone.
drop index component_cell;

create index component_cell on component (cell_code, class_code) where cell_code is not null;

-- Counts these places (count_place) again. Whoever writes components calls it in the same transaction, with
-- the places in which they stood and the places in which they stand.
create function count_again(places text[]) returns void language sql volatile as $$
  delete from asset.component_count where place = any (places);
  insert into asset.component_count (place, cell_code, n, center, extent)
  select place, min(cell_code), count(*),
    ST_SetSRID(ST_MakePoint(avg(ST_X(middle)), avg(ST_Y(middle))), 4490),
    ST_SetSRID(ST_Extent(location)::geometry, 4490)
  from (
    select c.cell_code as place, c.cell_code, c.location, ST_Centroid(c.location) as middle
    from asset.component c
    where c.cell_code = any (places)
    union all
    select outside.place, null, c.location, ST_Centroid(c.location)
    from (select place from unnest(places) as place where place like '~%') outside
    join asset.component c on c.cell_code is null
      and c.location && ST_SetSRID(ST_GeomFromGeoHash(substr(outside.place, 2)), 4490)
      and asset.count_place(null, c.location) = outside.place
  ) counted
  group by place;
$$;

-- Counts everything again: one walk through the whole register, for a first survey.
create function count_all() returns void language sql volatile as $$
  delete from asset.component_count;
  insert into asset.component_count (place, cell_code, n, center, extent)
  select asset.count_place(cell_code, location), min(cell_code), count(*),
    ST_SetSRID(ST_MakePoint(avg(ST_X(ST_Centroid(location))), avg(ST_Y(ST_Centroid(location)))), 4490),
    ST_SetSRID(ST_Extent(location)::geometry, 4490)
  from asset.component
  group by 1;
$$;

select count_all();

alter table component_count alter column extent set not null;

-- Changes --------------------------------------------------------------------------------------

-- Where the register changed, by its revision. Readers that keep tiles throw away those that touch a
-- change; a revision that is not listed here changed everything. Only the last thousand are kept.
create table changed_area (
  revision  bigint                    primary key,
  area      geometry(Geometry, 4490)  not null
);

-- Raises the register's revision: everything may have changed (no area), or only what touches the area.
-- Called once in a transaction that wrote components.
create function note_change(area geometry default null) returns bigint language sql volatile as $$
  with raised as (
    update asset.revision set value = value + 1 where subject = 'component' returning value
  ),
  noted as (
    insert into asset.changed_area (revision, area)
    select value, ST_SetSRID(ST_Envelope(area), 4490) from raised where area is not null
  ),
  forgotten as (
    delete from asset.changed_area where revision < (select value - 1000 from raised)
  )
  select value from raised;
$$;

-- Census ---------------------------------------------------------------------------------------

-- How many components there are, by what they are, where, whose and in which state, and how many of them
-- lack what a card should have. Counted anew as a whole when the register has changed: see census_taken.
create table census_tally (
  class_code      text     collate "C" not null,
  division_code   text     collate "C",
  duty_grid_code  text     collate "C",
  owner_unit      text     not null,
  state           text     not null,
  n               integer  not null check (n > 0),
  no_spec         integer  not null,
  no_dimensions   integer  not null,
  no_photo        integer  not null,
  no_address      integer  not null,
  no_maintainer   integer  not null                                        -- nobody named who maintains it
);

-- When the census was taken, of which revision of the register, and how long the counting took.
create table census_taken (
  only_row     boolean      primary key default true check (only_row),
  revision     bigint       not null,
  taken_at     timestamptz  not null,
  took_millis  bigint       not null
);
