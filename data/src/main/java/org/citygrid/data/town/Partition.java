package org.citygrid.data.town;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Splits places into connected parts of wanted weight: parts grow from scattered seeds, the
/// lightest first, then trade places along their borders as long as that evens them out.
final class Partition {

  private static final int UNASSIGNED = -1;

  private final double[] x;
  private final double[] y;
  private final double[] load;
  private final int[][] neighbours;
  private final double[] share;
  private final int[] part;
  private final double[] held;
  private final int[] size;

  private Partition(double[] x, double[] y, double[] load, int[][] neighbours, double[] share) {
    this.x = x;
    this.y = y;
    this.load = load;
    this.neighbours = neighbours;
    this.share = share;
    this.part = new int[x.length];
    this.held = new double[share.length];
    this.size = new int[share.length];
  }

  /// @param neighbours for each place, the places it touches; the whole must be connected
  /// @param share the wanted weight of each part relative to the others
  /// @return for each place, the part it belongs to
  static int[] split(
      double[] x, double[] y, double[] load, int[][] neighbours, double[] share, Noise noise) {
    var partition = new Partition(x, y, load, neighbours, share);
    partition.grow(partition.seeds(noise));
    partition.even();
    return partition.part;
  }

  /// Scattered evenly: a few rounds of moving each seed to the middle of what is nearest to it.
  private int[] seeds(Noise noise) {
    int k = share.length;
    double[] sx = new double[k];
    double[] sy = new double[k];
    for (int p = 0; p < k; p++) {
      int at = (int) ((p + noise.unit(p, k, 11)) * x.length / k);
      sx[p] = x[at];
      sy[p] = y[at];
    }
    for (int round = 0; round < 12; round++) {
      moveToMiddle(sx, sy);
    }
    return nearestPlaces(sx, sy);
  }

  private void moveToMiddle(double[] sx, double[] sy) {
    double[] sumX = new double[sx.length];
    double[] sumY = new double[sx.length];
    double[] weight = new double[sx.length];
    for (int i = 0; i < x.length; i++) {
      int p = nearest(sx, sy, i);
      double w = load[i] / share[p];
      sumX[p] += w * x[i];
      sumY[p] += w * y[i];
      weight[p] += w;
    }
    for (int p = 0; p < sx.length; p++) {
      if (weight[p] > 0) {
        sx[p] = sumX[p] / weight[p];
        sy[p] = sumY[p] / weight[p];
      }
    }
  }

  private int nearest(double[] sx, double[] sy, int i) {
    int best = 0;
    for (int p = 1; p < sx.length; p++) {
      if (distance(sx[p], sy[p], i) < distance(sx[best], sy[best], i)) {
        best = p;
      }
    }
    return best;
  }

  private int[] nearestPlaces(double[] sx, double[] sy) {
    int[] seeds = new int[sx.length];
    var taken = new BitSet();
    for (int p = 0; p < sx.length; p++) {
      int best = UNASSIGNED;
      for (int i = 0; i < x.length; i++) {
        if (!taken.get(i)
            && (best == UNASSIGNED || distance(sx[p], sy[p], i) < distance(sx[p], sy[p], best))) {
          best = i;
        }
      }
      taken.set(best);
      seeds[p] = best;
    }
    return seeds;
  }

  private void grow(int[] seeds) {
    Arrays.fill(part, UNASSIGNED);
    List<List<Integer>> edge = new ArrayList<>();
    for (int p = 0; p < seeds.length; p++) {
      edge.add(new ArrayList<>());
    }
    for (int p = 0; p < seeds.length; p++) {
      take(seeds[p], p, edge.get(p));
    }
    for (int left = x.length - seeds.length; left > 0; left--) {
      int p = lightestThatCanGrow(edge);
      take(closest(edge.get(p), seeds[p]), p, edge.get(p));
    }
  }

  private int lightestThatCanGrow(List<List<Integer>> edge) {
    int best = UNASSIGNED;
    for (int p = 0; p < share.length; p++) {
      edge.get(p).removeIf(i -> part[i] != UNASSIGNED);
      if (!edge.get(p).isEmpty() && (best == UNASSIGNED || fullness(p) < fullness(best))) {
        best = p;
      }
    }
    if (best == UNASSIGNED) {
      throw new IllegalStateException("the places to split are not connected");
    }
    return best;
  }

  private int closest(List<Integer> candidates, int seed) {
    int best = candidates.getFirst();
    for (int i : candidates) {
      if (distance(x[seed], y[seed], i) < distance(x[seed], y[seed], best)) {
        best = i;
      }
    }
    return best;
  }

  private void take(int i, int p, List<Integer> edge) {
    part[i] = p;
    held[p] += load[i];
    size[p]++;
    for (int n : neighbours[i]) {
      if (part[n] == UNASSIGNED) {
        edge.add(n);
      }
    }
  }

  private void even() {
    for (int round = 0; round < 400; round++) {
      boolean moved = false;
      for (int i = 0; i < x.length; i++) {
        moved |= trade(i);
      }
      if (!moved) {
        return;
      }
    }
  }

  /// Gives a border place to its lightest neighbour part if both come closer to their share.
  private boolean trade(int i) {
    int from = part[i];
    int to = from;
    for (int n : neighbours[i]) {
      if (fullness(part[n]) < fullness(to)) {
        to = part[n];
      }
    }
    if (to == from || size[from] == 1 || frays(i, from, to)) {
      return false;
    }
    double before = Math.max(fullness(from), fullness(to));
    double after = Math.max(held[from] - load[i], 0) / share[from];
    if (Math.max(after, (held[to] + load[i]) / share[to]) >= before || !staysConnected(i)) {
      return false;
    }
    part[i] = to;
    held[from] -= load[i];
    held[to] += load[i];
    size[from]--;
    size[to]++;
    return true;
  }

  /// A small gain is not worth a ragged border.
  private boolean frays(int i, int from, int to) {
    return fullness(from) < 1.12 * fullness(to) && touching(i, to) < touching(i, from);
  }

  private int touching(int i, int p) {
    int count = 0;
    for (int n : neighbours[i]) {
      if (part[n] == p) {
        count++;
      }
    }
    return count;
  }

  private boolean staysConnected(int without) {
    int own = part[without];
    var seen = new BitSet();
    seen.set(without);
    var queue = new ArrayDeque<Integer>();
    for (int n : neighbours[without]) {
      if (part[n] == own) {
        queue.add(n);
        seen.set(n);
        break;
      }
    }
    while (!queue.isEmpty()) {
      for (int n : neighbours[queue.remove()]) {
        if (part[n] == own && !seen.get(n)) {
          seen.set(n);
          queue.add(n);
        }
      }
    }
    return seen.cardinality() == size[own];
  }

  private double fullness(int p) {
    return held[p] / share[p];
  }

  private double distance(double px, double py, int i) {
    return (px - x[i]) * (px - x[i]) + (py - y[i]) * (py - y[i]);
  }
}
