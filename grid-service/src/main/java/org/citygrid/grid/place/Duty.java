package org.citygrid.grid.place;

import java.time.Instant;
import org.citygrid.grid.DutyGridCode;
import org.jspecify.annotations.Nullable;

/// Who walks a duty grid, and when.
///
/// @param to null until further notice
/// @param reason of a stand-in, such as leave; null when none was given
public record Duty(
    long id,
    DutyGridCode grid,
    String userName,
    boolean standIn,
    Instant from,
    @Nullable Instant to,
    @Nullable String reason) {
  /// From its first instant up to, but not at, its last.
  public boolean covers(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }
}
