package org.citygrid.grid.cutting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.citygrid.grid.Cell;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts new cells in the place of old ones, within a change of the land.
final class CellTable {
  private final JdbcClient jdbc;

  CellTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param ended cells that are no more
  /// @param walks duty grids that have other cells than before
  record Stored(int inserted, int updated, int ended, Set<String> walks) {
    int rows() {
      return inserted + updated + ended;
    }
  }

  /// Cells of these communities that changed after that revision.
  List<String> changedSince(List<String> communities, long revision) {
    return jdbc.sql(
            """
            select code from grid.cell
            where division_code = any(:communities::text[]) and revision > :revision
            order by code
            """)
        .param("communities", communities.toArray(String[]::new))
        .param("revision", revision)
        .query((row, n) -> row.getString("code"))
        .list();
  }

  Stored replace(List<String> communities, List<NewCell> cells, LocalDate today) {
    Set<String> walks = new TreeSet<>(walksOf(communities));
    int ended =
        jdbc.sql(
                """
                delete from grid.cell
                where division_code = any(:communities::text[]) and code <> all(:codes::text[])
                """)
            .param("communities", communities.toArray(String[]::new))
            .param("codes", texts(cells, cell -> cell.code().value()))
            .update();
    record Written(int inserted, int updated) {}
    Written written =
        jdbc.sql(
                """
                with new as (
                  select code, duty_grid_code, responsible_body, land_use, management_level,
                         st_multi(st_setsrid(st_geomfromwkb(boundary), 4490)) as boundary
                  from unnest(:codes::text[], :walks::text[], :bodies::text[], :landUses::text[],
                              :levels::text[], :boundaries::bytea[])
                    as sent (code, duty_grid_code, responsible_body, land_use, management_level,
                             boundary)
                ), written as (
                  insert into grid.cell as old
                    (code, division_code, duty_grid_code, area_square_metres, responsible_body,
                     land_use, management_level, valid_from, boundary)
                  select code, left(code, 12), duty_grid_code,
                         round(st_area(boundary::geography)::numeric, 2), responsible_body,
                         land_use, management_level, :today, boundary
                  from new
                  on conflict (code) do update
                  set duty_grid_code = excluded.duty_grid_code,
                      area_square_metres = excluded.area_square_metres,
                      responsible_body = excluded.responsible_body,
                      land_use = excluded.land_use,
                      management_level = excluded.management_level,
                      valid_from = excluded.valid_from, valid_to = null,
                      boundary = excluded.boundary
                  where (old.duty_grid_code, old.responsible_body, old.land_use,
                         old.management_level, old.valid_to, old.boundary) is distinct from
                        (excluded.duty_grid_code, excluded.responsible_body, excluded.land_use,
                         excluded.management_level, null, excluded.boundary)
                  returning xmax = 0 as is_new
                )
                select count(*) filter (where is_new) as inserted,
                       count(*) filter (where not is_new) as updated
                from written
                """)
            .param("codes", texts(cells, cell -> cell.code().value()))
            .param("walks", texts(cells, cell -> Objects.toString(cell.dutyGrid(), null)))
            .param("bodies", texts(cells, cell -> before(cell, Cell::responsibleBody)))
            .param("landUses", texts(cells, cell -> before(cell, Cell::landUse)))
            .param("levels", texts(cells, CellTable::level))
            .param(
                "boundaries",
                cells.stream()
                    .map(cell -> new WKBWriter().write(cell.boundary()))
                    .toArray(byte[][]::new))
            .param("today", today)
            .query(Written.class)
            .single();
    walks.addAll(walksOf(communities));
    return new Stored(written.inserted(), written.updated(), ended, walks);
  }

  private List<String> walksOf(List<String> communities) {
    return jdbc.sql(
            """
            select distinct duty_grid_code from grid.cell
            where division_code = any(:communities::text[]) and duty_grid_code is not null
            """)
        .param("communities", communities.toArray(String[]::new))
        .query((row, n) -> row.getString("duty_grid_code"))
        .list();
  }

  private static String level(NewCell cell) {
    Cell before = cell.before();
    return before == null ? "B" : before.managementLevel();
  }

  private static @Nullable String before(NewCell cell, Function<Cell, @Nullable String> field) {
    Cell before = cell.before();
    return before == null ? null : field.apply(before);
  }

  private static @Nullable String[] texts(
      List<NewCell> cells, Function<NewCell, @Nullable String> field) {
    return cells.stream().map(field).toArray(String[]::new);
  }
}
