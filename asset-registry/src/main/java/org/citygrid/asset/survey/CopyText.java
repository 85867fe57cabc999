package org.citygrid.asset.survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.copy.CopyIn;

/// Writes rows in the text form of PostgreSQL's COPY: tab between columns, `\N` for none.
final class CopyText {
  private static final int FLUSH_AT_CHARACTERS = 1 << 15;

  /// EWKB of a point, little-endian, with SRID: byte order, type with flag, SRID 4490.
  private static final String POINT_4490 = "01" + "01000020" + "8a110000";

  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder(FLUSH_AT_CHARACTERS + 4096);
  private final CopyIn copy;
  private boolean firstColumn = true;

  CopyText(CopyIn copy) {
    this.copy = copy;
  }

  CopyText column(long number) {
    separate();
    text.append(number);
    return this;
  }

  CopyText column(boolean yes) {
    separate();
    text.append(yes ? 't' : 'f');
    return this;
  }

  CopyText column(@Nullable String value) {
    separate();
    if (value == null) {
      text.append("\\N");
    } else {
      escape(value);
    }
    return this;
  }

  CopyText column(Geometry geometry) {
    separate();
    if (geometry instanceof Point point) {
      text.append(POINT_4490);
      appendDouble(point.getX());
      appendDouble(point.getY());
    } else {
      text.append(
          WKBWriter.toHex(new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(geometry)));
    }
    return this;
  }

  void endRow() throws java.sql.SQLException {
    text.append('\n');
    firstColumn = true;
    if (text.length() >= FLUSH_AT_CHARACTERS) {
      flush();
    }
  }

  void flush() throws java.sql.SQLException {
    byte[] bytes = text.toString().getBytes(UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private void separate() {
    if (!firstColumn) {
      text.append('\t');
    }
    firstColumn = false;
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  private void appendDouble(double value) {
    text.append(HEX.toHexDigits(Long.reverseBytes(Double.doubleToRawLongBits(value))));
  }
}
