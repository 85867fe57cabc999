package org.citygrid.dispatch.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// May 2026 in the town's zone: 1 to 5 May off, Saturday 9 May made up for.
final class Days {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Days() {}

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  static WorkCalendar may() {
    return new WorkCalendar(
        ZONE,
        List.of(WorkHours.usual()),
        Map.of(
            LocalDate.parse("2026-05-01"), false,
            LocalDate.parse("2026-05-04"), false,
            LocalDate.parse("2026-05-05"), false,
            LocalDate.parse("2026-05-09"), true));
  }

  static Deadlines mayDeadlines() {
    return new Deadlines(may());
  }
}
