package org.citygrid.geofile.shapefile;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.citygrid.geofile.Column;
import org.jspecify.annotations.Nullable;

/// One field of a dBase table: where it lies in a record, and what its bytes mean.
record DbfField(String name, char kind, int offset, int length, int decimals) {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  Column.Type type() {
    return switch (kind) {
      case 'N', 'F' ->
          decimals > 0 || length > 18 || kind == 'F' ? Column.Type.DECIMAL : Column.Type.INTEGER;
      case 'I', '+' -> Column.Type.INTEGER;
      case 'O' -> Column.Type.DECIMAL;
      case 'D' -> Column.Type.DATE;
      case '@', 'T' -> Column.Type.INSTANT;
      case 'L' -> Column.Type.BOOLEAN;
      default -> Column.Type.TEXT;
    };
  }

  boolean isText() {
    return kind == 'C';
  }

  /// Whether its text lies in another file, which is not read.
  boolean elsewhere() {
    return kind == 'M' || kind == 'B' || kind == 'G' || kind == 'P';
  }

  /// The value of a field that is no text.
  ///
  /// @param start of the record in `bytes`
  /// @throws IllegalArgumentException if the bytes are no such value
  @Nullable Object value(byte[] bytes, int start) {
    int from = start + offset;
    return switch (kind) {
      case 'I', '+' -> (long) ints(bytes, from).getInt();
      case 'O' ->
          length == 8 ? (Object) BigDecimal.valueOf(finite(ints(bytes, from).getDouble())) : null;
      case '@', 'T' -> length == 8 ? instant(ints(bytes, from)) : null;
      case 'M', 'B', 'G', 'P' -> null;
      default -> fromText(bytes, from);
    };
  }

  private @Nullable Object fromText(byte[] bytes, int from) {
    int start = from;
    int end = from + length;
    while (start < end && blank(bytes[start])) {
      start++;
    }
    while (end > start && blank(bytes[end - 1])) {
      end--;
    }
    if (start == end || bytes[start] == '*') {
      return null;
    }
    return switch (type()) {
      case INTEGER -> integer(bytes, start, end);
      case DECIMAL -> decimal(ascii(bytes, start, end));
      case DATE -> date(ascii(bytes, start, end));
      case BOOLEAN -> truth((char) bytes[start]);
      default -> ascii(bytes, start, end);
    };
  }

  private static boolean blank(byte one) {
    return one == ' ' || one == 0;
  }

  private static Long integer(byte[] bytes, int start, int end) {
    boolean negative = bytes[start] == '-';
    long value = 0;
    int at = negative || bytes[start] == '+' ? start + 1 : start;
    boolean digits = at < end;
    for (; at < end && digits; at++) {
      digits = bytes[at] >= '0' && bytes[at] <= '9';
      value = value * 10 + (bytes[at] - '0');
    }
    if (digits) {
      return negative ? -value : value;
    }
    BigDecimal exact = decimal(ascii(bytes, start, end));
    try {
      return exact.longValueExact();
    } catch (ArithmeticException fraction) {
      throw new IllegalArgumentException("is not a whole number", fraction);
    }
  }

  private static BigDecimal decimal(String text) {
    try {
      BigDecimal value = new BigDecimal(text);
      if (Math.abs((long) value.scale()) > 400) {
        throw new IllegalArgumentException("is too large a number");
      }
      return value;
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("is not a number", wrong);
    }
  }

  private static @Nullable LocalDate date(String text) {
    if (text.matches("0+")) {
      return null;
    }
    if (!text.matches("\\d{8}")) {
      throw new IllegalArgumentException("is not a date");
    }
    try {
      return LocalDate.of(
          Integer.parseInt(text, 0, 4, 10),
          Integer.parseInt(text, 4, 6, 10),
          Integer.parseInt(text, 6, 8, 10));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("is not a date", wrong);
    }
  }

  private static @Nullable Boolean truth(char letter) {
    return switch (letter) {
      case 'T', 't', 'Y', 'y', '1' -> true;
      case 'F', 'f', 'N', 'n', '0' -> false;
      case '?' -> null;
      default -> throw new IllegalArgumentException("is neither true nor false");
    };
  }

  private static @Nullable Instant instant(ByteBuffer bytes) {
    long day = bytes.getInt();
    long millis = bytes.getInt();
    return day == 0
        ? null
        : Instant.EPOCH.plusSeconds((day - JULIAN_DAY_OF_1970) * 86_400).plusMillis(millis);
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("is not a number");
    }
    return value;
  }

  private ByteBuffer ints(byte[] bytes, int from) {
    if (length < 4) {
      throw new IllegalArgumentException("is shorter than it should be");
    }
    return ByteBuffer.wrap(bytes, from, length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  @SuppressWarnings("deprecation") // copies ASCII without decoding
  private static String ascii(byte[] bytes, int start, int end) {
    return new String(bytes, 0, start, end - start);
  }
}
