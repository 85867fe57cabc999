package org.citygrid.geofile.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.citygrid.geofile.UnreadableFile;
import org.jspecify.annotations.Nullable;

/// The records of a main file, one after the other; by its index where there is a whole one, else
/// as they lie.
final class ShapeRecords implements Closeable {
  private static final int HEADER = 100;
  private static final int FILE_CODE = 9994;
  private static final long LONGEST = 1 << 26;

  private final BlockFile main;
  private final @Nullable BlockFile index;
  private final long end;
  private long position;
  private long number;

  ShapeRecords(Path shp, @Nullable Path shx) throws IOException {
    main = new BlockFile(shp);
    try {
      end = checkedEnd();
      index = shx == null ? null : usable(shx);
    } catch (IOException | RuntimeException broken) {
      main.close();
      throw broken;
    }
    restart();
  }

  void restart() {
    position = HEADER;
    number = 0;
  }

  /// How many there are; −1 without an index.
  long count() {
    return index == null ? -1 : (index.size() - HEADER) / 8;
  }

  boolean hasIndex() {
    return index != null;
  }

  long position() {
    return position;
  }

  long size() {
    return main.size();
  }

  /// Whether there is one more record, broken or not.
  boolean hasNext() throws IOException {
    return index == null ? liesHere() : number < count();
  }

  /// Records are numbered from 1; what bears another number is left over from an older file.
  private boolean liesHere() throws IOException {
    return main.has(position, 12)
        && position + 12 <= end
        && main.at(position, 4).order(ByteOrder.BIG_ENDIAN).getInt() == number + 1;
  }

  /// The next record's content in little-endian order, from its shape type on, and its length.
  ///
  /// @return null when it lies outside the file
  @Nullable ByteBuffer next() throws IOException {
    if (index != null) {
      position = Integer.toUnsignedLong(index.at(HEADER + number * 8, 8).getInt()) * 2;
    }
    number++;
    if (!main.has(position, 8)) {
      return null;
    }
    ByteBuffer header = main.at(position, 8).order(ByteOrder.BIG_ENDIAN);
    header.getInt();
    long length = header.getInt() * 2L;
    if (length > LONGEST && main.has(position + 8, length)) {
      throw new UnreadableFile("record %d of the .shp file is larger than 64 MB".formatted(number));
    }
    if (length < 4 || !main.has(position + 8, length)) {
      if (index == null) {
        throw new UnreadableFile("the .shp file breaks off at record " + number);
      }
      return null;
    }
    ByteBuffer content = main.at(position + 8, (int) length).slice().limit((int) length);
    position += 8 + length;
    return content.order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    main.close();
    if (index != null) {
      index.close();
    }
  }

  private long checkedEnd() throws IOException {
    if (!main.has(0, HEADER)
        || main.at(0, HEADER).order(ByteOrder.BIG_ENDIAN).getInt() != FILE_CODE) {
      throw new UnreadableFile("the .shp file does not begin like one");
    }
    long said = Integer.toUnsignedLong(main.at(24, 4).order(ByteOrder.BIG_ENDIAN).getInt()) * 2;
    if (said > main.size()) {
      throw new UnreadableFile(
          "the .shp file breaks off: it should have %d bytes, and has %d"
              .formatted(said, main.size()));
    }
    return said < HEADER ? main.size() : said;
  }

  private static @Nullable BlockFile usable(Path shx) throws IOException {
    BlockFile index = new BlockFile(shx);
    boolean whole =
        index.has(0, HEADER)
            && index.at(0, HEADER).order(ByteOrder.BIG_ENDIAN).getInt() == FILE_CODE
            && (index.size() - HEADER) % 8 == 0;
    if (!whole) {
      index.close();
      return null;
    }
    return index;
  }
}
