package org.citygrid.dispatch.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A move as the rest of the house hears of it, on `citygrid.case-events.v1`. `seq` is the case's
/// version: an older one than already seen is to be ignored.
///
/// @param actorRole the post it was done in
/// @param task on the move that sends a collector out
/// @param publicNote what the reporter may read about it, if anything
/// @param masterId on a link: the case it goes on in
/// @param masterReportId on a link: the report that case began with
/// @param reopenedFrom on the first move of a reopened case: the one it takes up again
public record CaseEvent(
    UUID eventId,
    UUID caseId,
    String caseNumber,
    int seq,
    String action,
    String from,
    String to,
    Instant at,
    String actor,
    String actorRole,
    @Nullable String opinion,
    @Nullable String receiver,
    UUID reportId,
    String receipt,
    String divisionCode,
    @Nullable String dutyGridCode,
    @Nullable String cellCode,
    String kind,
    String classCode,
    double lon,
    double lat,
    String light,
    @Nullable Instant dueAt,
    @Nullable String unitCode,
    @Nullable Boolean late,
    List<String> photoIds,
    @Nullable Task task,
    @Nullable String publicNote,
    @Nullable UUID masterId,
    @Nullable UUID masterReportId,
    @Nullable UUID reopenedFrom) {

  /// CloudEvents type of every move.
  public static final String TYPE = "org.citygrid.case.moved.v1";

  /// What a collector is sent out for.
  ///
  /// @param collector who is to go; null when nobody is on duty there
  public record Task(
      UUID taskId, String kind, @Nullable String collector, Instant dueAt, String words) {}
}
