package org.citygrid.asset.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.citygrid.asset.TileAddress;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.role.OnRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Serves the register's tiles. A tile's tag is the register's revision: a browser that has it asks
/// without a tile being drawn.
@RestController
@OnRole("registry")
final class ComponentTileController {
  static final MediaType VECTOR_TILE = new MediaType("application", "vnd.mapbox-vector-tile");

  private static final int SHOWS_COMPONENTS_FROM = 15;
  private static final int CACHED_BYTES = 64 << 20;
  private static final int BYTES_OF_AN_ENTRY = 128;

  private final ComponentTiles tiles;
  private final MeterRegistry meters;
  private final Cache<Drawn, byte[]> drawn =
      Caffeine.newBuilder()
          .maximumWeight(CACHED_BYTES)
          .weigher((Drawn _, byte[] tile) -> tile.length + BYTES_OF_AN_ENTRY)
          .build();

  ComponentTileController(ComponentTiles tiles, MeterRegistry meters) {
    this.tiles = tiles;
    this.meters = meters;
  }

  private record Drawn(TileAddress address, long revision) {}

  /// Drawn for a revision read before: newer content under an older tag is asked for again soon.
  @GetMapping("/tiles/components/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> tile(
      @PathVariable int z, @PathVariable int x, @PathVariable int y, WebRequest request) {
    TileAddress address =
        TileAddress.find(z, x, y)
            .orElseThrow(() ->
                Problem.badRequest("tile", "there is no tile %d/%d/%d".formatted(z, x, y))
                    .asException());
    long revision = tiles.revision();
    String tag = "\"components-" + revision + "\"";
    if (request.checkNotModified(tag)) {
      return null;
    }
    byte[] tile = drawn.get(new Drawn(address, revision), _ -> draw(address));
    var answer =
        tile.length == 0
            ? ResponseEntity.noContent()
            : ResponseEntity.ok().contentType(VECTOR_TILE);
    var headed =
        answer.eTag(tag).cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic());
    return tile.length == 0 ? headed.build() : ((ResponseEntity.BodyBuilder) headed).body(tile);
  }

  private byte[] draw(TileAddress address) {
    boolean single = address.z() >= SHOWS_COMPONENTS_FROM;
    return meters
        .timer("citygrid.tile.draw", "layer", single ? "components" : "counts")
        .record(() -> single ? tiles.drawComponents(address) : tiles.drawCounts(address));
  }
}
