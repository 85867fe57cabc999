-- A first census is counted in its own table before it becomes the register, so that nobody waits.
create function count_all(source regclass) returns void language plpgsql volatile as $$
begin
  delete from asset.component_count;
  execute format($sql$
    insert into asset.component_count (place, cell_code, n, center, extent)
    select asset.count_place(cell_code, location), min(cell_code), count(*),
      ST_SetSRID(ST_MakePoint(avg(ST_X(ST_Centroid(location))), avg(ST_Y(ST_Centroid(location)))), 4490),
      ST_SetSRID(ST_Extent(location)::geometry, 4490)
    from %s
    group by 1
  $sql$, source);
end
$$;

create or replace function count_all() returns void language sql volatile as $$
  select asset.count_all('asset.component'::regclass);
$$;
