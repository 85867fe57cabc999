package org.citygrid.dispatch.figure;

import static org.citygrid.dispatch.figure.Measure.*;

import org.jspecify.annotations.Nullable;

/// How a case stands towards its deadline. It counts on days that no act may fall on: as due on the
/// day of its deadline, as handled or closed of what was due on the later of both days.
///
/// @param unit the department that holds or last held it
/// @param handledDay when its result was first handed in
/// @param closedLate whether the result that was closed had come after the limit
record Standing(
    @Nullable Integer dueDay,
    @Nullable String unit,
    @Nullable Integer handledDay,
    boolean handledLate,
    @Nullable Integer closedDay,
    boolean closedLate,
    boolean suspended) {

  static final Standing NOWHERE = new Standing(null, null, null, false, null, false, false);

  /// Told each thing that it counts as.
  interface Counter {
    void count(Measure measure, int day, @Nullable String unit);
  }

  void tell(Counter counter) {
    if (dueDay == null) {
      return;
    }
    counter.count(DUE, dueDay, unit);
    if (suspended) {
      counter.count(DUE_SUSPENDED, dueDay, unit);
    }
    both(DUE_HANDLED, DUE_HANDLED_ON_TIME, dueDay, handledDay, handledLate, counter);
    both(DUE_CLOSED, DUE_CLOSED_ON_TIME, dueDay, closedDay, closedLate, counter);
  }

  private void both(
      Measure all, Measure onTime, int due, @Nullable Integer done, boolean late, Counter counter) {
    if (done == null) {
      return;
    }
    int day = Math.max(due, done);
    counter.count(all, day, unit);
    if (!late) {
      counter.count(onTime, day, unit);
    }
  }
}
