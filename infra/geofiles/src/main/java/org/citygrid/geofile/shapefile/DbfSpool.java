package org.citygrid.geofile.shapefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citygrid.geofile.Column;
import org.jspecify.annotations.Nullable;

/// The rows of a table to be: how wide its fields must be is known only when all have come.
final class DbfSpool {
  private static final int LONGEST_TEXT = 254;
  private static final int MOST_DECIMALS = 15;

  private final Path file;
  private final List<Column> columns;
  private final DataOutputStream out;
  private final int[] widths;
  private final int[] decimals;
  private int rows;

  DbfSpool(Path file, List<Column> columns) throws IOException {
    this.file = file;
    this.columns = columns;
    this.widths = new int[columns.size()];
    this.decimals = new int[columns.size()];
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    for (int at = 0; at < widths.length; at++) {
      widths[at] =
          switch (columns.get(at).type()) {
            case DATE -> 8;
            default -> 1;
          };
    }
  }

  void write(@Nullable Object[] values) throws IOException {
    rows++;
    for (int at = 0; at < widths.length; at++) {
      byte[] bytes = bytes(at, at < values.length ? values[at] : null);
      widths[at] = Math.max(widths[at], bytes.length);
      out.writeByte(bytes.length);
      out.write(bytes);
    }
  }

  /// Writes the whole table.
  void finish(OutputStream table) throws IOException {
    out.close();
    for (int at = 0; at < widths.length; at++) {
      if (columns.get(at).type() == Column.Type.DECIMAL && decimals[at] > 0) {
        widths[at] = Math.min(32, widths[at] + decimals[at] + 1);
      }
    }
    DataOutputStream to = new DataOutputStream(new BufferedOutputStream(table, 1 << 16));
    writeHead(to);
    byte[] record = new byte[1 + Arrays.stream(widths).sum()];
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      for (int row = 0; row < rows; row++) {
        Arrays.fill(record, (byte) ' ');
        int offset = 1;
        for (int at = 0; at < widths.length; at++) {
          byte[] bytes = in.readNBytes(in.readUnsignedByte());
          byte[] shown = shown(at, bytes);
          boolean right = isNumber(at);
          int from = right ? offset + widths[at] - shown.length : offset;
          System.arraycopy(shown, 0, record, from, shown.length);
          offset += widths[at];
        }
        to.write(record);
      }
    }
    to.writeByte(0x1a);
    to.flush();
  }

  private boolean isNumber(int at) {
    return switch (columns.get(at).type()) {
      case INTEGER, DECIMAL -> true;
      default -> false;
    };
  }

  /// Numbers with a point get as many decimals as their column.
  private byte[] shown(int at, byte[] bytes) {
    if (columns.get(at).type() != Column.Type.DECIMAL || bytes.length == 0) {
      return bytes;
    }
    String text =
        new BigDecimal(new String(bytes, UTF_8))
            .setScale(decimals[at], RoundingMode.HALF_UP)
            .toPlainString();
    return (text.length() > widths[at] ? "*".repeat(widths[at]) : text).getBytes(UTF_8);
  }

  private byte[] bytes(int at, @Nullable Object value) {
    if (value == null) {
      return new byte[0];
    }
    String text =
        switch (columns.get(at).type()) {
          case BOOLEAN -> Boolean.TRUE.equals(value) ? "T" : "F";
          case DATE ->
              value instanceof LocalDate date ? DateTimeFormatter.BASIC_ISO_DATE.format(date) : "";
          case INSTANT ->
              value instanceof java.time.Instant time
                  ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(ZoneOffset.UTC))
                  : value.toString();
          case DECIMAL -> number(at, value);
          default -> value.toString();
        };
    return cut(text);
  }

  private String number(int at, Object value) {
    if (value instanceof Double fraction && !Double.isFinite(fraction)) {
      return "";
    }
    BigDecimal number = new BigDecimal(value.toString());
    BigDecimal short_ =
        number.scale() > MOST_DECIMALS
            ? number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
            : number;
    decimals[at] = Math.max(decimals[at], Math.max(0, short_.scale()));
    widths[at] =
        Math.max(
            widths[at], short_.precision() - short_.scale() + (short_.signum() < 0 ? 1 : 0) + 1);
    String text = short_.toPlainString();
    return text.length() > LONGEST_TEXT ? "" : text;
  }

  /// At most as long as a field may be, never within a character.
  private static byte[] cut(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length <= LONGEST_TEXT) {
      return bytes;
    }
    int end = LONGEST_TEXT;
    while ((bytes[end] & 0xc0) == 0x80) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  private void writeHead(DataOutputStream to) throws IOException {
    ByteBuffer head =
        ByteBuffer.allocate(32 + 32 * widths.length + 1).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1);
    head.putInt(rows).putShort((short) head.capacity());
    head.putShort((short) (1 + Arrays.stream(widths).sum()));
    head.position(32);
    Set<String> taken = new HashSet<>();
    for (int at = 0; at < widths.length; at++) {
      int start = head.position();
      head.put(name(columns.get(at).name(), taken)).position(start + 11);
      head.put((byte) kind(columns.get(at).type())).putInt(0);
      head.put((byte) widths[at])
          .put((byte) (columns.get(at).type() == Column.Type.DECIMAL ? decimals[at] : 0));
      head.position(start + 32);
    }
    head.put((byte) 0x0d);
    to.write(head.array());
  }

  private static char kind(Column.Type type) {
    return switch (type) {
      case INTEGER, DECIMAL -> 'N';
      case BOOLEAN -> 'L';
      case DATE -> 'D';
      default -> 'C';
    };
  }

  /// At most ten bytes, and no name twice, whatever the case.
  private static byte[] name(String name, Set<String> taken) {
    for (int again = 0; ; again++) {
      String ending = again == 0 ? "" : "_" + again;
      byte[] bytes = name.getBytes(UTF_8);
      int end = Math.min(bytes.length, 10 - ending.length());
      while (end < bytes.length && end > 0 && (bytes[end] & 0xc0) == 0x80) {
        end--;
      }
      String cut = new String(bytes, 0, end, UTF_8) + ending;
      if (taken.add(cut.toLowerCase(Locale.ROOT))) {
        return cut.getBytes(UTF_8);
      }
    }
  }
}
