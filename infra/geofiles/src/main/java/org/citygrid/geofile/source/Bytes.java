package org.citygrid.geofile.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// The bytes of a file, unpacked when they are gzipped. Reading is counted in the file's own bytes.
public final class Bytes {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final String name;
  private final long size;
  private final boolean gzipped;
  private volatile long position;

  /// @param name as the sender calls it; a last `.gz` is taken off
  public Bytes(Path file, String name) throws IOException {
    this.file = file;
    this.size = Files.size(file);
    this.gzipped = isGzip(file);
    this.name =
        gzipped && name.toLowerCase(Locale.ROOT).endsWith(".gz")
            ? name.substring(0, name.length() - 3)
            : name;
  }

  public Path file() {
    return file;
  }

  public String name() {
    return name;
  }

  public boolean gzipped() {
    return gzipped;
  }

  /// Of the file as it lies there.
  public long size() {
    return size;
  }

  /// How many of the file's own bytes the stream that was opened last has taken.
  public long position() {
    return position;
  }

  /// Opens the bytes from the first on.
  public InputStream open() throws IOException {
    position = 0;
    InputStream counted = new Counted(Files.newInputStream(file));
    try {
      return gzipped
          ? new GZIPInputStream(counted, BUFFER)
          : new BufferedInputStream(counted, BUFFER);
    } catch (IOException broken) {
      counted.close();
      throw broken;
    }
  }

  /// The first bytes, at most `most`.
  public byte[] head(int most) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(most);
    }
  }

  /// Unpacks into `target`, and says so with its new size.
  public Bytes unpackedTo(Path target) throws IOException {
    try (InputStream in = open()) {
      UnpackLimit.copy(in, target, size);
    }
    return new Bytes(target, name);
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      return magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    }
  }

  private final class Counted extends FilterInputStream {
    private long taken;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
      long skipped = super.skip(wanted);
      count(skipped);
      return skipped;
    }

    private void count(long more) {
      taken += more;
      position = taken;
    }
  }
}
