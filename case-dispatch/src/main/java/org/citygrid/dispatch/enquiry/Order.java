package org.citygrid.dispatch.enquiry;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.citygrid.dispatch.enquiry.flow.Act;
import org.citygrid.dispatch.enquiry.flow.Need;
import org.citygrid.dispatch.workflow.Doer;
import org.jspecify.annotations.Nullable;

/// Something somebody wants to do to an enquiry, with what they give along.
///
/// @param until when the unit is asked to answer
record Order(
    Act act,
    Doer doer,
    Instant at,
    @Nullable String answer,
    @Nullable String opinion,
    @Nullable String unitCode,
    @Nullable Instant until,
    @Nullable String reportReceipt) {

  static Order bySystem(Act act, Instant at, @Nullable String opinion) {
    return new Order(act, Doer.SYSTEM, at, null, opinion, null, null, null);
  }

  Set<Need> given() {
    Set<Need> given = EnumSet.noneOf(Need.class);
    note(given, Need.REPLY, answer);
    note(given, Need.OPINION, opinion);
    note(given, Need.UNIT, unitCode);
    note(given, Need.REPORT, reportReceipt);
    return given;
  }

  private static void note(Set<Need> given, Need need, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      given.add(need);
    }
  }
}
