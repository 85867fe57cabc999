package org.citygrid.dispatch.duplicate;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.citygrid.geo.LocalMetres;
import org.citygrid.platform.setting.DuplicateSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Suspects duplicates: the same component while its case is open, or the same class in the same
/// duty grid, as near and as soon as the class's settings say. Two components with codes of their
/// own are never the same thing. A suspicion only; an acceptor decides.
@Component
public final class Duplicates {
  private final JdbcClient jdbc;
  private final DuplicateSettings settings;

  Duplicates(JdbcClient jdbc, DuplicateSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /// A new case that is not stored yet.
  public record Newcomer(
      UUID id,
      String kind,
      String classCode,
      @Nullable String componentCode,
      @Nullable String dutyGridCode,
      double lon,
      double lat,
      Instant observedAt) {}

  /// For each suspected newcomer the earliest case it may repeat, stored or earlier in the batch.
  ///
  /// @param batch in the order in which they came
  public Map<UUID, UUID> suspect(List<Newcomer> batch) {
    var reaching = batch.stream().map(this::reaching).toList();
    var earliest = new HashMap<UUID, Earlier>();
    for (var found : stored(reaching)) {
      earliest.put(found.newcomer(), found);
    }
    for (var found : Batch.search(reaching, settings.sameGrid())) {
      earliest.merge(found.newcomer(), found, Earlier::orIfSooner);
    }
    var suspected = new HashMap<UUID, UUID>();
    earliest.forEach((newcomer, other) -> suspected.put(newcomer, other.id()));
    return suspected;
  }

  /// What a newcomer may repeat.
  record Earlier(UUID newcomer, UUID id, Instant observedAt) {
    /// The one that was observed first; this one where both were.
    Earlier orIfSooner(Earlier other) {
      return other.observedAt.isBefore(observedAt) ? other : this;
    }
  }

  private Reaching reaching(Newcomer one) {
    var reach = settings.reach(one.kind(), one.classCode());
    return new Reaching(
        one,
        reach.metres(),
        one.observedAt().minus(reach.window()),
        one.observedAt().plus(reach.window()),
        new LocalMetres(one.lat()));
  }

  private List<Earlier> stored(List<Reaching> batch) {
    return jdbc.sql(settings.sameGrid() ? IN_SAME_GRID : IN_ANY_GRID)
        .param("ids", column(batch, UUID[]::new, n -> n.one().id()))
        .param("kinds", column(batch, String[]::new, n -> n.one().kind()))
        .param("classes", column(batch, String[]::new, n -> n.one().classCode()))
        .param("components", column(batch, String[]::new, n -> n.one().componentCode()))
        .param("grids", column(batch, String[]::new, Reaching::grid))
        .param("lons", column(batch, Double[]::new, n -> n.one().lon()))
        .param("lats", column(batch, Double[]::new, n -> n.one().lat()))
        .param("metres", column(batch, Double[]::new, Reaching::metres))
        .param("east", column(batch, Double[]::new, n -> n.local().perDegreeEast()))
        .param("north", column(batch, Double[]::new, n -> n.local().perDegreeNorth()))
        .param("since", column(batch, Timestamp[]::new, n -> Timestamp.from(n.since())))
        .param("until", column(batch, Timestamp[]::new, n -> Timestamp.from(n.until())))
        .query((row, _) ->
            new Earlier(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant()))
        .list();
  }

  private static <T extends @Nullable Object> T[] column(
      List<Reaching> batch, IntFunction<T[]> array, Function<Reaching, T> value) {
    return batch.stream().map(value).toArray(array);
  }

  /// A newcomer with how far and how long its class reaches.
  record Reaching(Newcomer one, double metres, Instant since, Instant until, LocalMetres local) {
    String grid() {
      return Objects.requireNonNullElse(one.dutyGridCode(), "");
    }

    boolean reaches(Instant at) {
      return !at.isBefore(since) && !at.isAfter(until);
    }

    boolean reaches(Newcomer other) {
      return local.distance(one.lon(), one.lat(), other.lon(), other.lat()) <= metres;
    }
  }

  /// For each newcomer the rows that an index finds, whatever the planner believes of the batch:
  /// `offset 0` keeps it from reading the whole table once instead, which takes minutes among
  /// millions of cases. Distances are told by two multiplications, as [LocalMetres] does.
  private static final String NEWCOMERS =
      """
      select n.id, first.id, first.observed_at
      from unnest(
        cast(:ids as uuid[]), cast(:kinds as text[]), cast(:classes as text[]), cast(:components as text[]),
        cast(:grids as text[]), cast(:lons as float8[]), cast(:lats as float8[]), cast(:metres as float8[]),
        cast(:east as float8[]), cast(:north as float8[]), cast(:since as timestamptz[]),
        cast(:until as timestamptz[]))
        as n(id, kind, class_code, component_code, grid, lon, lat, metres, east, north, since, until)
      cross join lateral (
        select c.id, c.observed_at
        from (
          select id, state, observed_at from dispatch.city_case
          where component_code = n.component_code
          offset 0) c
        where c.state not in ('REFUSED', 'LINKED', 'VOIDED')
          and (c.state <> 'CLOSED' or c.observed_at between n.since and n.until)
        union all
        select c.id, c.observed_at
        from (
          select id, kind, class_code, component_code, state, observed_at, lon, lat from dispatch.city_case
      """;

  private static final String EARLIEST =
      """
          offset 0) c
        where c.class_code = n.class_code and c.kind = n.kind
          and coalesce(c.component_code = n.component_code, true)
          and c.state not in ('REFUSED', 'LINKED', 'VOIDED')
          and c.observed_at between n.since and n.until
          and ((c.lon - n.lon) * n.east) ^ 2 + ((c.lat - n.lat) * n.north) ^ 2 <= n.metres ^ 2
        order by observed_at, id
        limit 1) first
      """;

  private static final String IN_SAME_GRID =
      NEWCOMERS
          + """
              where class_code = n.class_code and coalesce(duty_grid_code, '') = n.grid
                and observed_at between n.since and n.until
                and lat between n.lat - n.metres / n.north and n.lat + n.metres / n.north
                and lon between n.lon - n.metres / n.east and n.lon + n.metres / n.east
          """
          + EARLIEST;

  private static final String IN_ANY_GRID =
      NEWCOMERS
          + """
              where place && st_makeenvelope(
                n.lon - n.metres / n.east, n.lat - n.metres / n.north,
                n.lon + n.metres / n.east, n.lat + n.metres / n.north, 4490)
          """
          + EARLIEST;
}
