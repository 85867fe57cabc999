package org.citygrid.dispatch.casefile;

/// Somebody else moved the case between our reading and our writing; nothing was stored.
public final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken(int expected, int written) {
    super(
        "%d of %d cases were moved by others; read them again"
            .formatted(expected - written, expected));
  }
}
