package org.citygrid.grid;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Forgets the land and its past.
public final class EmptyLand {
  private EmptyLand() {}

  public static void make(JdbcClient jdbc) {
    jdbc.sql(
            """
            truncate grid.division, grid.duty_grid, grid.cell, grid.duty, grid.street,
                     grid.division_past, grid.duty_grid_past, grid.cell_past, grid.duty_past,
                     grid.land_change
            """)
        .update();
    jdbc.sql("update grid.revision set number = number + 1").update();
  }
}
