package org.citygrid.grid.map;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;

/// Reads the parameter `at`: a day of the town, meant as it ended, or an instant with its offset.
final class Days {
  private final FollowedGrids grids;
  private final TownClock clock;

  Days(FollowedGrids grids, TownClock clock) {
    this.grids = grids;
    this.clock = clock;
  }

  /// The land of then; of now when `at` is empty, today or later.
  Atlas atlas(String at) {
    return at.isEmpty() ? grids.atlas() : grids.atlasAt(instant(at));
  }

  /// Then; now when `at` is empty, today or later.
  Instant instant(String at) {
    Instant now = clock.instant();
    Instant then = at.isEmpty() ? now : read(at);
    return then.isBefore(now) ? then : now;
  }

  private Instant read(String at) {
    try {
      return at.contains("T")
          ? OffsetDateTime.parse(at).toInstant()
          : LocalDate.parse(at).plusDays(1).atStartOfDay(clock.zone()).toInstant().minusMillis(1);
    } catch (DateTimeException unreadable) {
      throw Problem.badRequest(
              "at", "must be a day such as 2026-01-31, or an instant with its offset")
          .asException();
    }
  }
}
