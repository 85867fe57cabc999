package org.citygrid.geofile.shapefile;

import static org.citygrid.geofile.place.ToLonLat.GEOMETRIES;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/// Reads the shape of one record. Heights and measures are left out.
final class Shape {
  private Shape() {}

  /// @param content from the shape type on, little-endian
  /// @return null for a null shape
  /// @throws IllegalArgumentException if it is broken, or of a type that is not read
  static @Nullable Geometry read(ByteBuffer content) {
    int type = content.getInt();
    return switch (type) {
      case 0 -> null;
      case 1, 11, 21 -> point(content);
      case 3, 13, 23 -> lines(content);
      case 5, 15, 25 -> areas(content);
      case 8, 18, 28 -> points(content);
      case 31 -> throw new IllegalArgumentException("is a MultiPatch, which is not read");
      default -> throw new IllegalArgumentException("is of shape type " + type + ", which is none");
    };
  }

  /// The place of a point record.
  static boolean isPoint(ByteBuffer content) {
    int type = content.getInt(0);
    return (type == 1 || type == 11 || type == 21) && content.limit() >= 20;
  }

  private static Point point(ByteBuffer content) {
    require(content, 16);
    return GEOMETRIES.createPoint(coordinate(content));
  }

  private static Geometry points(ByteBuffer content) {
    require(content, 36);
    content.position(content.position() + 32);
    int count = content.getInt();
    return GEOMETRIES.createMultiPointFromCoords(coordinates(content, count));
  }

  private static Geometry lines(ByteBuffer content) {
    Coordinate[][] parts = parts(content);
    LineString[] lines = new LineString[parts.length];
    for (int at = 0; at < parts.length; at++) {
      if (parts[at].length == 1) {
        throw new IllegalArgumentException("is a line of one point");
      }
      lines[at] = GEOMETRIES.createLineString(parts[at]);
    }
    return lines.length == 1 ? lines[0] : GEOMETRIES.createMultiLineString(lines);
  }

  private static Geometry areas(ByteBuffer content) {
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] part : parts(content)) {
      Coordinate[] closed = closed(part);
      if (closed.length < 4) {
        throw new IllegalArgumentException("has a ring of fewer than four points");
      }
      boolean clockwise = Area.ofRingSigned(closed) >= 0;
      (clockwise ? shells : holes).add(GEOMETRIES.createLinearRing(closed));
    }
    return shells.isEmpty() ? assemble(holes, List.of()) : assemble(shells, holes);
  }

  /// A hole belongs to the smallest shell around it; one without a shell is an area itself.
  private static Geometry assemble(List<LinearRing> shells, List<LinearRing> holes) {
    List<Polygon> areas = new ArrayList<>();
    List<List<LinearRing>> inside = new ArrayList<>();
    shells.forEach(_ -> inside.add(new ArrayList<>()));
    if (!holes.isEmpty()) {
      STRtree tree = new STRtree();
      for (int at = 0; at < shells.size(); at++) {
        tree.insert(shells.get(at).getEnvelopeInternal(), at);
      }
      for (LinearRing hole : holes) {
        int shell = shellOf(hole, shells, tree);
        if (shell < 0) {
          areas.add(GEOMETRIES.createPolygon(hole));
        } else {
          inside.get(shell).add(hole);
        }
      }
    }
    for (int at = shells.size() - 1; at >= 0; at--) {
      areas.addFirst(
          GEOMETRIES.createPolygon(shells.get(at), inside.get(at).toArray(LinearRing[]::new)));
    }
    return areas.size() == 1
        ? areas.getFirst()
        : GEOMETRIES.createMultiPolygon(areas.toArray(Polygon[]::new));
  }

  private static int shellOf(LinearRing hole, List<LinearRing> shells, STRtree tree) {
    Envelope around = hole.getEnvelopeInternal();
    int best = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (Object candidate : tree.query(around)) {
      LinearRing shell = shells.get((Integer) candidate);
      Envelope box = shell.getEnvelopeInternal();
      if (box.covers(around) && box.getArea() < smallest && lies(hole, shell)) {
        best = (Integer) candidate;
        smallest = box.getArea();
      }
    }
    return best;
  }

  /// The first vertex that is not on the shell's edge decides.
  private static boolean lies(LinearRing hole, LinearRing shell) {
    for (Coordinate vertex : hole.getCoordinates()) {
      int where = RayCrossingCounter.locatePointInRing(vertex, shell.getCoordinateSequence());
      if (where != Location.BOUNDARY) {
        return where == Location.INTERIOR;
      }
    }
    return true;
  }

  private static Coordinate[] closed(Coordinate[] ring) {
    if (ring.length < 3 || ring[0].equals2D(ring[ring.length - 1])) {
      return ring;
    }
    Coordinate[] closed = java.util.Arrays.copyOf(ring, ring.length + 1);
    closed[ring.length] = ring[0].copy();
    return closed;
  }

  private static Coordinate[][] parts(ByteBuffer content) {
    require(content, 40);
    content.position(content.position() + 32);
    int partCount = content.getInt();
    int pointCount = content.getInt();
    if (partCount < 0 || pointCount < 0) {
      throw new IllegalArgumentException("says that it has fewer parts than none");
    }
    require(content, partCount * 4L + pointCount * 16L);
    int[] starts = new int[partCount + 1];
    for (int at = 0; at < partCount; at++) {
      starts[at] = content.getInt();
    }
    starts[partCount] = pointCount;
    Coordinate[][] parts = new Coordinate[partCount][];
    for (int at = 0; at < partCount; at++) {
      int length = starts[at + 1] - starts[at];
      if (length < 0 || starts[0] != 0) {
        throw new IllegalArgumentException("has parts that do not follow each other");
      }
      parts[at] = coordinates(content, length);
    }
    return parts;
  }

  private static Coordinate[] coordinates(ByteBuffer content, int count) {
    require(content, count < 0 ? Long.MAX_VALUE : count * 16L);
    Coordinate[] coordinates = new Coordinate[count];
    for (int at = 0; at < count; at++) {
      coordinates[at] = coordinate(content);
    }
    return coordinates;
  }

  private static Coordinate coordinate(ByteBuffer content) {
    return new Coordinate(content.getDouble(), content.getDouble());
  }

  private static void require(ByteBuffer content, long bytes) {
    if (content.remaining() < bytes) {
      throw new IllegalArgumentException("is shorter than it says");
    }
  }
}
