-- The register becomes a partitioned table with one partition. A first census is written into a
-- table of its own, indexed there, and attached: readers wait for an instant, not for minutes, and
-- everything that names asset.component (functions, views, foreign keys) keeps naming it.
alter table component_version drop constraint component_version_code_fkey;
drop function card_of(component);

alter table component rename to component_0;
alter table component_0 rename constraint component_pkey to component_0_pkey;
alter index component_location rename to component_0_location;
alter index component_class rename to component_0_class;
alter index component_cell rename to component_0_cell;
alter index component_maintenance rename to component_0_maintenance;

create table component (
  like component_0 including defaults including constraints including generated including storage
) partition by range (code);

alter table component add primary key (code);
alter table component add foreign key (survey_id) references survey;

-- Tiles ask for a box, the phone for the nearest.
create index component_location on component using gist (location);

-- The map filters by class; lists go by class in the order of codes.
create index component_class on component (class_code, code);

-- An import counts the cells that it touched again, and a changed grid re-assigns its cells' components.
create index component_cell on component (cell_code) where cell_code is not null;

-- A desk asks for what a unit must maintain.
create index component_maintenance on component (maintenance_unit) where maintenance_unit is not null;

-- What an import brought or changed: for its list of changes, and for taking it back. An import's rows
-- lie together, so a few kilobytes tell where.
create index component_survey on component using brin (survey_id);

alter table component attach partition component_0 for values from (minvalue) to (maxvalue);

alter table component_version add foreign key (code) references component;
create index component_version_survey on component_version (survey_id) where survey_id is not null;

-- The fields of a card that make a version, by name.
create function card_of(component) returns jsonb language sql immutable parallel safe as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'edition', $1.edition,
    'competentUnit', $1.competent_unit,
    'ownerUnit', $1.owner_unit,
    'maintenanceUnit', $1.maintenance_unit,
    'cellCode', $1.cell_code,
    'dutyGridCode', $1.duty_grid_code,
    'divisionCode', $1.division_code,
    'location', ST_AsGeoJSON($1.location, 9, 0)::jsonb,
    'spec', $1.spec,
    'dimensions', $1.dimensions,
    'state', $1.state,
    'since', $1.since,
    'source', $1.source,
    'note', $1.note,
    'address', $1.address,
    'synthetic', $1.synthetic));
$$;
