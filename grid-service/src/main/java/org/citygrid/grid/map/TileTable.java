package org.citygrid.grid.map;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Draws the land as Mapbox vector tiles, one layer a tile.
final class TileTable {
  private final JdbcClient jdbc;

  TileTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Layer `grids`: code, number, nameZh, nameEn.
  byte[] grids(Tile tile) {
    return draw(
        """
        select st_asmvt(feature, 'grids') from (
          select code, number, name_zh as "nameZh", name_en as "nameEn",
                 st_asmvtgeom(mercator, square, 4096, 64) as geom
          from grid.duty_grid, st_tileenvelope(:z, :x, :y) as square
          where mercator && square and (valid_to is null or valid_to >= current_date)
        ) feature
        """,
        tile);
  }

  /// Layer `cells`: code, grid. Empty below zoom 12, where cells are smaller than a pixel or two.
  byte[] cells(Tile tile) {
    return draw(
        """
        select st_asmvt(feature, 'cells') from (
          select code, duty_grid_code as grid, st_asmvtgeom(mercator, square, 4096, 64) as geom
          from grid.cell_outline, st_tileenvelope(:z, :x, :y) as square
          where :z >= 12 and mercator && square
        ) feature
        """,
        tile);
  }

  /// Layer `streets`: name, kind. Side streets from zoom 14.
  byte[] streets(Tile tile) {
    return draw(
        """
        select st_asmvt(feature, 'streets') from (
          select name, kind, st_asmvtgeom(mercator, square, 4096, 64) as geom
          from grid.street, st_tileenvelope(:z, :x, :y) as square
          where mercator && square and (kind = 'main' or :z >= 14)
        ) feature
        """,
        tile);
  }

  private byte[] draw(String sql, Tile tile) {
    return jdbc.sql(sql)
        .param("z", tile.z())
        .param("x", tile.x())
        .param("y", tile.y())
        .query(byte[].class)
        .single();
  }
}
