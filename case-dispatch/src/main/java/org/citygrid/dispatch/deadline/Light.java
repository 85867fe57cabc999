package org.citygrid.dispatch.deadline;

import java.time.Instant;

/// Up to 80 % of the limit green, up to 100 % yellow, beyond that red.
public enum Light {
  GREEN,
  YELLOW,
  RED;

  /// The light at a moment.
  ///
  /// @param warnAt when 80 % are used up
  /// @param dueAt when all is used up
  public static Light at(Instant now, Instant warnAt, Instant dueAt) {
    if (now.isAfter(dueAt)) {
      return RED;
    }
    return now.isAfter(warnAt) ? YELLOW : GREEN;
  }
}
