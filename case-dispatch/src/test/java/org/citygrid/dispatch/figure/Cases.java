package org.citygrid.dispatch.figure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Cases of one class in one cell.
final class Cases {
  private Cases() {}

  /// @param spot where in the cell
  static Whose at(String spot, String source, @Nullable String reporter) {
    return new Whose(
        UUID.randomUUID(),
        "440605123",
        "440605123001",
        "grid",
        "cell",
        source,
        "event-0101",
        spot,
        reporter);
  }
}
