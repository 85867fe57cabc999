package org.citygrid.data.day;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// What the simulator has done since the last line.
final class Figures {

  final LongAdder field = new LongAdder();
  final LongAdder citizens = new LongAdder();
  final LongAdder enquiries = new LongAdder();
  final LongAdder acts = new LongAdder();
  final LongAdder tasks = new LongAdder();
  final LongAdder refusals = new LongAdder();
  private volatile @Nullable String lastRefusal;

  void refused(String why) {
    refusals.increment();
    lastRefusal = why;
  }

  /// One line, and starts to count anew.
  String line() {
    String why = lastRefusal;
    lastRefusal = null;
    return String.format(
            Locale.ROOT,
            "reports %d (field %d, citizens %d), requests %d, steps %d, tasks answered %d, refused %d",
            field.sum() + citizens.sum(),
            field.sumThenReset(),
            citizens.sumThenReset(),
            enquiries.sumThenReset(),
            acts.sumThenReset(),
            tasks.sumThenReset(),
            refusals.sumThenReset())
        + (why == null ? "" : " (last: " + why + ")");
  }
}
