package org.citygrid.dispatch.desk;

import java.time.Instant;
import java.util.UUID;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// A case as lists show it.
///
/// @param dutyGridNumber what people call the duty grid by
/// @param minutesLeft wall-clock minutes to the deadline while the clock runs, negative when late
/// @param stageDueAt until when the stage in hand may last; null where it has no limit of its own
/// @param escalated sent back so often that the shift leader decides who handles it
/// @param reports how many reported it, duplicates included
/// @param suspectedDuplicateOf number of an earlier case it looks like
/// @param myTurn whether the reader is the one who must act next
record CaseSummary(
    String number,
    UUID id,
    String state,
    String kind,
    String classCode,
    @Nullable LocalText className,
    @Nullable String conditionId,
    @Nullable LocalText conditionWords,
    String description,
    double lon,
    double lat,
    String divisionCode,
    @Nullable String cellCode,
    @Nullable String dutyGridCode,
    @Nullable Integer dutyGridNumber,
    @Nullable String componentCode,
    String source,
    String channel,
    @Nullable UnitName unit,
    @Nullable Worker worker,
    Instant reportedAt,
    @Nullable Instant filedAt,
    @Nullable Instant dispatchedAt,
    @Nullable Instant dueAt,
    @Nullable Instant handledAt,
    @Nullable Instant closedAt,
    String light,
    @Nullable Long minutesLeft,
    @Nullable Instant stageDueAt,
    @Nullable Boolean escalated,
    boolean late,
    int rework,
    int reports,
    @Nullable String suspectedDuplicateOf,
    @Nullable String request,
    int version,
    boolean myTurn) {

  /// Who does the work for the department.
  ///
  /// @param doneAt when they told that it is done
  record Worker(String userName, String displayName, @Nullable Instant doneAt) {}
}
