-- Which filed cases lie where three or more of their class were filed in one month, counted afresh from the history: no
-- spot that was kept. All cases at once: neighbours may lie in any portion.
with filed as (
  select
    c.id, c.town_code, c.division_code, c.duty_grid_code, c.cell_code, c.source, c.kind || '-' || c.class_code as class,
    (m.moved_at at time zone :zone)::date as day,
    exists (
      select from dispatch.case_move p
      where p.case_id = c.id and p.action = 'GRANT_APPEAL' and p.actor_role = 'ACCEPTOR'
        and pg_visible_in_snapshot(p.xact, cast(:seen as pg_snapshot))) as exempt,
    count(*) over (
      partition by c.kind, c.class_code, coalesce(c.component_code, st_geohash(st_makepoint(c.lon, c.lat), 8)),
        date_trunc('month', m.moved_at at time zone :zone)) as neighbours
  from dispatch.case_move m
  join dispatch.city_case c on c.id = m.case_id
  where m.action = 'FILE' and pg_visible_in_snapshot(m.xact, cast(:seen as pg_snapshot)))
select k.kind, k.key, day, exempt, 'recurrent', count(*)
from filed
cross join lateral (values
  ('town', town_code), ('community', division_code), ('grid', duty_grid_code), ('cell', cell_code),
  ('source', source), ('class', class)) as k(kind, key)
where neighbours >= 3 and k.key is not null
group by k.kind, k.key, day, exempt
