-- Catalogue ------------------------------------------------------------------------------------

-- Which catalogue file was loaded last, by its SHA-256: an unchanged file is not read again.
create table catalogue_file (
  name       text         primary key,
  checksum   text         not null,
  loaded_at  timestamptz  not null
);

-- Classes of components and events. The same digits mean other things in another edition.
create table thing_class (
  edition     text     not null,
  kind        text     not null check (kind in ('component', 'event')),
  code        text     not null check (code ~ '^\d{4}$'),                 -- major 2, minor 2
  major_zh    text     not null,
  major_en    text     not null,
  name_zh     text     not null,
  name_en     text     not null,
  valid_from  date     not null,
  source      text     not null,
  confidence  text     not null check (confidence in ('high', 'medium', 'low')), -- that the source says this
  primary key (edition, kind, code)
);

-- What can be wrong, and how long handling may take. Ids are never given again: a limit that changes
-- closes the old row's validity and opens a new one.
create table class_condition (
  id           text     not null,
  valid_from   date     not null,
  valid_to     date     check (valid_to >= valid_from),                    -- first day on which it no longer holds
  edition      text     not null,
  kind         text     not null,
  class_code   text     not null,
  ordinal      integer  not null,                                         -- the order in which people read them
  words_zh     text     not null,
  words_en     text     not null,
  limit_value  integer  not null check (limit_value > 0),
  limit_unit   text     not null check (limit_unit in ('emergency_hour', 'work_hour', 'work_day', 'calendar_day')),
  source       text     not null,
  confidence   text     not null check (confidence in ('high', 'medium', 'low')),
  primary key (id, valid_from),
  foreign key (edition, kind, class_code) references thing_class
);

-- One id holds once at a time.
create unique index class_condition_open on class_condition (id) where valid_to is null;

-- Which attributes a component of a class may have. Class '*' speaks for every class.
create table class_attribute (
  class_code  text     not null check (class_code ~ '^(\d{4}|\*)$'),
  name        text     not null check (name ~ '^[a-zA-Z][a-zA-Z0-9]{0,39}$'),
  name_zh     text     not null,
  name_en     text     not null,
  type        text     not null check (type in ('number', 'text')),
  units       text[]   not null default '{}',                              -- accepted units; none for a text or a count
  least       numeric,
  greatest    numeric,
  primary key (class_code, name)
);

insert into class_attribute (class_code, name, name_zh, name_en, type, units, least, greatest) values
  ('*', 'diameter',   '直径', 'Diameter',   'number', '{mm,cm,m}',     0, 100000),
  ('*', 'length',     '长度', 'Length',     'number', '{mm,cm,m,km}',  0, 1000000),
  ('*', 'width',      '宽度', 'Width',      'number', '{mm,cm,m}',     0, 100000),
  ('*', 'height',     '高度', 'Height',     'number', '{mm,cm,m}',     0, 500000),
  ('*', 'depth',      '深度', 'Depth',      'number', '{mm,cm,m}',     0, 100000),
  ('*', 'thickness',  '厚度', 'Thickness',  'number', '{mm,cm,m}',     0, 10000),
  ('*', 'area',       '面积', 'Area',       'number', '{m2,m²,ha}',    0, 100000000),
  ('*', 'volume',     '容积', 'Volume',     'number', '{L,l,m3,m³}',   0, 1000000),
  ('*', 'capacity',   '容量', 'Capacity',   'number', '{L,l,kg,t}',    0, 1000000),
  ('*', 'weight',     '重量', 'Weight',     'number', '{kg,t}',        0, 1000000),
  ('*', 'power',      '功率', 'Power',      'number', '{W,kW,kVA}',    0, 1000000),
  ('*', 'voltage',    '电压', 'Voltage',    'number', '{V,kV}',        0, 1000000),
  ('*', 'pressure',   '压力', 'Pressure',   'number', '{kPa,MPa,bar}', 0, 1000000),
  ('*', 'trunkDiameter', '胸径', 'Trunk diameter', 'number', '{mm,cm,m}', 0, 10000),
  ('*', 'crownWidth',     '冠幅', 'Crown width', 'number', '{cm,m}',       0, 10000),
  ('*', 'angle',      '角度', 'Angle',      'number', '{°,deg}',       0, 360),
  ('*', 'count',      '数量', 'Count',      'number', '{}',            0, 1000000),
  ('*', 'lamps',      '灯头数', 'Lamp heads', 'number', '{}',          0, 1000),
  ('*', 'seats',      '座位数', 'Seats',    'number', '{}',            0, 10000),
  ('*', 'material',   '材质', 'Material',   'text',   '{}',            null, null),
  ('*', 'loadClass',  '荷载等级', 'Load class', 'text', '{}',          null, null),
  ('*', 'colour',     '颜色', 'Colour',     'text',   '{}',            null, null),
  ('*', 'species',    '树种', 'Species',    'text',   '{}',            null, null),
  ('*', 'model',      '型号', 'Model',      'text',   '{}',            null, null),
  ('*', 'shape',      '形状', 'Shape',      'text',   '{}',            null, null);

