-- Import jobs ----------------------------------------------------------------------------------

-- Files that were handed in for import, and what became of them. The file itself lies in a folder
-- (citygrid.asset.imports-dir); any process of the installation can tell how far a job has come.
create table import_job (
  id           bigint       generated always as identity primary key,
  kind         text         not null check (kind in ('components', 'divisions', 'cells', 'grids', 'streets')),
  file_name    text         not null,                                     -- as the sender calls it
  stored_as    text         not null,                                     -- within the folder
  bytes        bigint       not null check (bytes >= 0),
  status       text         not null check (status in (
                              'received', 'waiting', 'running', 'done', 'checked', 'refused', 'failed',
                              'cancelled', 'undone')),
  phase        text         check (phase in ('reading', 'judging', 'coding', 'writing', 'indexing')),
  rows_read    bigint       not null default 0,
  rows_total   bigint,                                                    -- empty when only reading to the end would tell
  bytes_read   bigint       not null default 0,
  by_user      text         not null,
  received_at  timestamptz  not null,
  started_at   timestamptz,
  finished_at  timestamptz,
  settings     jsonb        not null default '{}',
  result       jsonb,
  problem      text,                                                      -- one sentence for a person
  backend      integer,                                                   -- of the database, while it works on the job
  survey_id    bigint       references survey                             -- once something was written
);

-- The worker asks: what waits, oldest first? and what was left lying by a process that died?
create index import_job_open on import_job (id) where status in ('waiting', 'running');

-- What a survey of the whole (complete=true) no longer found: such a card became lost.
create table survey_missing (
  survey_id  bigint  not null references survey on delete cascade,
  code       text    collate "C" not null,
  primary key (survey_id, code)
);

-- More forms of files than before.
alter table survey drop constraint survey_format_check;
alter table survey add column undone_at timestamptz;
alter table survey add column undoes bigint references survey;            -- the import that this one takes back
