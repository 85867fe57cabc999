package org.citygrid.dispatch.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a case came in with; none of it changes later. The names are the columns of `city_case`.
///
/// @param lon CGCS2000, degrees
/// @param source `collector`, `public` or `higher`
/// @param reporter user name of a collector; citizens are known to intake alone
/// @param proposedLine the line of the responsibility matrix that named the proposed unit
/// @param observedAt the reporter's own claim
/// @param reportedAt when intake took the report
public record Origin(
    UUID id,
    String number,
    String townCode,
    UUID reportId,
    String receipt,
    String kind,
    String classCode,
    @Nullable String componentCode,
    String description,
    double lon,
    double lat,
    String divisionCode,
    @Nullable String cellCode,
    @Nullable String dutyGridCode,
    String source,
    String channel,
    @Nullable String reporter,
    boolean wantsReply,
    List<String> photoIds,
    Instant observedAt,
    Instant reportedAt,
    @Nullable String proposedUnit,
    @Nullable String proposedWhy,
    @Nullable String proposedLine,
    @Nullable UUID suspectedId,
    @Nullable UUID reopenedFrom) {

  public boolean isPublic() {
    return source.equals("public");
  }

  /// Where its figures are counted: the duty grid, or the division where nobody walks.
  public String area() {
    return dutyGridCode == null ? divisionCode : dutyGridCode;
  }
}
