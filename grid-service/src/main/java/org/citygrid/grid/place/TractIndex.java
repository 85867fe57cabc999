package org.citygrid.grid.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/// Finds the tract that covers a point. A point on a shared edge is covered by both tracts, and the
/// one that comes first wins. Immutable after construction; any number of threads may ask.
///
/// Tracts of one kind are of about one size, so they hang on the pegs of an even net, a peg about
/// as wide as a tract: a question costs one look at one peg and a few at the shapes on it.
final class TractIndex<T> {
  private static final int MOST_PEGS_A_TRACT = 10_000;

  private final double pegDegrees;
  private final Map<Long, Entry<T>[]> pegs = new HashMap<>();
  private final List<Entry<T>> giants = new ArrayList<>();

  /// @param order which of two tracts wins on their shared edge: the one that comes first
  TractIndex(Collection<Tract<T>> tracts, Comparator<? super T> order) {
    List<Entry<T>> entries = ranked(tracts, order);
    pegDegrees = meanWidth(entries);
    entries.forEach(this::hang);
  }

  @Nullable T find(double lon, double lat) {
    var point = new Coordinate(lon, lat);
    Entry<T>[] near = pegs.get(peg(column(lon), column(lat)));
    Entry<T> found = near == null ? null : first(Arrays.asList(near), point);
    Entry<T> giant = giants.isEmpty() ? null : first(giants, point);
    if (found == null || (giant != null && giant.rank() < found.rank())) {
      found = giant;
    }
    return found == null ? null : found.land();
  }

  private static <T> @Nullable Entry<T> first(List<Entry<T>> entries, Coordinate point) {
    for (Entry<T> entry : entries) {
      if (entry.covers(point)) {
        return entry;
      }
    }
    return null;
  }

  private void hang(Entry<T> entry) {
    Envelope box = entry.box();
    double wanted = (1 + box.getWidth() / pegDegrees) * (1 + box.getHeight() / pegDegrees);
    if (wanted > MOST_PEGS_A_TRACT) {
      giants.add(entry);
      return;
    }
    forEachPeg(box, (column, row) -> pegs.merge(peg(column, row), only(entry), TractIndex::joined));
  }

  private void forEachPeg(Envelope box, BiConsumer<Long, Long> visit) {
    for (long row = column(box.getMinY()); row <= column(box.getMaxY()); row++) {
      for (long column = column(box.getMinX()); column <= column(box.getMaxX()); column++) {
        visit.accept(column, row);
      }
    }
  }

  private long column(double degrees) {
    return (long) Math.floor(degrees / pegDegrees);
  }

  private static long peg(long column, long row) {
    return column << 32 ^ (row & 0xffff_ffffL);
  }

  @SuppressWarnings("unchecked") // nothing else is ever put in
  private static <T> Entry<T>[] only(Entry<T> entry) {
    return new Entry[] {entry};
  }

  private static <T> Entry<T>[] joined(Entry<T>[] earlier, Entry<T>[] later) {
    Entry<T>[] both = Arrays.copyOf(earlier, earlier.length + 1);
    both[earlier.length] = later[0];
    return both;
  }

  private static <T> List<Entry<T>> ranked(
      Collection<Tract<T>> tracts, Comparator<? super T> order) {
    var entries = new ArrayList<Entry<T>>();
    tracts.stream()
        .sorted(Comparator.comparing((Tract<T> tract) -> tract.land(), order))
        .forEach(tract -> {
          Geometry boundary = tract.boundary();
          if (boundary != null && !boundary.isEmpty()) {
            entries.add(
                new Entry<>(
                    entries.size(), tract.land(), boundary.getEnvelopeInternal(), boundary));
          }
        });
    return entries;
  }

  private static <T> double meanWidth(List<Entry<T>> entries) {
    return entries.stream()
        .mapToDouble(entry -> Math.max(entry.box().getWidth(), entry.box().getHeight()))
        .average()
        .orElse(1);
  }

  private record Entry<T>(int rank, T land, Envelope box, Geometry boundary) {
    boolean covers(Coordinate point) {
      if (!box.intersects(point)) {
        return false;
      }
      for (int i = 0; i < boundary.getNumGeometries(); i++) {
        if (boundary.getGeometryN(i) instanceof Polygon polygon && covers(polygon, point)) {
          return true;
        }
      }
      return false;
    }

    private static boolean covers(Polygon polygon, Coordinate point) {
      int shell = locate(point, polygon.getExteriorRing());
      if (shell != Location.INTERIOR) {
        return shell == Location.BOUNDARY;
      }
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        if (locate(point, polygon.getInteriorRingN(i)) == Location.INTERIOR) {
          return false;
        }
      }
      return true;
    }

    private static int locate(Coordinate point, LinearRing ring) {
      return RayCrossingCounter.locatePointInRing(point, ring.getCoordinateSequence());
    }
  }
}
