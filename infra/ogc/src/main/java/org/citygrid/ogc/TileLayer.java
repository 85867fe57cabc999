package org.citygrid.ogc;

import java.util.List;
import java.util.Map;
import org.citygrid.platform.text.LocalText;

/// A layer of vector tiles that a room draws at `/tiles/{id}/{z}/{x}/{y}.mvt`: one bean each.
///
/// @param id also the collection's, where there is one
/// @param layers the layers inside a tile, and the fields of each: name to `String`, `Number` or
///   `Boolean`
/// @param extent a query for one geometry (EPSG:4490) that holds everything, may be an estimate
public record TileLayer(
    String id, LocalText title, int minZoom, int maxZoom, List<Inner> layers, String extent) {

  /// @param minZoom the first zoom at which a tile has this layer
  public record Inner(String id, int minZoom, int maxZoom, Map<String, String> fields) {}
}
