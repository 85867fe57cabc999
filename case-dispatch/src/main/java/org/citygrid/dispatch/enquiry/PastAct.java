package org.citygrid.dispatch.enquiry;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.citygrid.dispatch.enquiry.flow.Act;
import org.citygrid.dispatch.past.PastLines;
import org.citygrid.dispatch.workflow.Post;
import org.jspecify.annotations.Nullable;

/// One line of a town's past: what was done about which enquiry, and when.
///
/// @param action `RATE` says how its asker liked the answer, whatever that sets in motion
/// @param role not needed of a rating
/// @param unitCode of `FORWARD` the unit it goes to; else the actor's own
record PastAct(
    @Nullable UUID enquiryId,
    @Nullable String action,
    @Nullable Instant at,
    @Nullable String actor,
    @Nullable String role,
    @Nullable String answer,
    @Nullable String opinion,
    @Nullable String unitCode,
    @Nullable Instant until,
    @Nullable String reportReceipt,
    @Nullable Integer stars,
    @Nullable Boolean satisfied)
    implements PastLines.Checked {

  private static final int SATISFIED_FROM = 3;

  boolean isRating() {
    return Act.RATE.name().equals(action);
  }

  /// As said, or as the stars say.
  boolean isSatisfied() {
    return requireNonNullElse(satisfied, stars != null && stars >= SATISFIED_FROM);
  }

  /// Why this line cannot be an act at all; null when it can.
  @Override
  public @Nullable String flaw() {
    if (enquiryId == null || action == null || at == null) {
      return "enquiryId, action and at must be there";
    }
    if (isRating()) {
      boolean countable = stars == null || (stars >= 1 && stars <= 5);
      return countable && (stars != null || satisfied != null)
          ? null
          : "a rating says satisfied, or stars from 1 to 5";
    }
    if (actor == null || role == null) {
      return "actor and role must be there";
    }
    try {
      Act.valueOf(action);
      Post.valueOf(role.toUpperCase(Locale.ROOT));
      return null;
    } catch (IllegalArgumentException unknown) {
      return "unknown action or role: " + action + ", " + role;
    }
  }
}
