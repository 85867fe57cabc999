package org.citygrid.grid.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.Cell;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the land whole, as of one moment.
final class AtlasTable {
  private final TownClock clock;
  private final JdbcClient jdbc;
  private final TransactionTemplate oneMoment;

  /// @param oneMoment a read-only transaction that sees one state of the database throughout
  AtlasTable(JdbcClient jdbc, TransactionTemplate oneMoment, TownClock clock) {
    this.clock = clock;
    this.jdbc = jdbc;
    this.oneMoment = oneMoment;
  }

  long revision() {
    return jdbc.sql("select number from grid.revision").query(Long.class).single();
  }

  Atlas read() {
    return oneMoment.execute(status -> {
      LocalDate today = clock.today();
      return new Atlas(revision(), divisions(), cells(today), dutyGrids(today), duties());
    });
  }

  /// The land as it was at that instant, with the duties as they are known today.
  Atlas readAt(Instant at) {
    Map<String, Object> then =
        Map.of(
            "at", Timestamp.from(at),
            "day", clock.dateOf(at).toString(),
            "zone", clock.zone().getId());
    return oneMoment.execute(status ->
        new Atlas(revision(), divisionsAt(then), cellsAt(then), dutyGridsAt(then), duties()));
  }

  private List<Tract<Division>> divisions() {
    return jdbc.sql(
            """
            select code, name_zh, name_en, synthetic, st_asbinary(boundary) as boundary
            from grid.division
            """)
        .query((row, n) -> division(row, geometry(row)))
        .list();
  }

  private List<Tract<Division>> divisionsAt(Map<String, Object> then) {
    return jdbc.sql(
            """
            select code, name_zh, name_en, synthetic, st_asbinary(boundary) as boundary
            from grid.division_ever
            where (changed_at <= :at or is_first) and (replaced_at is null or replaced_at > :at)
            """)
        .param("at", then.get("at"))
        .query((row, n) -> division(row, geometry(row)))
        .list();
  }

  private List<Tract<Cell>> cells(LocalDate today) {
    return jdbc.sql(
            """
            select code, division_code, duty_grid_code, area_square_metres, responsible_body,
                   land_use, management_level, st_asbinary(boundary) as boundary
            from grid.cell
            where valid_to is null or valid_to >= :today
            """)
        .param("today", today)
        .query((row, n) -> new Tract<>(cell(row), geometry(row)))
        .list();
  }

  private List<Tract<Cell>> cellsAt(Map<String, Object> then) {
    return jdbc.sql(
            """
            select code, division_code, duty_grid_code, area_square_metres, responsible_body,
                   land_use, management_level, st_asbinary(boundary) as boundary
            from grid.cell_ever
            where (changed_at <= :at
                   or is_first and valid_from <= :day::date
                      and valid_from < (changed_at at time zone :zone)::date)
              and (replaced_at is null or replaced_at > :at)
              and (valid_to is null or valid_to >= :day::date)
            """)
        .params(then)
        .query((row, n) -> new Tract<>(cell(row), geometry(row)))
        .list();
  }

  private List<Tract<DutyGrid>> dutyGrids(LocalDate today) {
    return jdbc.sql(
            """
            select g.code, g.number, g.name_zh, g.name_en, g.division_code,
                   coalesce(c.area, 0) as area, coalesce(c.cells, 0) as cells,
                   st_x(st_pointonsurface(g.boundary)) as lon,
                   st_y(st_pointonsurface(g.boundary)) as lat,
                   st_asbinary(g.boundary) as boundary
            from grid.duty_grid g
            left join (select duty_grid_code, sum(area_square_metres) as area, count(*) as cells
                       from grid.cell
                       where valid_to is null or valid_to >= :today
                       group by duty_grid_code) c on c.duty_grid_code = g.code
            where g.valid_to is null or g.valid_to >= :today
            """)
        .param("today", today)
        .query((row, n) -> new Tract<>(dutyGrid(row), geometry(row)))
        .list();
  }

