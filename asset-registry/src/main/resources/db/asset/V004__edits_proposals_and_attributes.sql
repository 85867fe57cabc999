-- Edits ----------------------------------------------------------------------------------------

-- Since when a unit holds its part, where that is known better than by the day of the change; and the
-- photos that show the component (the pictures themselves are intake's).
alter table component
  add column competent_from    date,
  add column owner_from        date,
  add column maintenance_from  date,
  add column photo_ids         text[]  not null default '{}';

-- Whoever sweeps photos asks: is this one on a card?
create index component_photos on component using gin (photo_ids) where photo_ids <> '{}';

-- The fields of a card that make a version, by name.
create or replace function card_of(component) returns jsonb language sql immutable parallel safe as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'edition', $1.edition,
    'competentUnit', $1.competent_unit,
    'ownerUnit', $1.owner_unit,
    'maintenanceUnit', $1.maintenance_unit,
    'competentFrom', $1.competent_from,
    'ownerFrom', $1.owner_from,
    'maintenanceFrom', $1.maintenance_from,
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
    'photoIds', case when $1.photo_ids <> '{}' then to_jsonb($1.photo_ids) end,
    'synthetic', $1.synthetic));
$$;

-- What single edits tell beside the card: why, and whose proposal it was. Surveys write no row here.
-- No foreign key: this table only explains versions.
create table component_change (
  code         text     collate "C" not null,
  version      integer  not null,
  reason       text,
  proposal_id  uuid,
  primary key (code, version)
);

-- Proposals ------------------------------------------------------------------------------------

-- What somebody on the spot believes the register should say. It changes nothing until it is accepted;
-- then the reviewer makes the version, and it says whose proposal it was.
create table component_proposal (
  id               uuid                   primary key,                     -- made by the phone: sent twice is one
  act              text                   not null check (act in ('create', 'change', 'move', 'gone')),
  code             text                   collate "C",                     -- of what is there; of what came of it
  class_code       text                   not null check (class_code ~ '^\d{4}$'),
  card             jsonb                  not null,                        -- the proposed fields, as PATCH takes them
  place            geometry(Point, 4490)  not null,                        -- where the proposer means
  division_code    text                   not null,
  note             text,
  photo_ids        text[]                 not null default '{}',
  content_hash     text                   not null,
  base_version     integer,                                                -- of the card that the proposer saw
  proposed_by      text                   not null,
  proposed_at      timestamptz            not null,
  state            text                   not null check (state in ('open', 'accepted', 'rejected')),
  reviewed_by      text,
  reviewed_at      timestamptz,
  opinion          text,
  outcome_version  integer,
  check (act = 'create' or code is not null),
  check ((state = 'open') = (reviewed_at is null))
);

-- The reviewer asks: what waits, oldest first?
create index component_proposal_open on component_proposal (proposed_at, id) where state = 'open';

-- The proposer asks: what became of mine? A card asks: what is proposed about me?
create index component_proposal_by on component_proposal (proposed_by, proposed_at desc);
create index component_proposal_code on component_proposal (code) where state = 'open' and code is not null;

-- Attributes -----------------------------------------------------------------------------------

-- A class may name its attributes one by one, by its major class, or share those of every class; the
-- same digits mean other things in another edition. The rows of editions come from a catalogue file.
alter table class_attribute
  drop constraint class_attribute_pkey,
  drop constraint class_attribute_class_code_check,
  drop constraint class_attribute_type_check,
  add column edition  text     not null default '*',
  add column ordinal  integer  not null default 0,
  add column choices  text[]   not null default '{}',                      -- of type choice: the accepted words
  add column source   text     not null default 'CityGrid',
  add primary key (edition, class_code, name),
  add check (class_code ~ '^(\d{4}|\d{2}|\*)$'),
  add check (type in ('number', 'text', 'choice')),
  add check ((type = 'choice') = (choices <> '{}'));
