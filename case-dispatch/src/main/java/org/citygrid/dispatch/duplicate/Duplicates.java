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
    jdbc.sql(SUSPECT)
        .param("batch", JSON.writeValueAsString(batch.stream().map(this::reaching).toList()))
        .param("degreesPerMetre", DEGREES_PER_METRE)
        .param("sameGrid", settings.sameGrid())
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

  private static final String SUSPECT =
      """
      with newcomer as materialized (
        select n.*, st_setsrid(st_makepoint(lon, lat), 4490) as place
        from json_to_recordset(cast(:batch as json)) as n(
          id uuid, ord integer, kind text, class_code text, component_code text, duty_grid_code text,
          lon float8, lat float8, observed_at timestamptz, metres float8, seconds bigint)),
      candidate as (
        select n.id, c.id as other, c.observed_at, -1 as ord
        from newcomer n
        join dispatch.city_case c on c.component_code = n.component_code
        where c.state not in ('REFUSED', 'LINKED', 'VOIDED')
          and (c.state <> 'CLOSED' or abs(extract(epoch from c.observed_at - n.observed_at)) <= n.seconds)
        union all
        select n.id, c.id, c.observed_at, -1
        from newcomer n
        join dispatch.city_case c on c.place && st_expand(n.place, n.metres * :degreesPerMetre)
        where c.kind = n.kind and c.class_code = n.class_code
          and coalesce(c.component_code = n.component_code, true)
          and (not :sameGrid or c.duty_grid_code is not distinct from n.duty_grid_code)
          and c.state not in ('REFUSED', 'LINKED', 'VOIDED')
          and abs(extract(epoch from c.observed_at - n.observed_at)) <= n.seconds
          and st_distancesphere(c.place, n.place) <= n.metres
        union all
        select n.id, e.id, e.observed_at, e.ord
        from newcomer n
        join newcomer e on e.kind = n.kind and e.class_code = n.class_code and e.ord < n.ord
        where abs(extract(epoch from e.observed_at - n.observed_at)) <= n.seconds
          and (e.component_code = n.component_code
            or (coalesce(e.component_code = n.component_code, true)
              and (not :sameGrid or e.duty_grid_code is not distinct from n.duty_grid_code)
              and st_distancesphere(e.place, n.place) <= n.metres)))
      select distinct on (id) id, other from candidate order by id, observed_at, ord, other
      """;
}
