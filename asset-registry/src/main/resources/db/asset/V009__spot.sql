-- The point that stands for a component on a map: itself, or a point inside.
create function spot(location geometry) returns geometry language sql immutable parallel safe as $$
  select case when GeometryType(location) = 'POINT' then location else ST_PointOnSurface(location) end;
$$;
