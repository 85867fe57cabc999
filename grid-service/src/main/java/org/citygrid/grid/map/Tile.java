package org.citygrid.grid.map;

import java.util.Optional;

/// One square of the web map, counted as everybody does: x from west, y from north.
record Tile(int z, int x, int y) {
  private static final int DEEPEST = 22;

  /// Empty when there is no such square.
  static Optional<Tile> find(int z, int x, int y) {
    boolean exists = z >= 0 && z <= DEEPEST && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
    return exists ? Optional.of(new Tile(z, x, y)) : Optional.empty();
  }
}
