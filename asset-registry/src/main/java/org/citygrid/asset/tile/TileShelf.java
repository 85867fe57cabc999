package org.citygrid.asset.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import org.citygrid.asset.AssetSettings;
import org.citygrid.asset.TileAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps tiles that were drawn until something changes in them, and draws the others.
@Component
final class TileShelf {
  /// Cells of about 10,000 m² are more than twenty pixels wide from here on.
  private static final int CELLS_LIE_APART_FROM = 14;

  private static final int SHOWS_COMPONENTS_FROM = 15;
  private static final int SHOWS_FINE_COUNTS_FROM = 16;
  private static final int BYTES_OF_AN_ENTRY = 256;

  /// A component that moved pulls its cell's count along, which may lie in a tile near by.
  private static final double REACH_OF_COUNTS = 0.5;

  private static final double REACH_OF_SYMBOLS = 64.0 / 4096;

  private final ComponentTiles tiles;
  private final FollowedChanges changes;
  private final MeterRegistry meters;
  private final @Nullable Cache<TileAddress, DrawnTile> kept;

  TileShelf(ComponentTiles tiles, JdbcClient jdbc, AssetSettings settings, MeterRegistry meters) {
    this.tiles = tiles;
    this.changes = new FollowedChanges(jdbc, settings.tiles().follow());
    this.meters = meters;
    this.kept = settings.tiles().cache() ? shelf(settings.tiles().memory()) : null;
  }

  private static Cache<TileAddress, DrawnTile> shelf(long memory) {
    return Caffeine.newBuilder()
        .maximumWeight(memory)
        .weigher((TileAddress _, DrawnTile tile) -> tile.plain().length * 3 / 2 + BYTES_OF_AN_ENTRY)
        .build();
  }

  DrawnTile get(TileAddress address) {
    Changes now = changes.now();
    if (kept == null) {
      return drawAnew(address, now);
    }
    DrawnTile found = kept.getIfPresent(address);
    return found != null && holds(found, address, now)
        ? found
        : kept.asMap()
            .compute(
                address,
                (_, other) ->
                    other != null && holds(other, address, now) ? other : drawAnew(address, now));
  }

  private static boolean holds(DrawnTile tile, TileAddress address, Changes now) {
    if (tile.revision() >= now.revision()) {
      return true;
    }
    double reach = isCounted(address) ? REACH_OF_COUNTS : REACH_OF_SYMBOLS;
    if (now.touch(address.bounds(reach), tile.revision())) {
      return false;
    }
    tile.holdsFor(now.revision());
    return true;
  }

  /// What is drawn may be newer than the revision it is noted under; then it is only drawn again.
  private DrawnTile drawAnew(TileAddress address, Changes now) {
    return new DrawnTile(draw(address), now.revision());
  }

  private byte[] draw(TileAddress address) {
    boolean counted = isCounted(address);
    return meters
        .timer("citygrid.tile.draw", "layer", counted ? "counts" : "components")
        .record(() -> counted ? drawShallow(address) : drawDeep(address));
  }

  private byte[] drawShallow(TileAddress address) {
    return address.z() >= CELLS_LIE_APART_FROM
        ? tiles.drawCells(address)
        : tiles.drawCounts(address);
  }

  /// Where too many stand for one tile, counts take their place.
  private byte[] drawDeep(TileAddress address) {
    return tiles
        .drawComponents(address)
        .orElseGet(() ->
            address.z() >= SHOWS_FINE_COUNTS_FROM
                ? tiles.drawFineCounts(address)
                : tiles.drawCells(address));
  }

  private static boolean isCounted(TileAddress address) {
    return address.z() < SHOWS_COMPONENTS_FROM;
  }
}
