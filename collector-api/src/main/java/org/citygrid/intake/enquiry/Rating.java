package org.citygrid.intake.enquiry;

import java.time.Instant;
import java.util.UUID;
import org.citygrid.intake.form.JsonForm;
import org.jspecify.annotations.Nullable;

/// How the asker likes the answer.
///
/// @param stars 1 to 5; null when they only said yes or no
/// @param satisfied as said; of stars, three and more
record Rating(
    UUID enquiryId,
    @Nullable Integer stars,
    boolean satisfied,
    @Nullable String words,
    Instant ratedAt) {
  private static final int MAX_WORDS = 500;
  private static final int SATISFIED_FROM = 3;

  static Rating read(JsonForm form, UUID enquiryId, Instant now) {
    Double stars = form.number("stars");
    boolean said = !form.lacks("satisfied");
    boolean satisfied = form.flag("satisfied");
    if ((stars == null) != said) {
      form.wrong("stars", "or satisfied: give one of them");
    }
    if (stars != null && (stars < 1 || stars > 5 || stars != Math.rint(stars))) {
      form.wrong("stars", "must be 1, 2, 3, 4 or 5");
    }
    String words = form.lines("words", MAX_WORDS);
    form.finish();
    Integer whole = stars == null ? null : Integer.valueOf(stars.intValue());
    boolean good = whole == null ? satisfied : whole >= SATISFIED_FROM;
    return new Rating(enquiryId, whole, good, words, now);
  }
}
