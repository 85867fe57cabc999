package org.citygrid.asset.survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/// Writes rows in the binary form of PostgreSQL's COPY, in pieces of some hundred kilobytes. It
/// saves the database from parsing, and us from escaping.
final class CopyBinary {
  private static final int PIECE = 1 << 17;
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
  private static final Instant EPOCH_INSTANT = Instant.parse("2000-01-01T00:00:00Z");

  /// Little-endian, type point with SRID.
  private static final int POINT_WITH_SRID = 0x20000001;

  private final Pieces pieces;
  private byte[] bytes = new byte[PIECE + (PIECE >> 2)];
  private int at;

  /// Takes a piece over; its bytes are not written again.
  @FunctionalInterface
  interface Pieces {
    void take(byte[] piece);
  }

  CopyBinary(Pieces pieces) {
    this.pieces = pieces;
    System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
    at = HEADER.length;
  }

  /// Must be followed by as many values as there are columns.
  CopyBinary row(int columns) {
    if (at >= PIECE) {
      hand();
    }
    room(2);
    bytes[at++] = (byte) (columns >>> 8);
    bytes[at++] = (byte) columns;
    return this;
  }

  void end() {
    room(2);
    bytes[at++] = (byte) 0xff;
    bytes[at++] = (byte) 0xff;
    hand();
  }

  private void hand() {
    pieces.take(Arrays.copyOf(bytes, at));
    at = 0;
  }

  CopyBinary value(@Nullable String text) {
    if (text == null) {
      return none();
    }
    int length = text.length();
    room(4 + length * 3);
    int start = at;
    at += 4;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return encoded(start, text);
      }
      bytes[at++] = (byte) c;
    }
    intAt(start, length);
    return this;
  }

  private CopyBinary encoded(int start, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    intAt(start, utf8.length);
    at = start + 4;
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    at += utf8.length;
    return this;
  }

  CopyBinary json(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    room(5 + utf8.length);
    putInt(1 + utf8.length);
    bytes[at++] = 1; // version of the form
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    at += utf8.length;
    return this;
  }

  CopyBinary value(long number) {
    room(12);
    putInt(8);
    putLong(number);
    return this;
  }

  CopyBinary value(boolean yes) {
    room(5);
    putInt(1);
    bytes[at++] = (byte) (yes ? 1 : 0);
    return this;
  }

  CopyBinary value(@Nullable LocalDate day) {
    if (day == null) {
      return none();
    }
    room(8);
    putInt(4);
    putInt((int) (day.toEpochDay() - EPOCH.toEpochDay()));
    return this;
  }

  CopyBinary value(Instant time) {
    return value(ChronoUnit.MICROS.between(EPOCH_INSTANT, time));
  }

  CopyBinary value(Geometry geometry) {
    if (geometry instanceof Point point) {
      room(29);
      putInt(25);
      bytes[at++] = 1;
      putIntBackwards(POINT_WITH_SRID);
      putIntBackwards(Coordinates.CGCS2000);
      putLong(Long.reverseBytes(Double.doubleToRawLongBits(point.getX())));
      putLong(Long.reverseBytes(Double.doubleToRawLongBits(point.getY())));
      return this;
    }
    geometry.setSRID(Coordinates.CGCS2000);
    byte[] ewkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(geometry);
    room(4 + ewkb.length);
    putInt(ewkb.length);
    System.arraycopy(ewkb, 0, bytes, at, ewkb.length);
    at += ewkb.length;
    return this;
  }

  private CopyBinary none() {
    room(4);
    putInt(-1);
    return this;
  }

  private void room(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
    }
  }

  private void putInt(int number) {
    intAt(at, number);
    at += 4;
  }

  private void putIntBackwards(int number) {
    intAt(at, Integer.reverseBytes(number));
    at += 4;
  }

  private void intAt(int where, int number) {
    bytes[where] = (byte) (number >>> 24);
    bytes[where + 1] = (byte) (number >>> 16);
    bytes[where + 2] = (byte) (number >>> 8);
    bytes[where + 3] = (byte) number;
  }

  private void putLong(long number) {
    putInt((int) (number >>> 32));
    putInt((int) number);
  }
}
