package org.citygrid.dispatch.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The weekly pattern and the daily work periods that hold from a date on.
public record WorkHours(LocalDate validFrom, Set<DayOfWeek> days, List<WorkPeriod> periods) {

  public WorkHours {
    days = Set.copyOf(days);
    periods = periods.stream().sorted(Comparator.comparing(WorkPeriod::from)).toList();
    if (periods.isEmpty() || days.isEmpty()) {
      throw new IllegalArgumentException("Work hours from " + validFrom + " name no work at all");
    }
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i).from().isBefore(periods.get(i - 1).to())) {
        throw new IllegalArgumentException("Work periods from " + validFrom + " overlap");
      }
    }
  }

  /// Monday to Friday, 08:00 to 12:00 and 14:00 to 18:00: eight hours a day.
  public static WorkHours usual() {
    return new WorkHours(
        LocalDate.EPOCH,
        Set.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY),
        List.of(
            new WorkPeriod(LocalTime.of(8, 0), LocalTime.NOON),
            new WorkPeriod(LocalTime.of(14, 0), LocalTime.of(18, 0))));
  }

  /// How long one whole work day is.
  public Duration dayLength() {
    return periods.stream().map(WorkPeriod::length).reduce(Duration.ZERO, Duration::plus);
  }
}
