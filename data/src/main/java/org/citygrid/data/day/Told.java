package org.citygrid.data.day;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report of the history and everything that was done about it.
///
/// @param acts in the order of time
/// @param end the state the case is in after the last act
public record Told(Report report, List<Act> acts, String end) {

  /// @param source `collector`, `public` or `higher`
  /// @param reporter user name, collectors only
  public record Report(
      UUID id,
      String kind,
      String classCode,
      @Nullable String componentCode,
      Place place,
      double lon,
      double lat,
      String description,
      Instant observedAt,
      Instant receivedAt,
      String source,
      String channel,
      @Nullable String reporter,
      boolean selfHandled) {}

  /// @param to the state it leads to
  public record Act(
      String action,
      String to,
      Instant at,
      String actor,
      String role,
      @Nullable String opinion,
      @Nullable String unitCode,
      @Nullable String conditionId,
      @Nullable Instant until,
      @Nullable UUID masterReportId) {}

  public boolean handled() {
    return acts.stream().anyMatch(act -> act.action().equals("HAND_IN"));
  }
}
