package org.citygrid.dispatch.figure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Queries that are long enough for a page of their own.
final class Prose {
  private Prose() {}

  static String read(String file) {
    try (var in = requireNonNull(Prose.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
