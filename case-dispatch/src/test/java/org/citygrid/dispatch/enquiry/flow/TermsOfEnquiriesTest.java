package org.citygrid.dispatch.enquiry.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.deadline.Deadlines;
import org.citygrid.dispatch.deadline.WorkCalendar;
import org.citygrid.dispatch.deadline.WorkHours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Work days of eight hours, 8 to 12 and 14 to 18; 80 % of them press.
class TermsOfEnquiriesTest {
  private static final ZoneId TOWN = ZoneId.of("Asia/Shanghai");
  private static final Deadlines DEADLINES =
      new Deadlines(new WorkCalendar(TOWN, List.of(WorkHours.usual()), Map.of()));
  private static final Limits LIMITS = new Limits(3, 1, 5, 15);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # kind,    came on a,              presses from,     due
          HELP,       2026-11-25T09:00,       2026-11-25T17:24, 2026-11-26T09:00
          CONSULT,    2026-11-25T10:00,       2026-11-27T15:12, 2026-11-30T10:00
          # asked on a Saturday night: the term begins on Monday
          CONSULT,    2026-11-28T23:00,       2026-12-02T11:12, 2026-12-02T18:00
          COMPLAINT,  2026-11-23T08:00,       2026-11-26T18:00, 2026-11-27T18:00
          SUGGESTION, 2026-11-02T08:00,       2026-11-17T18:00, 2026-11-20T18:00
          """)
  void are_counted_in_work_days_of_the_town(
      Kind kind, LocalDateTime came, LocalDateTime warn, LocalDateTime due) {
    var term = LIMITS.term(kind, came.atZone(TOWN).toInstant(), DEADLINES);

    assertThat(LocalDateTime.ofInstant(term.warnAt(), TOWN)).isEqualTo(warn);
    assertThat(LocalDateTime.ofInstant(term.dueAt(), TOWN)).isEqualTo(due);
  }
}
