package org.citygrid.asset.census;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/// Keeps and reads the counts.
@Repository
class CensusTable {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final DataSource database;
  private final JdbcClient jdbc;

  CensusTable(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  long revision() {
    return jdbc.sql("select value from asset.revision where subject = 'component'")
        .query(Long.class)
        .single();
  }

  Optional<Taken> findTaken() {
    return jdbc.sql("select revision, taken_at, took_millis from asset.census_taken")
        .query((row, _) ->
            new Taken(
                row.getLong("revision"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("took_millis"))))
        .optional();
  }

  /// Whether it is our turn, until the transaction ends; others of the installation may be
  /// counting.
  boolean takeTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('asset.census'))")
        .query(Boolean.class)
        .single();
  }

  /// Counts the whole register: one walk through it, seconds for a million.
  void count() {
    bePatient();
    jdbc.sql("select set_config('work_mem', '64MB', true)").query((row, _) -> "").single();
    jdbc.sql("delete from asset.census_tally").update();
    jdbc.sql(
            """
            insert into asset.census_tally (class_code, division_code, duty_grid_code, owner_unit,
              state, n, no_spec, no_dimensions, no_photo, no_address, no_maintainer)
            select class_code, division_code, duty_grid_code, owner_unit, state, count(*),
              count(*) filter (where spec is null),
              count(*) filter (where dimensions = '[]'),
              count(*) filter (where photo_ids = '{}'),
              count(*) filter (where address is null),
              count(*) filter (where maintenance_unit is null)
            from asset.component
            group by class_code, division_code, duty_grid_code, owner_unit, state
            """)
        .update();
  }

  void note(long revision, Instant at, Duration took) {
    jdbc.sql(
            """
            insert into asset.census_taken (revision, taken_at, took_millis)
            values (:revision, :at, :took)
            on conflict (only_row) do update set
              revision = excluded.revision, taken_at = excluded.taken_at,
              took_millis = excluded.took_millis
            """)
        .param("revision", revision)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("took", took.toMillis())
        .update();
  }

  private void bePatient() {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
    } catch (SQLException refused) {
      throw new IllegalStateException("the connection takes no time limit", refused);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  /// @param by decides the column, which is one of five words of ours
  /// @param units owners that are known
  List<Tally> list(By by, Selection selection, Collection<String> units) {
    return jdbc.sql(
            """
            select %s as key, sum(n) as n,
              coalesce(sum(n) filter (where owner_unit <> all (:units)), 0) as no_owner,
              sum(no_maintainer) as no_maintainer, sum(no_spec) as no_spec,
              sum(no_dimensions) as no_dimensions, sum(no_photo) as no_photo,
              sum(no_address) as no_address
            from asset.census_tally
            where (:classCode::text is null or class_code = :classCode)
              and (:grid::text is null or duty_grid_code = :grid)
              and (:division::text is null or starts_with(division_code, :division))
              and (:owner::text is null or owner_unit = :owner)
              and (:state::text is null or state = :state)
            group by 1
            order by 1
            """
                .formatted(by.column()))
        .param("units", units.toArray(String[]::new))
        .param("classCode", selection.classCode())
        .param("grid", selection.grid())
        .param("division", selection.division())
        .param("owner", selection.owner())
        .param("state", selection.state())
        .query((row, _) -> toTally(row))
        .list();
  }

  private static Tally toTally(ResultSet row) throws SQLException {
    return new Tally(
        row.getString("key"),
        row.getLong("n"),
        row.getLong("no_owner"),
        row.getLong("no_maintainer"),
        row.getLong("no_spec"),
        row.getLong("no_dimensions"),
        row.getLong("no_photo"),
        row.getLong("no_address"));
  }

  /// The cells in which components stand.
  List<String> listCells() {
    return jdbc.sql("select cell_code from asset.component_count where cell_code is not null")
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Two of a class that stand nearer to each other than the metres.
  record Pair(
      String code,
      String otherCode,
      String classCode,
      double metres,
      double lon,
      double lat,
      double otherLon,
      double otherLat) {}

  /// Everything selected is sorted into squares as wide as the metres; only neighbours in the same
  /// square or in one beside it are measured. A class of 100,000 takes about a second.
  List<Pair> listDuplicates(Selection selection, double metres, int limit) {
    return jdbc.sql(
            """
            with thing as materialized (
              select code, class_code, spot,
                floor(ST_X(spot) * cos(radians(ST_Y(spot))) * 110500 / :metres)::bigint as east,
                floor(ST_Y(spot) * 110500 / :metres)::bigint as north,
                ST_X(spot) as lon, ST_Y(spot) as lat
              from asset.component, asset.spot(location) spot
              where state in ('intact', 'damaged')
                and (:classCode::text is null or class_code = :classCode)
                and (:grid::text is null or duty_grid_code = :grid)
                and (:division::text is null or starts_with(division_code, :division))
                and (:owner::text is null or owner_unit = :owner)
            ),
            looked as (
              select t.*, t.east + e as look_east, t.north + n as look_north
              from thing t, generate_series(-1, 1) e, generate_series(-1, 1) n
            ),
            pair as (
              select a.code, b.code as other_code, a.class_code, a.lon, a.lat,
                b.lon as other_lon, b.lat as other_lat,
                ST_Distance(a.spot::geography, b.spot::geography) as metres
              from looked a
              join thing b on b.east = a.look_east and b.north = a.look_north
                and b.class_code = a.class_code and b.code > a.code
            )
            select * from pair where metres <= :metres order by metres, code, other_code limit :limit
            """)
        .params(Map.of("metres", metres, "limit", limit))
        .param("classCode", selection.classCode())
        .param("grid", selection.grid())
        .param("division", selection.division())
        .param("owner", selection.owner())
        .query((row, _) ->
            new Pair(
                row.getString("code"),
                row.getString("other_code"),
                row.getString("class_code"),
                row.getDouble("metres"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getDouble("other_lon"),
                row.getDouble("other_lat")))
        .list();
  }
}
