package org.citygrid.ogc.features;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameter `datetime`: an instant, a day, or a period that may be open at one end.
///
/// @param from first instant; none where it is open
/// @param to last instant, itself included; none where it is open
record Period(@Nullable Instant from, @Nullable Instant to) {

  static Optional<Period> read(String text, ZoneId zone) {
    String[] ends = text.split("/", -1);
    if (ends.length > 2) {
      return Optional.empty();
    }
    try {
      Instant from = end(ends[0], zone, true);
      Instant to = end(ends[ends.length - 1], zone, false);
      boolean open = from == null && to == null;
      boolean backwards = from != null && to != null && from.isAfter(to);
      return open || backwards ? Optional.empty() : Optional.of(new Period(from, to));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private static @Nullable Instant end(String text, ZoneId zone, boolean begins) {
    if (text.isEmpty() || text.equals("..")) {
      return null;
    }
    if (text.length() == "2026-11-23".length()) {
      LocalDate day = LocalDate.parse(text);
      return begins
          ? day.atStartOfDay(zone).toInstant()
          : day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1000);
    }
    return OffsetDateTime.parse(text).toInstant();
  }
}
