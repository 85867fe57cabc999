package org.citygrid.geofile.shapefile;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// The main file and its index while they are written; the headings come last.
final class ShapeFile implements Closeable {
  private static final int HEADER = 100;

  private final Path shp;
  private final Path shx;
  private final ShapeKind kind;
  private final OutputStream main;
  private final OutputStream index;
  private final Envelope extent = new Envelope();
  private long position = HEADER;
  private int count;

  ShapeFile(Path shp, Path shx, ShapeKind kind) throws IOException {
    this.shp = shp;
    this.shx = shx;
    this.kind = kind;
    main = new BufferedOutputStream(Files.newOutputStream(shp), 1 << 16);
    index = new BufferedOutputStream(Files.newOutputStream(shx), 1 << 16);
    main.write(new byte[HEADER]);
    index.write(new byte[HEADER]);
  }

  void write(@Nullable Geometry geometry) throws IOException {
    byte[] content = geometry == null ? new byte[4] : content(geometry);
    if (position + content.length > 4L * Integer.MAX_VALUE) {
      throw new IOException("a Shapefile holds at most 8 GB");
    }
    ByteBuffer heads = ByteBuffer.allocate(16);
    heads.putInt(++count).putInt(content.length / 2);
    heads.putInt((int) (position / 2)).putInt(content.length / 2);
    main.write(heads.array(), 0, 8);
    main.write(content);
    index.write(heads.array(), 8, 8);
    position += 8 + content.length;
    if (geometry != null) {
      extent.expandToInclude(geometry.getEnvelopeInternal());
    }
  }

  @Override
  public void close() throws IOException {
    main.close();
    index.close();
    head(shp, position);
    head(shx, HEADER + 8L * count);
  }

  private void head(Path file, long size) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEADER);
    head.putInt(9994).position(24);
    head.putInt((int) (size / 2)).order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(kind.code());
    if (!extent.isNull()) {
      head.putDouble(extent.getMinX()).putDouble(extent.getMinY());
      head.putDouble(extent.getMaxX()).putDouble(extent.getMaxY());
    }
    try (RandomAccessFile begin = new RandomAccessFile(file.toFile(), "rw")) {
      begin.write(head.array());
    }
  }

  private byte[] content(Geometry geometry) {
    if (kind == ShapeKind.POINTS) {
      ByteBuffer point = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(1);
      return put(point, geometry.getCoordinate()).array();
    }
    List<Coordinate[]> parts = parts(geometry);
    int points = parts.stream().mapToInt(part -> part.length).sum();
    boolean parted = kind != ShapeKind.MULTIPOINTS;
    int length = 40 + (parted ? 4 + 4 * parts.size() : 0) + 16 * points;
    ByteBuffer shape = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    Envelope box = geometry.getEnvelopeInternal();
    shape.putInt(kind.code()).putDouble(box.getMinX()).putDouble(box.getMinY());
    shape.putDouble(box.getMaxX()).putDouble(box.getMaxY());
    if (parted) {
      shape.putInt(parts.size());
    }
    shape.putInt(points);
    int start = 0;
    for (int at = 0; parted && at < parts.size(); at++) {
      shape.putInt(start);
      start += parts.get(at).length;
    }
    for (Coordinate[] part : parts) {
      for (Coordinate vertex : part) {
        put(shape, vertex);
      }
    }
    return shape.array();
  }

  private static ByteBuffer put(ByteBuffer buffer, Coordinate at) {
    return buffer.putDouble(at.x).putDouble(at.y);
  }

  private static List<Coordinate[]> parts(Geometry geometry) {
    List<Coordinate[]> parts = new ArrayList<>();
    for (int at = 0; at < geometry.getNumGeometries(); at++) {
      switch (geometry.getGeometryN(at)) {
        case Polygon area -> {
          if (!area.isEmpty()) {
            parts.add(turned(area.getExteriorRing().getCoordinates(), true));
            for (int hole = 0; hole < area.getNumInteriorRing(); hole++) {
              parts.add(turned(area.getInteriorRingN(hole).getCoordinates(), false));
            }
          }
        }
        case LineString line -> parts.add(line.getCoordinates());
        case Geometry point -> parts.add(point.getCoordinates());
      }
    }
    return parts;
  }

  /// Shells run clockwise, holes against it.
  private static Coordinate[] turned(Coordinate[] ring, boolean clockwise) {
    if (Area.ofRingSigned(ring) > 0 == clockwise) {
      return ring;
    }
    Coordinate[] turned = new Coordinate[ring.length];
    for (int at = 0; at < ring.length; at++) {
      turned[at] = ring[ring.length - 1 - at];
    }
    return turned;
  }
}
