package org.citygrid.dispatch.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Kind;
import org.jspecify.annotations.Nullable;

/// A report as intake puts it on `citygrid.reports.v1`. Fields that are not named here are for
/// others. Everything may be missing: what comes from a topic is checked, not believed.
///
/// @param reporter user name, of collectors only
/// @param follows the report whose case it follows instead of becoming one
record Report(
    @Nullable UUID reportId,
    @Nullable String receipt,
    @Nullable String kind,
    @Nullable String classCode,
    @Nullable String conditionId,
    @Nullable String componentCode,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String description,
    @Nullable Instant observedAt,
    @Nullable Instant receivedAt,
    @Nullable String channel,
    @Nullable String source,
    @Nullable String reporter,
    @Nullable Boolean wantsReply,
    @Nullable List<String> photoIds,
    @Nullable String divisionCode,
    @Nullable String cellCode,
    @Nullable String dutyGridCode,
    @Nullable Boolean selfHandled,
    @Nullable UUID follows) {

  private static final Set<String> SOURCES = Set.of("collector", "public", "higher");

  /// Why this report cannot become a case; empty when it can.
  Optional<String> flaw(Catalogue catalogue) {
    if (reportId == null || receipt == null || observedAt == null || receivedAt == null) {
      return Optional.of("reportId, receipt, observedAt and receivedAt must be there");
    }
    if (lon == null || lat == null || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
      return Optional.of("lon and lat must be degrees");
    }
    if (source == null || !SOURCES.contains(source)) {
      return Optional.of("source must be one of " + SOURCES);
    }
    if (kind == null
        || classCode == null
        || Kind.find(kind).flatMap(k -> catalogue.findClass(k, classCode)).isEmpty()) {
      return Optional.of("unknown class %s %s".formatted(kind, classCode));
    }
    return Optional.empty();
  }
}
