-- Where the same is filed again and again: of three and more cases of one class, filed in one month at one spot, each counts
-- as recurring on the day it was filed.
alter table figure add column recurrent integer not null default 0;          -- of the filed, those at such a spot

-- Where a filed case lies, for counting it together with its neighbours; as far as the figures have come.
create table figure_spot (
  case_id  uuid     primary key,
  month    date     not null,                                           -- the first of the month it was filed in
  place    text     not null collate "C",                               -- class and spot, such as event-0101 wsbkq5y2
  day      date     not null,                                           -- it was filed
  exempt   boolean  not null
);
create index figure_spot_place on figure_spot (month, place);

-- All that was folded so far knows nothing of spots: it is folded once more.
truncate figure;
update figure_fold set seen = '3:3:';
