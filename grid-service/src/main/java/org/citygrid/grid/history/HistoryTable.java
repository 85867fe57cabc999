package org.citygrid.grid.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.Division.Extent;
import org.citygrid.grid.LandHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what changed.
final class HistoryTable implements LandHistory {
  private final JdbcClient jdbc;

  HistoryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One change of the land.
  ///
  /// @param rows how many cells, duty grids, duties … it touched
  /// @param undoneBy the revision that took it back; null while it stands
  record Change(
      long revision,
      Instant at,
      LandAct act,
      @Nullable String by,
      String division,
      @Nullable String subject,
      int rows,
      @Nullable Long undoes,
      @Nullable Long undoneBy) {}

  /// Newest first.
  ///
  /// @param before revisions below this one
  List<Change> list(String divisionPrefix, long before, int limit) {
    return jdbc.sql(
            """
            select c.*, (select max(u.revision) from grid.land_change u
                         where u.undoes = c.revision) as undone_by
            from grid.land_change c
            where c.revision < :before
              and (starts_with(c.division_code, :division) or c.division_code = '')
            order by c.revision desc
            limit :limit
            """)
        .param("division", divisionPrefix)
        .param("before", before)
        .param("limit", limit)
        .query(HistoryTable::change)
        .list();
  }

  Optional<Change> find(long revision) {
    return jdbc.sql(
            """
            select c.*, (select max(u.revision) from grid.land_change u
                         where u.undoes = c.revision) as undone_by
            from grid.land_change c
            where c.revision = :revision
            """)
        .param("revision", revision)
        .query(HistoryTable::change)
        .optional();
  }

  private static Change change(ResultSet row, int n) throws SQLException {
    return new Change(
        row.getLong("revision"),
        row.getTimestamp("at").toInstant(),
        LandAct.valueOf(row.getString("act")),
        row.getString("by_user"),
        row.getString("division_code"),
        row.getString("subject"),
        row.getInt("rows"),
        row.getObject("undoes", Long.class),
        row.getObject("undone_by", Long.class));
  }

  @Override
  public List<CellCode> changedCells(long sinceRevision) {
    return jdbc.sql(
            """
            select code from grid.cell where revision > :since
            union
            select code from grid.cell_past where until_revision > :since
            order by code
            """)
        .param("since", sinceRevision)
        .query((row, n) -> new CellCode(row.getString("code")))
        .list();
  }

  @Override
  public Optional<Extent> changedArea(long sinceRevision) {
    return jdbc.sql(
            """
            select st_xmin(box) as west, st_ymin(box) as south,
                   st_xmax(box) as east, st_ymax(box) as north
            from (
              select st_extent(boundary) as box from (
                select boundary from grid.cell where revision > :since
                union all
                select boundary from grid.cell_past where until_revision > :since
                union all
                select boundary from grid.duty_grid where revision > :since
                union all
                select boundary from grid.duty_grid_past where until_revision > :since
                union all
                select boundary from grid.division where revision > :since
                union all
                select boundary from grid.division_past where until_revision > :since
              ) changed
            ) whole
            where box is not null
            """)
        .param("since", sinceRevision)
        .query((row, n) ->
            new Extent(
                row.getDouble("west"),
                row.getDouble("south"),
                row.getDouble("east"),
                row.getDouble("north")))
        .optional();
  }
}
