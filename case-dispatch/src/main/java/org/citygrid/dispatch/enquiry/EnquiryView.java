package org.citygrid.dispatch.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// An enquiry as the desk sees it; lists leave out history, offers and photos.
///
/// @param light `green`, `yellow` or `red` while an answer is awaited, else `none`
/// @param minutesLeft wall-clock minutes to the deadline while an answer is awaited, negative when
///   late
/// @param late answered, or ended without an answer, after the limit
/// @param myTurn whether the reader is the one who must act next
record EnquiryView(
    String number,
    UUID id,
    String state,
    LocalText stateWords,
    String kind,
    LocalText kindWords,
    String channel,
    String text,
    @Nullable Double lon,
    @Nullable Double lat,
    String divisionCode,
    @Nullable String dutyGridCode,
    Instant receivedAt,
    int limitDays,
    Instant dueAt,
    String light,
    @Nullable Long minutesLeft,
    boolean late,
    @Nullable UnitName unit,
    @Nullable Instant replyDue,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    @Nullable Instant closedAt,
    int reopened,
    @Nullable String reportReceipt,
    @Nullable Rating rating,
    int version,
    boolean myTurn,
    @Nullable String registeredBy,
    @Nullable List<String> photoIds,
    @Nullable List<HistoryLine> history,
    @Nullable List<Offer> actions) {

  record Rating(@Nullable Integer stars, boolean satisfied, @Nullable String words, Instant at) {}

  record Who(String userName, String displayName, String role) {}

  record HistoryLine(
      int seq,
      String action,
      LocalText actionWords,
      @Nullable String from,
      String to,
      Instant at,
      Who actor,
      @Nullable String opinion,
      @Nullable LocalText receiver,
      @Nullable Instant replyDue,
      @Nullable String reportReceipt,
      @Nullable Long minutesUsed,
      @Nullable Boolean late) {}

  /// @param needs what must be given; with `?` what may be
  record Offer(
      String action, LocalText words, String key, List<String> needs, @Nullable Boolean primary) {}
}
