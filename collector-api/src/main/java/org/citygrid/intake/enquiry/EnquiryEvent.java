package org.citygrid.intake.enquiry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.intake.form.PlainText;
import org.jspecify.annotations.Nullable;

/// One step of an enquiry, as far as intake reads it from `citygrid.enquiry-events.v1`.
///
/// @param unitCode the unit that has it after this step
record EnquiryEvent(
    @Nullable UUID enquiryId,
    @Nullable String number,
    @Nullable Integer seq,
    @Nullable String act,
    @Nullable String to,
    @Nullable Instant at,
    @Nullable Instant dueAt,
    @Nullable String publicNote,
    @Nullable String reportReceipt,
    @Nullable String unitCode) {

  /// Says why this cannot be taken; empty when it can.
  Optional<String> flaw() {
    if (enquiryId == null || at == null || seq == null || seq < 1) {
      return Optional.of("enquiryId, at and a positive seq must be there");
    }
    if (to == null || EnquiryState.find(to).isEmpty()) {
      return Optional.of("to is not a known state");
    }
    if (act == null || !isPlain(act, 64) || number == null || !isPlain(number, 64)) {
      return Optional.of("act and number must be there and short");
    }
    return isPlain(publicNote, 10_000) && isPlain(reportReceipt, 64) && isPlain(unitCode, 64)
        ? Optional.empty()
        : Optional.of("publicNote, reportReceipt or unitCode is no plain text");
  }

  private static boolean isPlain(@Nullable String text, int most) {
    return text == null || PlainText.findFault(text, most, true) == null;
  }
}
