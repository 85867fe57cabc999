package org.citygrid.asset.tile;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.citygrid.asset.TileAddress;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.role.OnRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// Serves the register's tiles. A browser that has one asks with its tag, and is told when it is
/// still the same.
@RestController
@OnRole("registry")
final class ComponentTileController {
  static final MediaType VECTOR_TILE = new MediaType("application", "vnd.mapbox-vector-tile");

  private static final CacheControl KEEP =
      CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic();

  private final TileShelf shelf;

  ComponentTileController(TileShelf shelf) {
    this.shelf = shelf;
  }

  @GetMapping("/tiles/components/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> tile(
      @PathVariable int z, @PathVariable int x, @PathVariable int y, ServletWebRequest request) {
    TileAddress address =
        TileAddress.find(z, x, y)
            .orElseThrow(() ->
                Problem.badRequest("tile", "there is no tile %d/%d/%d".formatted(z, x, y))
                    .asException());
    DrawnTile tile = shelf.get(address);
    if (request.checkNotModified(tile.tag())) {
      return null;
    }
    var headers = new HttpHeaders();
    headers.setETag(tile.tag());
    headers.setCacheControl(KEEP);
    if (tile.isEmpty()) {
      return ResponseEntity.noContent().headers(headers).build();
    }
    headers.setContentType(VECTOR_TILE);
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (takesGzip(request.getRequest())) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
      return ResponseEntity.ok().headers(headers).body(tile.packed());
    }
    return ResponseEntity.ok().headers(headers).body(tile.plain());
  }

  private static boolean takesGzip(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }
}
