package org.citygrid.asset.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A tile as it is sent. Its tag is made from its content: it stays the same in every process, and
/// when a change elsewhere made the server draw it again.
final class DrawnTile {
  /// A tile packs as small at this level as at the usual one, give or take a tenth, in half the
  /// time.
  private static final int PACKING = 3;

  private final byte[] bytes;
  private final String tag;
  private volatile long revision;
  private volatile byte @Nullable [] packed;

  DrawnTile(byte[] bytes, long revision) {
    this.bytes = bytes;
    this.revision = revision;
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    this.tag = "W/\"%x-%x\"".formatted(sum.getValue(), bytes.length);
  }

  String tag() {
    return tag;
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  byte[] plain() {
    return bytes;
  }

  /// With gzip; packed when it is first asked for.
  byte[] packed() {
    byte[] known = packed;
    if (known == null) {
      known = pack(bytes);
      packed = known;
    }
    return known;
  }

  /// The revision of the register for which it is known to hold.
  long revision() {
    return revision;
  }

  void holdsFor(long later) {
    revision = later;
  }

  private static byte[] pack(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (var gzip = new Gzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out, 1 << 14);
      def.setLevel(PACKING);
    }
  }
}
