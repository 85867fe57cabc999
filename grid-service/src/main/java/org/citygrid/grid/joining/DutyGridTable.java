package org.citygrid.grid.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Duty grids and the cells they are joined from, within a change of the land.
final class DutyGridTable {
  private final JdbcClient jdbc;

  DutyGridTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param dutyGridCode null while the cell belongs to nobody's walk
  record CellRow(String code, @Nullable String dutyGridCode, long revision) {}

  record GridRow(String code, int number, LocalText name, long revision) {}

  /// How a duty grid stands after a change.
  ///
  /// @param parts pieces that do not touch; 1 is as it should be, 0 before it has cells
  record Standing(
      String code, int number, LocalText name, int cells, double areaSquareMetres, int parts) {}

  List<CellRow> cells(Collection<String> codes) {
    return jdbc.sql(
            "select code, duty_grid_code, revision from grid.cell where code = any(:codes::text[])")
        .param("codes", codes.toArray(String[]::new))
        .query(DutyGridTable::cell)
        .list();
  }

  List<CellRow> cellsOf(Collection<String> grids) {
    return jdbc.sql(
            """
            select code, duty_grid_code, revision from grid.cell
            where duty_grid_code = any(:grids::text[])
            """)
        .param("grids", grids.toArray(String[]::new))
        .query(DutyGridTable::cell)
        .list();
  }

  private static CellRow cell(ResultSet row, int n) throws SQLException {
    return new CellRow(
        row.getString("code"), row.getString("duty_grid_code"), row.getLong("revision"));
  }

  Optional<GridRow> find(DutyGridCode code) {
    return jdbc.sql(
            "select code, number, name_zh, name_en, revision from grid.duty_grid where code = :code")
        .param("code", code.value())
        .query((row, n) ->
            new GridRow(
                row.getString("code"),
                row.getInt("number"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                row.getLong("revision")))
        .optional();
  }

  /// Numbers in codes are never given twice in a town, former duty grids included.
  int nextNumber(String town) {
    return jdbc.sql(
            """
            select coalesce(max(greatest(number, substr(code, 11)::int)), 0) + 1
            from (select code, number from grid.duty_grid where division_code = :town
                  union all
                  select code, number from grid.duty_grid_past where division_code = :town) ever
            """)
        .param("town", town)
        .query(Integer.class)
        .single();
  }

  boolean isTaken(String town, int number, String butBy) {
    return jdbc.sql(
            """
            select exists (select from grid.duty_grid
                           where division_code = :town and number = :number and code <> :butBy)
            """)
        .param("town", town)
        .param("number", number)
        .param("butBy", butBy)
        .query(Boolean.class)
        .single();
  }

  boolean everWas(DutyGridCode code) {
    return jdbc.sql(
            """
            select exists (select from grid.duty_grid where code = :code)
                or exists (select from grid.duty_grid_past where code = :code)
            """)
        .param("code", code.value())
        .query(Boolean.class)
        .single();
  }

  void create(DutyGridCode code, int number, LocalText name, LocalDate from) {
    jdbc.sql(
            """
            insert into grid.duty_grid (code, number, name_zh, name_en, division_code, valid_from)
            values (:code, :number, :zh, :en, :town, :from)
            """)
        .param("code", code.value())
        .param("number", number)
        .param("zh", name.zh())
        .param("en", name.en())
        .param("town", code.town().value())
        .param("from", from)
        .update();
  }

  int rename(DutyGridCode code, int number, LocalText name) {
    return jdbc.sql(
            """
            update grid.duty_grid set number = :number, name_zh = :zh, name_en = :en
            where code = :code
              and (number, name_zh, name_en) is distinct from (:number::int, :zh::text, :en::text)
            """)
        .param("code", code.value())
        .param("number", number)
        .param("zh", name.zh())
        .param("en", name.en())
        .update();
  }

  /// @param grid null frees the cells
  int give(Collection<String> cells, @Nullable String grid) {
    return jdbc.sql(
            """
            update grid.cell set duty_grid_code = :grid::text
            where code = any(:cells::text[]) and duty_grid_code is distinct from :grid::text
            """)
        .param("grid", grid)
        .param("cells", cells.toArray(String[]::new))
        .update();
  }

  /// Ends duty grids: who is on duty there is so no longer, who would be never will.
  int retire(Collection<String> codes, Instant now) {
    String[] grids = codes.toArray(String[]::new);
    jdbc.sql("delete from grid.duty where duty_grid_code = any(:codes::text[]) and from_at >= :now")
        .param("codes", grids)
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql(
            """
            update grid.duty set to_at = :now
            where duty_grid_code = any(:codes::text[]) and (to_at is null or to_at > :now)
            """)
        .param("codes", grids)
        .param("now", Timestamp.from(now))
        .update();
    return jdbc.sql("delete from grid.duty_grid where code = any(:codes::text[])")
        .param("codes", grids)
        .update();
  }

  List<Standing> standings(Collection<String> codes) {
    return jdbc.sql(
            """
            select g.code, g.number, g.name_zh, g.name_en,
                   coalesce(c.cells, 0) as cells, coalesce(c.area, 0) as area,
                   coalesce(st_numgeometries(st_multi(st_buffer(st_buffer(g.boundary, 5e-7), -1e-6))), 0) as parts
            from grid.duty_grid g
            left join (select duty_grid_code, count(*) as cells, sum(area_square_metres) as area
                       from grid.cell where valid_to is null
                       group by duty_grid_code) c on c.duty_grid_code = g.code
            where g.code = any(:codes::text[])
            order by g.code
            """)
        .param("codes", codes.toArray(String[]::new))
        .query((row, n) ->
            new Standing(
                row.getString("code"),
                row.getInt("number"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                row.getInt("cells"),
                row.getDouble("area"),
                row.getInt("parts")))
        .list();
  }
}
