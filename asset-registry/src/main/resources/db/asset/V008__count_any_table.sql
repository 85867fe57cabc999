-- A first census is counted in its own table before it becomes the register, so that nobody waits.
create function count_all(source regclass) returns void language plpgsql volatile as $$
begin
  delete from asset.component_count;
  -- Into a table of its own first: PostgreSQL counts with all processors only where nothing is written to.
  execute format($sql$
    create temporary table counted on commit drop as
    select asset.count_place(cell_code, location) as place, min(cell_code) as cell_code, count(*) as n,
      ST_SetSRID(ST_MakePoint(avg(ST_X(middle)), avg(ST_Y(middle))), 4490) as center,
      ST_SetSRID(ST_Extent(location)::geometry, 4490) as extent
    from (
      select cell_code, location,
        case when GeometryType(location) = 'POINT' then location else ST_Centroid(location) end as middle
      from %s
    ) standing
    group by 1
  $sql$, source);
  insert into asset.component_count (place, cell_code, n, center, extent)
  select place, cell_code, n, center, extent from counted;
  drop table counted;
end
$$;

create or replace function count_all() returns void language sql volatile as $$
  select asset.count_all('asset.component'::regclass);
$$;
