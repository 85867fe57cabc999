package org.citygrid.dispatch.evaluation.scheme;

import java.util.EnumMap;
import java.util.Map;
import org.citygrid.dispatch.figure.Measure;

/// The figures of one object that its counts are made of.
///
/// @param within what fell into the period
/// @param before everything earlier: what came in and has not gone out is still there
/// @param due everything until the end of the period, but no later than today: which deadlines of
///   suspended cases have come
/// @param past everything until the day before today or the end of the period, whichever is
///   earlier: which deadlines are over
/// @param suspendedOut suspended cases are taken out of what is to be handled and closed
public record Sums(
    Map<Measure, Long> within,
    Map<Measure, Long> before,
    Map<Measure, Long> due,
    Map<Measure, Long> past,
    boolean suspendedOut) {

  long of(Measure measure) {
    return within.getOrDefault(measure, 0L);
  }

  /// What came in within the period, and what had come in before and was still there.
  long toDo(Measure in, Measure out) {
    return of(in) + at(before, in) - at(before, out);
  }

  /// Deadlines that fall into the period, and older ones still open.
  long toSettle(Measure settled) {
    var suspended = suspendedOut ? at(due, Measure.DUE_SUSPENDED) : 0;
    return toDo(Measure.DUE, settled) - suspended;
  }

  /// Deadlines of days that are over, still open; a clock that stands still runs over nothing.
  long overdue() {
    return at(past, Measure.DUE) - at(past, Measure.DUE_HANDLED) - at(past, Measure.DUE_SUSPENDED);
  }

  private static long at(Map<Measure, Long> sums, Measure measure) {
    return sums.getOrDefault(measure, 0L);
  }

  /// Both together.
  public Sums plus(Sums other) {
    return new Sums(
        add(within, other.within),
        add(before, other.before),
        add(due, other.due),
        add(past, other.past),
        suspendedOut);
  }

  private static Map<Measure, Long> add(Map<Measure, Long> a, Map<Measure, Long> b) {
    var sum = new EnumMap<Measure, Long>(Measure.class);
    sum.putAll(a);
    b.forEach((measure, n) -> sum.merge(measure, n, Long::sum));
    return sum;
  }

  /// An object without any figure.
  public static Sums none(boolean suspendedOut) {
    return new Sums(Map.of(), Map.of(), Map.of(), Map.of(), suspendedOut);
  }
}
