package org.citygrid.grid.map;

import java.util.function.Function;
import org.citygrid.grid.Grids;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Vector tiles of the land. They change only with its revision, which is their entity tag.
@RestController
final class TileController {
  private static final MediaType MVT =
      MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

  private final Grids grids;
  private final TileTable tiles;

  TileController(Grids grids, TileTable tiles) {
    this.grids = grids;
    this.tiles = tiles;
  }

  @GetMapping("/tiles/grids/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> grids(
      @PathVariable int z, @PathVariable int x, @PathVariable int y, WebRequest request) {
    return tile(z, x, y, request, tiles::grids);
  }

  @GetMapping("/tiles/cells/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> cells(
      @PathVariable int z, @PathVariable int x, @PathVariable int y, WebRequest request) {
    return tile(z, x, y, request, tiles::cells);
  }

  @GetMapping("/tiles/streets/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> streets(
      @PathVariable int z, @PathVariable int x, @PathVariable int y, WebRequest request) {
    return tile(z, x, y, request, tiles::streets);
  }

  private @Nullable ResponseEntity<byte[]> tile(
      int z, int x, int y, WebRequest request, Function<Tile, byte[]> draw) {
    Tile tile = Tile.find(z, x, y).orElseThrow(() -> Problem.notFound().asException());
    String tag = "W/\"" + grids.revision() + "\"";
    if (request.checkNotModified(tag)) {
      return null; // 304 is written already
    }
    return ResponseEntity.ok()
        .contentType(MVT)
        .eTag(tag)
        .cacheControl(CacheControl.noCache().cachePublic())
        .body(draw.apply(tile));
  }
}
