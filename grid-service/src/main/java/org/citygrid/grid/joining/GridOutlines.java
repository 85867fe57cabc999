package org.citygrid.grid.joining;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Draws duty grids anew from their cells, within a change of the land.
public final class GridOutlines {
  private final JdbcClient jdbc;

  public GridOutlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Gives each of these duty grids the common outline of its cells; none where it has no cells. An
  /// outline that once came with a survey is given up: whole cells make a duty grid.
  public void redraw(Collection<String> codes) {
    jdbc.sql(
            """
            update grid.duty_grid g
            set given = false,
                boundary = (select st_multi(st_union(c.boundary)) from grid.cell c
                            where c.duty_grid_code = g.code and c.valid_to is null)
            where g.code = any(:codes::text[])
            """)
        .param("codes", codes.toArray(String[]::new))
        .update();
  }
}
