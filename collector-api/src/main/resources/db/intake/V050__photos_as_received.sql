-- A photo may be kept as it was received, without the camera's notes, and be decoded and written
-- anew a little later. What was kept before has gone through that already.
alter table photo
  add column state          text         not null default 'ready'
    check (state in ('received', 'ready', 'damaged')),
  add column prepare_after  timestamptz,                       -- received only: not to be tried before
  add column tries          smallint     not null default 0,   -- how often somebody began to prepare it
  add column trouble        text,                              -- damaged only: "this photo …"
  add check ((state = 'received') = (prepare_after is not null)),
  add check ((state = 'damaged') = (trouble is not null));

-- Who prepares photos asks: which one next, the longest waiting first?
create index photo_to_prepare on photo (prepare_after) where state = 'received';
