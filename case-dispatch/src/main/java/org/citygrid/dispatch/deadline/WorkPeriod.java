package org.citygrid.dispatch.deadline;

import java.time.Duration;
import java.time.LocalTime;

/// A stretch of work within one day, for example 08:00 to 12:00; the end is not part of it.
public record WorkPeriod(LocalTime from, LocalTime to) {

  public WorkPeriod {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A work period must end after " + from + ", not at " + to);
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
