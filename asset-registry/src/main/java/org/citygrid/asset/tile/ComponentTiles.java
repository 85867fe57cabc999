package org.citygrid.asset.tile;

import org.citygrid.asset.TileAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cuts tiles out of the register with ST_AsMVT.
///
/// CGCS2000 and WGS 84 differ by centimetres, and Web Mercator knows only WGS 84; so a stored point
/// is taken for WGS 84 as it is (ST_SetSRID changes the label, not the numbers) and then projected.
/// The box goes the other way, into the stored degrees, so that the index on location answers.
@Repository
class ComponentTiles {
  /// Symbols reach over the edge of their tile by this part of its width.
  private static final double MARGIN = 64.0 / 4096;

  private final JdbcClient jdbc;

  ComponentTiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Grows with every change of the register.
  long revision() {
    return jdbc.sql("select value from asset.revision where subject = 'component'")
        .query(Long.class)
        .single();
  }

  /// Layer `components`: code, class, state. No bytes when nothing stands there.
  byte[] drawComponents(TileAddress tile) {
    return draw(
        tile,
        """
        select coalesce(ST_AsMVT(found, 'components', 4096, 'geom'), '')
        from (
          select
            ST_AsMVTGeom(
              ST_Transform(ST_SetSRID(location, 4326), 3857),
              ST_TileEnvelope(:z, :x, :y), 4096, 64, true) as geom,
            code, class_code as cls, state
          from asset.component
          where location && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
        ) found
        where geom is not null
        """);
  }

  /// Layer `counts`: n, and the cell where a point speaks for one. Points that would lie within a
  /// sixty-fourth of the tile's width are drawn as one, so that no tile holds more than some 4,000.
  byte[] drawCounts(TileAddress tile) {
    return draw(
        tile,
        """
        with found as materialized (
          select ST_Transform(ST_SetSRID(center, 4326), 3857) as place, n, cell_code
          from asset.component_count
          where center && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
        ),
        gathered as (
          select
            ST_AsMVTGeom(
              ST_SetSRID(ST_MakePoint(
                sum(ST_X(place) * n) / sum(n), sum(ST_Y(place) * n) / sum(n)), 3857),
              ST_TileEnvelope(:z, :x, :y), 4096, 64, true) as geom,
            sum(n)::integer as n,
            case when count(*) = 1 then min(cell_code) end as cell
          from found
          group by ST_SnapToGrid(place, 40075016.6855785 / (1 << :z) / 64)
        )
        select coalesce(ST_AsMVT(gathered, 'counts', 4096, 'geom'), '')
        from gathered where geom is not null
        """);
  }

  private byte[] draw(TileAddress tile, String sql) {
    TileAddress.Bounds bounds = tile.bounds(MARGIN);
    return jdbc.sql(sql)
        .param("z", tile.z())
        .param("x", tile.x())
        .param("y", tile.y())
        .param("west", bounds.west())
        .param("south", bounds.south())
        .param("east", bounds.east())
        .param("north", bounds.north())
        .query((row, _) -> row.getBytes(1))
        .single();
  }
}
