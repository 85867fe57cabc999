package org.citygrid.geofile.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.citygrid.geofile.place.ToLonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/// The geometry of a GeoPackage: a small heading with an extent, then WKB.
final class GeometryBlob {
  private static final int[] EXTENT_BYTES = {0, 32, 48, 48, 64};
  private static final int EMPTY = 0x10;
  private static final int LITTLE_ENDIAN = 0x01;
  private static final int WITH_EXTENT = 0x02;

  private final WKBReader reader = new WKBReader(ToLonLat.GEOMETRIES);
  private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);

  /// @return null for an empty geometry
  /// @throws IllegalArgumentException if it is broken, or of a kind that is not read
  @Nullable Geometry read(byte[] blob) {
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      throw new IllegalArgumentException("is not a GeoPackage geometry");
    }
    int extent = blob[3] >> 1 & 7;
    if (extent >= EXTENT_BYTES.length || blob.length < 13 + EXTENT_BYTES[extent]) {
      throw new IllegalArgumentException("has a broken heading");
    }
    int start = 8 + EXTENT_BYTES[extent];
    ByteOrder order = blob[start] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int type = ByteBuffer.wrap(blob, start + 1, 4).order(order).getInt();
    requireStraight(type % 1000);
    try {
      Geometry geometry = reader.read(Arrays.copyOfRange(blob, start, blob.length));
      return geometry.isEmpty() || (blob[3] & EMPTY) != 0 ? null : geometry;
    } catch (ParseException | RuntimeException | StackOverflowError broken) {
      throw new IllegalArgumentException("is broken WKB", broken);
    }
  }

  byte[] write(Geometry geometry, int srid) {
    byte[] wkb = writer.write(geometry);
    Envelope box = geometry.getEnvelopeInternal();
    boolean boxed = !(geometry instanceof Point) && !geometry.isEmpty();
    ByteBuffer blob =
        ByteBuffer.allocate(8 + (boxed ? 32 : 0) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    int flags = LITTLE_ENDIAN | (boxed ? WITH_EXTENT : 0) | (geometry.isEmpty() ? EMPTY : 0);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(srid);
    if (boxed) {
      blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
      blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return blob.put(wkb).array();
  }

  private static void requireStraight(int type) {
    if (type < 1 || type > 7) {
      String name =
          switch (type) {
            case 8 -> "CircularString";
            case 9 -> "CompoundCurve";
            case 10 -> "CurvePolygon";
            case 11 -> "MultiCurve";
            case 12 -> "MultiSurface";
            default -> "type " + type;
          };
      throw new IllegalArgumentException(
          "is a " + name + ": curves are not read; have them stroked into straight pieces");
    }
  }
}
