package org.citygrid.dispatch.enquiry;

import java.time.Instant;
import java.util.UUID;
import org.citygrid.dispatch.deadline.Light;
import org.citygrid.dispatch.enquiry.flow.State;

/// An enquiry in hand.
record Enquiry(Question question, Progress progress) {
  UUID id() {
    return question.id();
  }

  State state() {
    return progress.state;
  }

  /// `green`, `yellow` or `red` while the citizen waits for an answer, else `none`.
  String light(Instant now) {
    return progress.state.isWaiting()
        ? Light.at(now, progress.warnAt, progress.dueAt).name().toLowerCase(java.util.Locale.ROOT)
        : "none";
  }
}
