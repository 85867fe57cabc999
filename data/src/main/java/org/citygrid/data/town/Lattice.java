package org.citygrid.data.town;

import org.locationtech.jts.geom.Coordinate;

/// The crossings of all possible streets: a square net, turned, bent by slow waves and shaken a
/// little. Neighbours share their crossings exactly, so cells cut along it leave no gap and no
/// overlap.
///
/// @param step mean distance of two crossings, metres
record Lattice(Noise noise, LocalMetres metres, double step) {

  private static final double TURN = StrictMath.toRadians(7);

  /// The crossing as WGS 84 longitude and latitude, degrees.
  Coordinate crossing(int col, int row) {
    Coordinate at = metresAt(col, row);
    return new Coordinate(metres.longitude(at.x), metres.latitude(at.y));
  }

  /// The same in metres east and north of the origin.
  Coordinate metresAt(int col, int row) {
    double u = col + 0.07 * noise.signed(col, row, 1) + bend(col, row, 2);
    double v = row + 0.07 * noise.signed(col, row, 3) + bend(row, col, 4);
    double x = step * (u * StrictMath.cos(TURN) - v * StrictMath.sin(TURN));
    double y = step * (u * StrictMath.sin(TURN) + v * StrictMath.cos(TURN));
    return new Coordinate(x, y);
  }

  private double bend(int along, int across, long salt) {
    double slow = 2 * StrictMath.PI * noise.unit(0, 0, salt);
    double quick = 2 * StrictMath.PI * noise.unit(1, 0, salt);
    return 0.7 * StrictMath.sin(along / 6.0 + across / 4.5 + slow)
        + 0.25 * StrictMath.sin(along / 3.0 - across / 3.5 + quick);
  }
}
