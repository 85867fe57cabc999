package org.citygrid.grid.place;

import java.time.Instant;
import org.citygrid.grid.DutyGridCode;
import org.jspecify.annotations.Nullable;

/// Who walks a duty grid, and when.
///
/// @param to null until further notice
public record Duty(
    DutyGridCode grid, String userName, boolean standIn, Instant from, @Nullable Instant to) {
  boolean covers(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }
}
