package org.citygrid.platform.setting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/// The time in the town: one source of now, and the zone in which days begin and end.
public record TownClock(InstantSource source, ZoneId zone) implements InstantSource {
  @Override
  public Instant instant() {
    return source.instant();
  }

  /// Today's date in the town.
  public LocalDate today() {
    return dateOf(instant());
  }

  /// The town's date at that instant.
  public LocalDate dateOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}
