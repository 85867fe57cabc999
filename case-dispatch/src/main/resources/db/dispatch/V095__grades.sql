-- The grades of a version of a scheme: which score gets which letter. A letter is the first whose least score is reached.
create table evaluation_grade (
  code        text              not null,
  valid_from  date              not null,
  letter      text              not null check (letter in ('A', 'B', 'C', 'D', 'E')),
  from_score  double precision  not null check (from_score >= 0 and from_score < 100),
  primary key (code, valid_from, letter),
  unique (code, valid_from, from_score),
  foreign key (code, valid_from) references evaluation_scheme
);

-- By these every version was graded until now.
insert into evaluation_grade (code, valid_from, letter, from_score)
select code, valid_from, letter, from_score
from evaluation_scheme
cross join (values ('A', 90), ('B', 75), ('C', 60), ('D', 40), ('E', 0)) as usual (letter, from_score);
