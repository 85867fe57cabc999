package org.citygrid.data.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Names as UUIDs (RFC 9562, version 5): the same row always has the same key.
final class Uuid5 {

  private static final UUID REPLAY = UUID.fromString("6f1f0c1e-2f0a-4c55-9c7f-52b1b0a7c001");

  private Uuid5() {}

  static UUID of(String name) {
    return of(REPLAY, name);
  }

  static UUID of(UUID space, String name) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(space.getMostSignificantBits())
              .putLong(space.getLeastSignificantBits())
              .array());
      var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
      long high = hash.getLong() & 0xffffffffffff0fffL | 0x5000L;
      long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
