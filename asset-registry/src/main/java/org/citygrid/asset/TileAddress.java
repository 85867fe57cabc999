package org.citygrid.asset;

import java.util.Optional;

/// Place of a map tile in the Web Mercator pyramid; row 0 is the northernmost.
public record TileAddress(int z, int x, int y) {
  /// The deepest level served: a tile is some 10 m wide there.
  public static final int DEEPEST = 22;

  public TileAddress {
    if (!isTile(z, x, y)) {
      throw new IllegalArgumentException("there is no tile %d/%d/%d".formatted(z, x, y));
    }
  }

  /// Empty when the pyramid has no such tile, or it lies deeper than [#DEEPEST].
  public static Optional<TileAddress> find(int z, int x, int y) {
    return isTile(z, x, y) ? Optional.of(new TileAddress(z, x, y)) : Optional.empty();
  }

  private static boolean isTile(int z, int x, int y) {
    return z >= 0 && z <= DEEPEST && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
  }

  /// What the tile covers, widened on every side.
  ///
  /// @param margin in parts of the tile's width, so that symbols on an edge are drawn whole
  public Bounds bounds(double margin) {
    return new Bounds(
        longitude(x - margin),
        latitude(y + 1 + margin),
        longitude(x + 1 + margin),
        latitude(y - margin));
  }

  private double longitude(double column) {
    return Math.clamp(column / (1 << z) * 360 - 180, -180, 180);
  }

  private double latitude(double row) {
    double turn = Math.PI * (1 - 2 * row / (1 << z));
    return Math.toDegrees(Math.atan(Math.sinh(turn)));
  }

  /// Degrees, longitude and latitude.
  public record Bounds(double west, double south, double east, double north) {}
}
