package org.citygrid.dispatch.casefile;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Time-ordered identifiers (UUIDv7, RFC 9562): new rows lie beside each other in the indexes.
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next(Instant at) {
    long high = (at.toEpochMilli() << 16) | 0x7000 | (RANDOM.nextInt() & 0x0fff);
    long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
