package org.citygrid.dispatch.evaluation.scheme;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A period of evaluation, in days of the town.
///
/// @param code `2026-10-05`, `2026-W41`, `2026-10`, `2026-Q4`, `2026`; null for any other range
/// @param to last day
/// @param today where the period is still running, what lies after today is not counted
public record Period(@Nullable String code, LocalDate from, LocalDate to, LocalDate today) {
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final double DAYS_A_MONTH = 365.25 / 12;
  private static final int MONTHS_A_QUARTER = 3;

  /// Empty for what is no period.
  public static Optional<Period> read(String code, LocalDate today) {
    try {
      return Optional.of(parse(code, today));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Period parse(String code, LocalDate today) {
    var week = WEEK.matcher(code);
    if (week.matches()) {
      int number = Integer.parseInt(week.group(2));
      var monday =
          LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
              .with(WeekFields.ISO.weekOfWeekBasedYear(), number)
              .with(WeekFields.ISO.dayOfWeek(), 1);
      return new Period(code, monday, monday.plusDays(6), today);
    }
    var quarter = QUARTER.matcher(code);
    if (quarter.matches()) {
      int first = (Integer.parseInt(quarter.group(2)) - 1) * MONTHS_A_QUARTER + 1;
      var start = LocalDate.of(Integer.parseInt(quarter.group(1)), first, 1);
      return new Period(code, start, start.plusMonths(MONTHS_A_QUARTER).minusDays(1), today);
    }
    if (code.length() == 4) {
      var start = LocalDate.of(Integer.parseInt(code), 1, 1);
      return new Period(code, start, start.plusYears(1).minusDays(1), today);
    }
    if (code.length() == 7) {
      var month = YearMonth.parse(code);
      return new Period(code, month.atDay(1), month.atEndOfMonth(), today);
    }
    var day = LocalDate.parse(code);
    return new Period(code, day, day, today);
  }

  /// Any days.
  public static Period between(LocalDate from, LocalDate to, LocalDate today) {
    return new Period(null, from, to, today);
  }

  public boolean isRunning() {
    return !to.isBefore(today);
  }

  /// The last day that is counted.
  public LocalDate through() {
    if (!isRunning()) {
      return to;
    }
    return from.isAfter(today) ? from : today;
  }

  /// The last of its days that is over.
  public LocalDate lastPast() {
    return to.isBefore(today) ? to : today.minusDays(1);
  }

  /// How many months it has lasted: a month, a quarter and a year are one, three and twelve.
  public double months() {
    if (!isRunning() && from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1) {
      return ChronoUnit.MONTHS.between(from, to.plusDays(1));
    }
    return (ChronoUnit.DAYS.between(from, through()) + 1) / DAYS_A_MONTH;
  }

  /// The period of the same kind before it; for any other range as many days.
  public Period before() {
    var last = from.minusDays(1);
    if (code == null) {
      return between(from.minusDays(ChronoUnit.DAYS.between(from, to) + 1), last, today);
    }
    return parse(codeOf(last), today);
  }

  private String codeOf(LocalDate day) {
    var own = java.util.Objects.requireNonNull(code);
    if (own.contains("W")) {
      return "%d-W%02d"
          .formatted(
              day.get(WeekFields.ISO.weekBasedYear()),
              day.get(WeekFields.ISO.weekOfWeekBasedYear()));
    }
    if (own.contains("Q")) {
      return "%d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }
    return switch (own.length()) {
      case 4 -> Integer.toString(day.getYear());
      case 7 -> YearMonth.from(day).toString();
      default -> day.toString();
    };
  }
}
