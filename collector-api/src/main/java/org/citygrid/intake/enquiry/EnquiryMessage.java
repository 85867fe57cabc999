package org.citygrid.intake.enquiry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citygrid.platform.message.Message;
import org.citygrid.platform.message.Topics;
import org.jspecify.annotations.Nullable;

/// What the house is told: what was asked, and later how the answer was liked; never by whom.
record EnquiryMessage(
    UUID enquiryId,
    String said,
    Instant at,
    @Nullable String kind,
    @Nullable String channel,
    @Nullable String registeredBy,
    @Nullable String text,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String divisionCode,
    @Nullable String dutyGridCode,
    @Nullable List<String> photoIds,
    @Nullable Integer stars,
    @Nullable Boolean satisfied,
    @Nullable String words) {

  static Message of(Asked asked) {
    var payload =
        new EnquiryMessage(
            asked.enquiryId(),
            "ASKED",
            asked.receivedAt(),
            asked.kind(),
            asked.channel(),
            asked.registeredBy(),
            asked.text(),
            asked.lon(),
            asked.lat(),
            asked.divisionCode(),
            asked.dutyGridCode(),
            asked.photoIds(),
            null,
            null,
            null);
    return message(asked.enquiryId(), "org.citygrid.enquiry.accepted.v1", payload);
  }

  static Message of(Rating rating) {
    var payload =
        new EnquiryMessage(
            rating.enquiryId(),
            "RATED",
            rating.ratedAt(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            rating.stars(),
            rating.satisfied(),
            rating.words());
    UUID id =
        UUID.nameUUIDFromBytes((rating.enquiryId() + " rated").getBytes(StandardCharsets.US_ASCII));
    return message(id, "org.citygrid.enquiry.rated.v1", payload);
  }

  private static Message message(UUID id, String type, EnquiryMessage payload) {
    return new Message(
        id, Topics.ENQUIRIES, payload.enquiryId().toString(), type, payload.at(), payload);
  }
}
