package org.citygrid.data.town;

/// Chance without memory: a number depends on the seed and on what it is asked for, never on the
/// order of asking, so that a city can be made piece by piece.
record Noise(long seed) {

  /// Even between 0 (included) and 1 (excluded).
  double unit(long a, long b, long salt) {
    return (bits(a, b, salt) >>> 11) * 0x1.0p-53;
  }

  /// Even between -1 and 1.
  double signed(long a, long b, long salt) {
    return 2 * unit(a, b, salt) - 1;
  }

  int below(int bound, long a, long b, long salt) {
    return (int) (unit(a, b, salt) * bound);
  }

  private long bits(long a, long b, long salt) {
    return mix(mix(mix(seed + 0x9e3779b97f4a7c15L * salt) ^ a) ^ (b * 0xd1342543de82ef95L));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