-- Register -------------------------------------------------------------------------------------

-- Every import that was carried out. A card names the import that wrote it last.
create table survey (
  id          bigint       generated always as identity primary key,
  format      text         not null check (format in ('geojson', 'ndjson', 'csv')),
  user_name   text         not null,
  started_at  timestamptz  not null,
  inserted    bigint       not null,
  updated     bigint       not null,
  unchanged   bigint       not null,
  rejected    bigint       not null
);

-- The identity cards as they are now. Made for a province (12 million rows): narrow rows, codes in
-- byte order, and no index that is not asked for below.
create table component (
  code              text         collate "C" primary key
                                 check (code ~ '^[1-9]\d{15}$' and right(code, 6) <> '000000'),
  class_code        text         collate "C" not null generated always as (substr(code, 7, 4)) stored,
  edition           text         not null,
  competent_unit    text,                                                 -- 主管部门
  owner_unit        text         not null,                                -- 权属单位
  maintenance_unit  text,                                                 -- 养护单位
  cell_code         text         collate "C",                             -- empty outside every cell
  duty_grid_code    text         collate "C",
  division_code     text         collate "C",
  location          geometry(Geometry, 4490) not null
                                 check (not ST_IsEmpty(location)),        -- CGCS2000, longitude then latitude, degrees
  spec              text,
  dimensions        jsonb        not null default '[]',                   -- [{"name", "value", "unit"}], see class_attribute
  state             text         not null check (state in ('intact', 'damaged', 'lost', 'abandoned', 'moved_away')),
  since             date         not null,                                -- first known there
  source            text,
  note              text,
  address           text,
  synthetic         boolean      not null,
  version           integer      not null default 1 check (version > 0),
  changed_at        timestamptz  not null,
  changed_by        text         not null,
  survey_id         bigint       references survey                       -- empty for a single edit
);

-- Cards are read one by one and changed in place: room on the page keeps their updates out of the indexes.
alter table component set (fillfactor = 95, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);

-- Tiles ask for a box, the phone for the nearest.
create index component_location on component using gist (location);

-- The map filters by class; lists go by class in the order of codes.
create index component_class on component (class_code, code);

-- An import counts the cells that it touched again, and a changed grid re-assigns its cells' components.
create index component_cell on component (cell_code) where cell_code is not null;

-- A desk asks for what a unit must maintain.
create index component_maintenance on component (maintenance_unit) where maintenance_unit is not null;

-- Cards as they were before each change. The first version of a card that never changed costs no row
-- here; what changed is the difference between one version and the next.
create table component_version (
  code        text         collate "C" not null references component,
  version     integer      not null,
  changed_at  timestamptz  not null,                                      -- when this version began to hold
  changed_by  text         not null,
  survey_id   bigint       references survey,
  card        jsonb        not null,                                      -- the fields of component, by name
  primary key (code, version)
);

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

-- Numbers for new codes. A county gives a town the whole run of a class, or a block of it.
create table code_block (
  county        text     not null check (county ~ '^[1-9]\d{5}$'),
  class_code    text     not null check (class_code ~ '^\d{4}$'),
  first_number  integer  not null check (first_number >= 1),
  last_number   integer  not null check (last_number between first_number and 999999),
  last_issued   integer  not null check (last_issued between first_number - 1 and last_number),
  primary key (county, class_code, first_number)
);

-- Tiles below zoom 15 show how many, not which: one row for a cell, or for about a square kilometre
-- where there is no cell. Kept by whatever writes components, in the same transaction.
create table component_count (
  place     text                   collate "C" primary key,               -- cell code, or '~' and a geohash
  cell_code text                   collate "C",
  n         integer                not null check (n > 0),
  center    geometry(Point, 4490)  not null
);

create index component_count_center on component_count using gist (center);

-- Where a component is counted.
create function count_place(cell_code text, location geometry) returns text
language sql immutable parallel safe as $$
  select coalesce(cell_code, '~' || ST_GeoHash(ST_SetSRID(ST_PointOnSurface(location), 4326), 6));
$$;

-- One number that grows whenever the register changes: what tiles and readers compare.
create table revision (
  subject  text    primary key,
  value    bigint  not null
);

insert into revision (subject, value) values ('component', 1), ('catalogue', 1);
