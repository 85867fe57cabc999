package org.citygrid.data.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of the file, as far as it can be read. What cannot be read is null and sent without:
/// that CityGrid notices is part of the trial.
///
/// @param line of the file, the heading being 1
record Request(
    long line,
    String id,
    @Nullable Instant createdAt,
    String type,
    String description,
    @Nullable Double lon,
    @Nullable Double lat) {

  boolean hasPlace() {
    return lon != null && lat != null;
  }
}
