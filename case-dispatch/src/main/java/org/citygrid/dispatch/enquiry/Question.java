package org.citygrid.dispatch.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citygrid.dispatch.enquiry.flow.Kind;
import org.jspecify.annotations.Nullable;

/// What was asked, when and by which way: never changed. The names are columns of `enquiry`.
record Question(
    UUID id,
    String number,
    String kind,
    String channel,
    String text,
    @Nullable Double lon,
    @Nullable Double lat,
    String divisionCode,
    @Nullable String dutyGridCode,
    List<String> photoIds,
    @Nullable String registeredBy,
    Instant receivedAt) {

  Kind what() {
    return Kind.find(kind).orElseThrow();
  }
}
