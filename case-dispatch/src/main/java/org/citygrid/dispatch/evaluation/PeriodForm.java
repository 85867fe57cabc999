package org.citygrid.dispatch.evaluation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Period;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/// Which objects over which days, as it is asked for.
record PeriodForm(
    @Nullable String of, @Nullable String period, @Nullable String from, @Nullable String to) {
  private static final int LONGEST_YEARS = 10;

  record Asked(ObjectKind kind, Period period) {}

  /// @throws org.citygrid.platform.problem.ProblemException (400) naming what cannot be understood
  Asked read(LocalDate today) {
    var wrong = new Violations();
    var kind = ObjectKind.find(of == null ? "" : of).orElse(null);
    wrong.require(
        kind != null,
        "of",
        "must be department, collector, acceptor, leader, dispatcher, grid, cell, community or town");
    var days = from != null || to != null ? range(today, wrong) : code(today, wrong);
    if (days != null) {
      wrong.require(
          !days.from().isAfter(today), days.code() == null ? "from" : "period", "has not begun");
    }
    wrong.throwIfAny();
    return new Asked(
        java.util.Objects.requireNonNull(kind), java.util.Objects.requireNonNull(days));
  }

  private @Nullable Period code(LocalDate today, Violations wrong) {
    var code = period == null || period.isBlank() ? today.toString().substring(0, 7) : period;
    var found = Period.read(code, today).orElse(null);
    wrong.require(
        found != null, "period", "must be such as 2026-10-05, 2026-W41, 2026-10, 2026-Q4 or 2026");
    return found;
  }

  private @Nullable Period range(LocalDate today, Violations wrong) {
    var first = day(from, "from", wrong);
    var last = to == null ? today : day(to, "to", wrong);
    if (first == null || last == null) {
      return null;
    }
    wrong.require(!first.isAfter(last), "from", "must not be after to");
    wrong.require(
        ChronoUnit.YEARS.between(first, last) < LONGEST_YEARS, "from", "must be within ten years");
    return Period.between(first, last, today);
  }

  private static @Nullable LocalDate day(@Nullable String text, String field, Violations wrong) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException unreadable) {
      wrong.add(field, "must be a day such as 2026-10-05");
      return null;
    }
  }
}
