package org.citygrid.intake.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An accepted enquiry. The names are the columns of `intake.enquiry`.
record Asked(
    UUID enquiryId,
    String receipt,
    String contentHash,
    String kind,
    String channel,
    @Nullable String registeredBy,
    String text,
    @Nullable Double lon,
    @Nullable Double lat,
    String divisionCode,
    @Nullable String dutyGridCode,
    List<String> photoIds,
    Instant receivedAt,
    @Nullable String contactName,
    @Nullable String contactPhone,
    @Nullable String contactEmail) {
  @Override
  public String toString() {
    return "Asked[" + enquiryId + "]";
  }
}
