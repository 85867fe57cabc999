create trigger "{prefix}_insert" after insert on {table}
when (new.{geom} notnull and not ST_IsEmpty(new.{geom}))
begin
  insert or replace into {rtree} values (
    new.{fid}, ST_MinX(new.{geom}), ST_MaxX(new.{geom}), ST_MinY(new.{geom}), ST_MaxY(new.{geom}));
end;;
create trigger "{prefix}_update1" after update of {geom} on {table}
when old.{fid} = new.{fid} and (new.{geom} notnull and not ST_IsEmpty(new.{geom}))
begin
  insert or replace into {rtree} values (
    new.{fid}, ST_MinX(new.{geom}), ST_MaxX(new.{geom}), ST_MinY(new.{geom}), ST_MaxY(new.{geom}));
end;;
create trigger "{prefix}_update2" after update of {geom} on {table}
when old.{fid} = new.{fid} and (new.{geom} isnull or ST_IsEmpty(new.{geom}))
begin
  delete from {rtree} where id = old.{fid};
end;;
create trigger "{prefix}_update3" after update on {table}
when old.{fid} != new.{fid} and (new.{geom} notnull and not ST_IsEmpty(new.{geom}))
begin
  delete from {rtree} where id = old.{fid};
  insert or replace into {rtree} values (
    new.{fid}, ST_MinX(new.{geom}), ST_MaxX(new.{geom}), ST_MinY(new.{geom}), ST_MaxY(new.{geom}));
end;;
create trigger "{prefix}_update4" after update on {table}
when old.{fid} != new.{fid} and (new.{geom} isnull or ST_IsEmpty(new.{geom}))
begin
  delete from {rtree} where id in (old.{fid}, new.{fid});
end;;
create trigger "{prefix}_delete" after delete on {table}
when old.{geom} notnull
begin
  delete from {rtree} where id = old.{fid};
end
