package org.citygrid.data.town;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/// A street with an invented name.
///
/// @param kind `main` or `side`
/// @param line WGS 84, x = longitude
public record Street(String name, String kind, List<Coordinate> line) {

  static final String MAIN = "main";
  static final String SIDE = "side";
}
