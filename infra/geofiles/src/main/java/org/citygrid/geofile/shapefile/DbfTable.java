package org.citygrid.geofile.shapefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.geofile.text.EncodingGuess;

/// A dBase table: its fields, and its records as bytes.
final class DbfTable implements Closeable {
  private static final int FIRST_FIELD = 32;
  private static final int FIELD = 32;
  private static final int MOST_FIELDS = 2048;

  private final BlockFile file;
  private final long rows;
  private final int start;
  private final int width;
  private final int language;
  private final List<byte[]> names = new ArrayList<>();
  private final List<DbfField> fields = new ArrayList<>();

  DbfTable(Path dbf) throws IOException {
    file = new BlockFile(dbf);
    try {
      if (!file.has(0, FIRST_FIELD)) {
        throw new UnreadableFile("the .dbf file is shorter than its heading");
      }
      ByteBuffer head = file.at(0, FIRST_FIELD).slice().order(ByteOrder.LITTLE_ENDIAN);
      long saidRows = Integer.toUnsignedLong(head.getInt(4));
      start = Short.toUnsignedInt(head.getShort(8));
      int saidWidth = Short.toUnsignedInt(head.getShort(10));
      language = head.get(29) & 0xff;
      readFields(saidWidth);
      width = saidWidth == 0 ? 1 : saidWidth;
      rows = checked(saidRows);
    } catch (IOException | RuntimeException broken) {
      file.close();
      throw broken;
    }
  }

  /// With those that are marked as deleted.
  long rows() {
    return rows;
  }

  long size() {
    return file.size();
  }

  long position(long row) {
    return start + row * width;
  }

  /// The byte that says which code page the texts are in; 0 says nothing.
  int language() {
    return language;
  }

  List<DbfField> fields() {
    return fields;
  }

  byte[] nameBytes(int field) {
    return names.get(field);
  }

  /// The record's bytes, from its deletion mark on; good until the next call.
  ByteBuffer record(long row) throws IOException {
    return file.at(position(row), width);
  }

  static boolean isDeleted(ByteBuffer record) {
    return record.get(record.position()) == '*';
  }

  /// Looks at the texts of all records.
  EncodingGuess guess() throws IOException {
    EncodingGuess guess = new EncodingGuess();
    names.forEach(name -> guess.add(name, 0, name.length));
    List<DbfField> texts = fields.stream().filter(DbfField::isText).toList();
    for (long row = 0; row < rows && !texts.isEmpty(); row++) {
      ByteBuffer record = record(row);
      byte[] bytes = record.array();
      int from = record.position();
      for (DbfField field : texts) {
        guess.add(bytes, from + field.offset(), from + field.offset() + field.length());
      }
    }
    return guess;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private long checked(long said) {
    long room = Math.max(0, file.size() - start) / width;
    if (said > room) {
      throw new UnreadableFile(
          "the .dbf file breaks off: it should have %d records, and has %d".formatted(said, room));
    }
    return said;
  }

  private void readFields(int saidWidth) throws IOException {
    int offset = 1;
    long at = FIRST_FIELD;
    while (fields.size() < MOST_FIELDS && at + FIELD <= start && file.has(at, FIELD)) {
      ByteBuffer each = file.at(at, FIELD);
      byte[] name = new byte[11];
      each.get(each.position(), name);
      if (name[0] == 0x0d) {
        break;
      }
      char kind = (char) Character.toUpperCase(each.get(each.position() + 11) & 0xff);
      int length = each.get(each.position() + 16) & 0xff;
      int decimals = each.get(each.position() + 17) & 0xff;
      if (kind == 'C' && decimals > 0 && offset + length + decimals * 256 <= saidWidth) {
        length += decimals * 256;
        decimals = 0;
      }
      if (offset + length > saidWidth) {
        throw new UnreadableFile(
            "the .dbf file's heading contradicts itself: its fields are longer than a record");
      }
      byte[] trimmed = trimmed(name);
      names.add(trimmed);
      fields.add(new DbfField(new String(trimmed, ISO_8859_1), kind, offset, length, decimals));
      offset += length;
      at += FIELD;
    }
  }

  private static byte[] trimmed(byte[] name) {
    int end = 0;
    while (end < name.length && name[end] != 0) {
      end++;
    }
    while (end > 0 && name[end - 1] == ' ') {
      end--;
    }
    return java.util.Arrays.copyOf(name, end);
  }
}
