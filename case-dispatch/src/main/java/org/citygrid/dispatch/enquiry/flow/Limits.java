package org.citygrid.dispatch.enquiry.flow;

import java.time.Instant;
import org.citygrid.dispatch.deadline.ClockAccount;
import org.citygrid.dispatch.deadline.Deadlines;
import org.citygrid.dispatch.deadline.Limit;
import org.citygrid.dispatch.deadline.LimitUnit;

/// How long an answer may take, in work days of the town, by kind.
public record Limits(int consult, int help, int complaint, int suggestion) {

  /// Until when, and from when on it presses.
  ///
  /// @param warnAt when 80 % of the limit are used up
  public record Term(int days, Instant warnAt, Instant dueAt) {}

  public int days(Kind kind) {
    return switch (kind) {
      case CONSULT -> consult;
      case HELP -> help;
      case COMPLAINT -> complaint;
      case SUGGESTION -> suggestion;
    };
  }

  /// The term of an enquiry that came, or was reopened, at `start`.
  public Term term(Kind kind, Instant start, Deadlines deadlines) {
    ClockAccount clock =
        ClockAccount.start(new Limit(days(kind), LimitUnit.WORK_DAY), start, deadlines);
    return new Term(days(kind), clock.warnAt(), clock.dueAt());
  }
}