  private List<Tract<DutyGrid>> dutyGridsAt(Map<String, Object> then) {
    return jdbc.sql(
            """
            with walked as (
              select duty_grid_code, sum(area_square_metres) as area, count(*) as cells
              from grid.cell_ever
              where (changed_at <= :at
                     or is_first and valid_from <= :day::date
                        and valid_from < (changed_at at time zone :zone)::date)
                and (replaced_at is null or replaced_at > :at)
                and (valid_to is null or valid_to >= :day::date)
              group by duty_grid_code
            )
            select g.code, g.number, g.name_zh, g.name_en, g.division_code,
                   coalesce(c.area, 0) as area, coalesce(c.cells, 0) as cells,
                   st_x(st_pointonsurface(g.boundary)) as lon,
                   st_y(st_pointonsurface(g.boundary)) as lat,
                   st_asbinary(g.boundary) as boundary
            from grid.duty_grid_ever g
            left join walked c on c.duty_grid_code = g.code
            where (g.changed_at <= :at
                   or g.is_first and g.valid_from <= :day::date
                      and g.valid_from < (g.changed_at at time zone :zone)::date)
              and (g.replaced_at is null or g.replaced_at > :at)
              and (g.valid_to is null or g.valid_to >= :day::date)
            """)
        .params(then)
        .query((row, n) -> new Tract<>(dutyGrid(row), geometry(row)))
        .list();
  }

  private List<Duty> duties() {
    return jdbc.sql(
            "select id, duty_grid_code, user_name, stand_in, from_at, to_at, reason from grid.duty")
        .query(AtlasTable::duty)
        .list();
  }

  private static Tract<Division> division(ResultSet row, @Nullable Geometry boundary)
      throws SQLException {
    Envelope box = boundary == null ? new Envelope() : boundary.getEnvelopeInternal();
    var extent =
        box.isNull()
            ? null
            : new Division.Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    return new Tract<>(
        new Division(
            new DivisionCode(row.getString("code")),
            name(row),
            row.getBoolean("synthetic"),
            extent),
        boundary);
  }

  private static Cell cell(ResultSet row) throws SQLException {
    String dutyGrid = row.getString("duty_grid_code");
    return new Cell(
        new CellCode(row.getString("code")),
        new DivisionCode(row.getString("division_code")),
        dutyGrid == null ? null : new DutyGridCode(dutyGrid),
        row.getDouble("area_square_metres"),
        row.getString("responsible_body"),
        row.getString("land_use"),
        row.getString("management_level"));
  }

  private static DutyGrid dutyGrid(ResultSet row) throws SQLException {
    double lon = row.getDouble("lon");
    return new DutyGrid(
        new DutyGridCode(row.getString("code")),
        row.getInt("number"),
        name(row),
        new DivisionCode(row.getString("division_code")),
        row.getDouble("area"),
        row.getInt("cells"),
        row.getObject("lat") == null ? null : new LonLat(lon, row.getDouble("lat")));
  }

  private static Duty duty(ResultSet row, int n) throws SQLException {
    Timestamp to = row.getTimestamp("to_at");
    return new Duty(
        row.getLong("id"),
        new DutyGridCode(row.getString("duty_grid_code")),
        row.getString("user_name"),
        row.getBoolean("stand_in"),
        row.getTimestamp("from_at").toInstant(),
        to == null ? null : to.toInstant(),
        row.getString("reason"));
  }

  private static LocalText name(ResultSet row) throws SQLException {
    return new LocalText(row.getString("name_zh"), row.getString("name_en"));
  }

  private static @Nullable Geometry geometry(ResultSet row) throws SQLException {
    byte[] wkb = row.getBytes("boundary");
    try {
      return wkb == null ? null : new WKBReader().read(wkb);
    } catch (ParseException broken) {
      throw new SQLException("the boundary of " + row.getString("code") + " is not WKB", broken);
    }
  }
}
