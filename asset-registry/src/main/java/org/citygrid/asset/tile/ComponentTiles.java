package org.citygrid.asset.tile;

import java.util.Optional;
import org.citygrid.asset.TileAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cuts tiles out of the register with ST_AsMVT.
///
/// CGCS2000 and WGS 84 differ by centimetres, and Web Mercator knows only WGS 84; so a stored point
/// is taken for WGS 84 as it is. A point's place in the tile is a line of arithmetic, which costs a
/// third of what ST_Transform and ST_AsMVTGeom take for it; lines and areas go through those. The
/// box is in the stored degrees, so that the index on location answers.
@Repository
class ComponentTiles {
  /// Symbols reach over the edge of their tile by this part of its width.
  private static final double MARGIN = 64.0 / 4096;

  /// A tile of so many single components stays below 250 KB.
  private static final int MOST_IN_A_TILE = 5_000;

  private final JdbcClient jdbc;

  ComponentTiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Layer `components`: code, class, state. No bytes when nothing stands there; nothing at all
  /// when too many do.
  Optional<byte[]> drawComponents(TileAddress tile) {
    return Optional.ofNullable(
        draw(
            tile,
            """
            with found as materialized (
              select location, code, class_code, state
              from asset.component
              where location && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
              limit %1$d + 1
            )
            select case when (select count(*) from found) <= %1$d then (
              select coalesce(ST_AsMVT(placed, 'components', 4096, 'geom'), '')
              from (
                select
                  case when GeometryType(location) = 'POINT'
                    then ST_MakePoint(
                      floor((ST_X(location) + 180) * :perDegree - :left),
                      floor(:middle - ln(tan(pi() / 4 + radians(ST_Y(location)) / 2)) * :perRadian))
                    else ST_AsMVTGeom(
                      ST_Transform(ST_SetSRID(location, 4326), 3857),
                      ST_TileEnvelope(:z, :x, :y), 4096, 64, true)
                  end as geom,
                  code, class_code as cls, state
                from found
              ) placed
            ) end
            """
                .formatted(MOST_IN_A_TILE)));
  }

  /// Layer `counts`: n, and the cell where a point speaks for one. Points that would lie within a
  /// sixty-fourth of the tile's width are drawn as one, so that no tile holds more than some 4,000.
  byte[] drawCounts(TileAddress tile) {
    byte[] drawn =
        draw(
            tile,
            """
            with found as materialized (
              select (ST_X(center) + 180) * :perDegree - :left as px,
                :middle - ln(tan(pi() / 4 + radians(ST_Y(center)) / 2)) * :perRadian as py,
                n, cell_code
              from asset.component_count
              where center && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
            )
            select coalesce(ST_AsMVT(gathered, 'counts', 4096, 'geom'), '')
            from (
              select ST_MakePoint(floor(sum(px * n) / sum(n)), floor(sum(py * n) / sum(n))) as geom,
                sum(n)::integer as n,
                case when count(*) = 1 then min(cell_code) end as cell
              from found
              group by floor(px / 64), floor(py / 64)
            ) gathered
            """);
    return drawn == null ? new byte[0] : drawn;
  }

  /// Layer `counts`, one for each cell: where cells lie so far apart that none need be gathered.
  byte[] drawCells(TileAddress tile) {
    byte[] drawn =
        draw(
            tile,
            """
            select coalesce(ST_AsMVT(placed, 'counts', 4096, 'geom'), '')
            from (
              select
                ST_MakePoint(
                  floor((ST_X(center) + 180) * :perDegree - :left),
                  floor(:middle - ln(tan(pi() / 4 + radians(ST_Y(center)) / 2)) * :perRadian)) as geom,
                n, cell_code as cell
              from asset.component_count
              where center && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
            ) placed
            """);
    return drawn == null ? new byte[0] : drawn;
  }

  /// Layer `counts` from the components themselves, one for a thirty-second of the tile's width.
  byte[] drawFineCounts(TileAddress tile) {
    byte[] drawn =
        draw(
            tile,
            """
            with found as materialized (
              select (ST_X(p) + 180) * :perDegree - :left as px,
                :middle - ln(tan(pi() / 4 + radians(ST_Y(p)) / 2)) * :perRadian as py
              from asset.component, ST_Centroid(location) p
              where location && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
            )
            select coalesce(ST_AsMVT(gathered, 'counts', 4096, 'geom'), '')
            from (
              select ST_MakePoint(floor(avg(px)), floor(avg(py))) as geom, count(*)::integer as n
              from found
              where px between -64 and 4160 and py between -64 and 4160
              group by floor(px / 128), floor(py / 128)
            ) gathered
            """);
    return drawn == null ? new byte[0] : drawn;
  }

  private byte @Nullable [] draw(TileAddress tile, String sql) {
    TileAddress.Bounds bounds = tile.bounds(MARGIN);
    double units = 4096.0 * (1 << tile.z()); // round the earth
    return jdbc.sql(sql)
        .param("z", tile.z())
        .param("x", tile.x())
        .param("y", tile.y())
        .param("west", bounds.west())
        .param("south", bounds.south())
        .param("east", bounds.east())
        .param("north", bounds.north())
        .param("perDegree", units / 360)
        .param("left", 4096.0 * tile.x())
        .param("middle", units / 2 - 4096.0 * tile.y())
        .param("perRadian", units / (2 * Math.PI))
        .query((row, _) -> row.getBytes(1))
        .optional()
        .orElse(null);
  }
}
