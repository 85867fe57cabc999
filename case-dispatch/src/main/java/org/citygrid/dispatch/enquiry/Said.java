package org.citygrid.dispatch.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.dispatch.enquiry.flow.Kind;
import org.jspecify.annotations.Nullable;

/// What a citizen said, as on `citygrid.enquiries.v1`: first what they ask, later how they rate the
/// answer.
///
/// @param said `ASKED` or `RATED`
/// @param satisfied of a rating, as said or as the stars say
record Said(
    @Nullable UUID enquiryId,
    @Nullable String said,
    @Nullable Instant at,
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

  /// How an answer of the past was liked.
  static Said rated(PastAct past) {
    return new Said(
        past.enquiryId(),
        "RATED",
        past.at(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        past.stars(),
        past.isSatisfied(),
        past.opinion());
  }

  boolean isAsked() {
    return "ASKED".equals(said);
  }

  Optional<String> flaw() {
    if (enquiryId == null || at == null) {
      return Optional.of("enquiryId and at must be there");
    }
    if (isAsked()) {
      return askedFlaw();
    }
    if (!"RATED".equals(said)) {
      return Optional.of("%s is neither ASKED nor RATED".formatted(said));
    }
    boolean countable = stars == null || (stars >= 1 && stars <= 5);
    return satisfied != null && countable && isPlain(words)
        ? Optional.empty()
        : Optional.of("a rating says satisfied, and stars from 1 to 5 if any");
  }

  private Optional<String> askedFlaw() {
    if (kind == null || Kind.find(kind).isEmpty()) {
      return Optional.of("%s is no kind of enquiry".formatted(kind));
    }
    if (channel == null || text == null || divisionCode == null || !isPlain(text)) {
      return Optional.of("channel, text and divisionCode must be there and readable");
    }
    return (lon == null) == (lat == null)
        ? Optional.empty()
        : Optional.of("lon and lat belong together");
  }

  private static boolean isPlain(@Nullable String text) {
    return text == null || text.indexOf('\0') < 0;
  }
}
