package org.citygrid.dispatch.duplicate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citygrid.platform.setting.DuplicateSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Suspects duplicates: the same component while its case is open, or the same class in the same
/// duty grid, as near and as soon as the class's settings say. Two components with codes of their
/// own are never the same thing. A suspicion only; an acceptor decides.
@Component
public final class Duplicates {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /// Degrees that hold a metre at the town's latitude, with room to spare; the true distance is
  /// measured afterwards.
  private static final double DEGREES_PER_METRE = 1.5 / 111_000;

  private final JdbcClient jdbc;
  private final DuplicateSettings settings;

  Duplicates(JdbcClient jdbc, DuplicateSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /// A new case that is not stored yet.
  ///
  /// @param ord its place in the batch: only earlier ones are suspected
  public record Newcomer(
      UUID id,
      int ord,
      String kind,
      String classCode,
      @Nullable String componentCode,
      @Nullable String dutyGridCode,
      double lon,
      double lat,
      Instant observedAt) {}

  /// For each suspected newcomer the earliest case it may repeat, stored or of the same batch.
  public Map<UUID, UUID> suspect(List<Newcomer> batch) {
    Map<UUID, UUID> suspected = new HashMap<>();
    jdbc.sql(NEWCOMERS + (settings.sameGrid() ? IN_SAME_GRID : IN_ANY_GRID) + EARLIEST)
        .param("batch", JSON.writeValueAsString(batch.stream().map(this::reaching).toList()))
        .query(row -> {
          suspected.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
    return suspected;
  }

  /// A newcomer with how far and how long its class reaches.
  private record Reaching(
      UUID id,
      int ord,
      String kind,
      String classCode,
      @Nullable String componentCode,
      @Nullable String dutyGridCode,
      double lon,
      double lat,
      Instant observedAt,
      double metres,
      long seconds) {}

  private Reaching reaching(Newcomer one) {
    var reach = settings.reach(one.kind(), one.classCode());
    return new Reaching(
        one.id(),
        one.ord(),
        one.kind(),
        one.classCode(),
        one.componentCode(),
        one.dutyGridCode(),
        one.lon(),
        one.lat(),
        one.observedAt(),
        reach.metres(),
        reach.window().toSeconds());
  }

  /// For each newcomer the rows that an index finds, whatever the planner believes of the batch:
  /// `offset 0` keeps it from reading the whole table once instead, which takes minutes among
  /// millions of cases.
  private static final String NEWCOMERS =
      """
      with newcomer as materialized (
        select n.*, st_setsrid(st_makepoint(lon, lat), 4490) as place, coalesce(duty_grid_code, '') as grid,
          observed_at - seconds * interval '1 second' as since, observed_at + seconds * interval '1 second' as until,
          metres * %1$s as around, metres * %1$s / cos(radians(lat)) as aside
        from json_to_recordset(cast(:batch as json)) as n(
          id uuid, ord integer, kind text, class_code text, component_code text, duty_grid_code text,
          lon float8, lat float8, observed_at timestamptz, metres float8, seconds bigint)),
      candidate as (
        select n.id, c.id as other, c.observed_at, -1 as ord
        from newcomer n
        cross join lateral (
          select * from dispatch.city_case c where c.component_code = n.component_code offset 0) c
        where c.state not in ('REFUSED', 'LINKED', 'VOIDED')
          and (c.state <> 'CLOSED' or c.observed_at between n.since and n.until)
        union all
        select n.id, e.id, e.observed_at, e.ord
        from newcomer n
        join newcomer e on e.component_code = n.component_code and e.kind = n.kind and e.class_code = n.class_code
        where e.ord < n.ord and e.observed_at between n.since and n.until
        union all
      """
          .formatted(DEGREES_PER_METRE);

  private static final String IN_SAME_GRID =
      """
        select n.id, c.id, c.observed_at, -1
        from newcomer n
        cross join lateral (
          select * from dispatch.city_case c
          where c.class_code = n.class_code and coalesce(c.duty_grid_code, '') = n.grid
            and c.observed_at between n.since and n.until
          offset 0) c
        where c.kind = n.kind and coalesce(c.component_code = n.component_code, true)
          and c.state not in ('REFUSED', 'LINKED', 'VOIDED')
          and abs(c.lat - n.lat) <= n.around and abs(c.lon - n.lon) <= n.aside
          and st_distancesphere(c.place, n.place) <= n.metres
        union all
        select n.id, e.id, e.observed_at, e.ord
        from newcomer n
        join newcomer e on e.class_code = n.class_code and e.grid = n.grid and e.kind = n.kind
        where e.ord < n.ord and e.observed_at between n.since and n.until
          and coalesce(e.component_code = n.component_code, true)
          and abs(e.lat - n.lat) <= n.around and abs(e.lon - n.lon) <= n.aside
          and st_distancesphere(e.place, n.place) <= n.metres)
      """;

  private static final String IN_ANY_GRID =
      """
        select n.id, c.id, c.observed_at, -1
        from newcomer n
        cross join lateral (
          select * from dispatch.city_case c
          where c.place && st_expand(n.place, n.metres * %s)
          offset 0) c
        where c.kind = n.kind and c.class_code = n.class_code and coalesce(c.component_code = n.component_code, true)
          and c.state not in ('REFUSED', 'LINKED', 'VOIDED')
          and c.observed_at between n.since and n.until
          and abs(c.lat - n.lat) <= n.around and abs(c.lon - n.lon) <= n.aside
          and st_distancesphere(c.place, n.place) <= n.metres
        union all
        select n.id, e.id, e.observed_at, e.ord
        from newcomer n
        join newcomer e on e.class_code = n.class_code and e.kind = n.kind
        where e.ord < n.ord and e.observed_at between n.since and n.until
          and coalesce(e.component_code = n.component_code, true)
          and abs(e.lat - n.lat) <= n.around and abs(e.lon - n.lon) <= n.aside
          and st_distancesphere(e.place, n.place) <= n.metres)
      """
          .formatted(DEGREES_PER_METRE);

  private static final String EARLIEST =
      """
      select distinct on (id) id, other from candidate order by id, observed_at, ord, other
      """;
}
