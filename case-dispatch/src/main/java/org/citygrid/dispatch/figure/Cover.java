package org.citygrid.dispatch.figure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Days covered by as few spans as possible: whole years, then whole months, then days; a month of
/// which most is wanted is taken whole and its other days are taken away again. All without a
/// database.
public final class Cover {
  /// Long before the first case.
  public static final LocalDate EVER = LocalDate.of(1900, 1, 1);

  private static final int FEW_MONTHS = 6;
  private static final int HALF_A_MONTH = 15;

  private Cover() {}

  /// Spans of one length that lie side by side.
  ///
  /// @param span `day`, `month` or `year`
  /// @param until the first day that is no longer meant
  /// @param sign 1, or -1 for what was too much
  public record Piece(String span, LocalDate from, LocalDate until, int sign) {}

  /// The days from `from` to before `until`; none where these cross.
  public static List<Piece> of(LocalDate from, LocalDate until) {
    var pieces = new ArrayList<Piece>();
    if (!from.isAfter(EVER)) {
      upTo(until, pieces);
      return pieces;
    }
    var firstMonth = nearestMonth(from);
    var lastMonth = nearestMonth(until);
    if (!firstMonth.isBefore(lastMonth)) {
      add("day", from, until, 1, pieces);
      return pieces;
    }
    edge(from, firstMonth, 1, pieces);
    months(firstMonth, lastMonth, pieces);
    edge(until, lastMonth, -1, pieces);
    return pieces;
  }

  private static void months(LocalDate from, LocalDate until, List<Piece> pieces) {
    var firstYear = from.getDayOfYear() == 1 ? from : from.withDayOfYear(1).plusYears(1);
    var lastYear = nearestYear(until);
    if (firstYear.isAfter(lastYear)) {
      lastYear = until.withDayOfYear(1);
    }
    if (firstYear.isBefore(lastYear)) {
      add("month", from, firstYear, 1, pieces);
      add("year", firstYear, lastYear, 1, pieces);
      monthEdge(until, lastYear, pieces);
    } else {
      add("month", from, until, 1, pieces);
    }
  }

  private static void monthEdge(LocalDate until, LocalDate lastYear, List<Piece> pieces) {
    add("month", lastYear, until, 1, pieces);
    add("month", until, lastYear, -1, pieces);
  }

  /// Days between a day and the first of a month near it, counted in or taken away.
  private static void edge(LocalDate day, LocalDate month, int sign, List<Piece> pieces) {
    add("day", day, month, sign, pieces);
    add("day", month, day, -sign, pieces);
  }

  /// Everything before a day.
  private static void upTo(LocalDate until, List<Piece> pieces) {
    var month = nearestMonth(until);
    var year = nearestYear(month);
    add("year", EVER, year, 1, pieces);
    monthEdge(month, year, pieces);
    edge(until, month, -1, pieces);
  }

  private static LocalDate nearestMonth(LocalDate day) {
    var first = day.withDayOfMonth(1);
    return day.getDayOfMonth() > HALF_A_MONTH ? first.plusMonths(1) : first;
  }

  private static LocalDate nearestYear(LocalDate month) {
    var first = month.withDayOfYear(1);
    var next = first.plusYears(1);
    return ChronoUnit.MONTHS.between(month, next) < FEW_MONTHS ? next : first;
  }

  private static void add(
      String span, LocalDate from, LocalDate until, int sign, List<Piece> pieces) {
    if (from.isBefore(until)) {
      pieces.add(new Piece(span, from, until, sign));
    }
  }
}
