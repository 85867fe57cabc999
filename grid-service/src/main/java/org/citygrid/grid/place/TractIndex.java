package org.citygrid.grid.place;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;

/// Finds the tract that covers a point. A point on a shared edge is covered by both tracts, and the
/// one that comes first wins. Immutable after construction; any number of threads may ask.
final class TractIndex<T> {
  private final STRtree tree = new STRtree();

  private record Entry<T>(int rank, T land, Geometry boundary) {
    boolean covers(Coordinate point) {
      for (int i = 0; i < boundary.getNumGeometries(); i++) {
        if (boundary.getGeometryN(i) instanceof Polygon polygon && covers(polygon, point)) {
          return true;
        }
      }
      return false;
    }

    private static boolean covers(Polygon polygon, Coordinate point) {
      if (!polygon.getEnvelopeInternal().intersects(point)) {
        return false;
      }
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
      CoordinateSequence vertices = ring.getCoordinateSequence();
      return RayCrossingCounter.locatePointInRing(point, vertices);
    }
  }

  /// @param order which of two tracts wins on their shared edge: the one that comes first
  TractIndex(Collection<Tract<T>> tracts, Comparator<? super T> order) {
    List<Tract<T>> sorted =
        tracts.stream()
            .sorted(Comparator.comparing((Tract<T> tract) -> tract.land(), order))
            .toList();
    int rank = 0;
    for (Tract<T> tract : sorted) {
      Geometry boundary = tract.boundary();
      if (boundary != null && !boundary.isEmpty()) {
        tree.insert(boundary.getEnvelopeInternal(), new Entry<>(rank++, tract.land(), boundary));
      }
    }
    tree.build();
  }

  @Nullable T find(double lon, double lat) {
    var point = new Coordinate(lon, lat);
    var first = new First<T>(point);
    tree.query(new Envelope(point), first);
    return first.best == null ? null : first.best.land();
  }

  private static final class First<T> implements ItemVisitor {
    private final Coordinate point;
    private @Nullable Entry<T> best;

    First(Coordinate point) {
      this.point = point;
    }

    @Override
    @SuppressWarnings("unchecked") // the tree holds nothing else
    public void visitItem(Object item) {
      var entry = (Entry<T>) item;
      if ((best == null || entry.rank() < best.rank()) && entry.covers(point)) {
        best = entry;
      }
    }
  }
}
