package org.citygrid.dispatch.calendar;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.citygrid.dispatch.deadline.Deadlines;
import org.citygrid.platform.setting.TownClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The town's working calendar, held in memory. It looks every second whether any process has
/// changed it; the process that changed it, and whoever locks a case, sees the change at once.
@Component
public class TownCalendar implements Supplier<Deadlines> {
  private static final Logger LOG = LoggerFactory.getLogger(TownCalendar.class);

  private final CalendarTable table;
  private final TownClock clock;
  private volatile Held held;
  private boolean databaseAway;

  private record Held(CalendarContent content, Deadlines deadlines) {}

  TownCalendar(CalendarTable table, CalendarLoader loader, TownClock clock) {
    this.table = table;
    this.clock = clock;
    loader.load();
    this.held = read();
  }

  /// Deadlines by the calendar as it is now.
  @Override
  public Deadlines get() {
    return held.deadlines;
  }

  /// Sees to it that deadlines are laid by this revision or a later one.
  public void atLeast(long revision) {
    if (held.deadlines.revision() < revision) {
      refresh();
    }
  }

  CalendarContent content() {
    return held.content;
  }

  /// Reads the calendar again if it was changed.
  synchronized void refresh() {
    if (table.revision() != held.deadlines.revision()) {
      held = read();
      LOG.info("the calendar is now at revision {}", held.deadlines.revision());
    }
  }

  @Scheduled(fixedDelayString = "${citygrid.dispatch.follow:PT1S}")
  void follow() {
    try {
      refresh();
      databaseAway = false;
    } catch (DataAccessException | TransactionException away) {
      if (!databaseAway) {
        LOG.warn("cannot see whether the calendar changed: {}", away.getMessage());
      }
      databaseAway = true;
    }
  }

  /// One change of the calendar, as running clocks are laid anew by it.
  record Turn(Instant at, Deadlines before, Deadlines after) {}

  /// The changes since the calendar had this revision, in order. Clocks of the time before changes
  /// were noted (revision 0) count as laid by the first calendar that was.
  List<Turn> turnsSince(long revision) {
    NavigableMap<Long, Turn> turns = new TreeMap<>();
    Deadlines before = null;
    for (var past : table.since(revision)) {
      var after = deadlines(past.content(), past.revision());
      if (past.revision() > revision) {
        turns.put(
            past.revision(), new Turn(past.changedAt(), before == null ? after : before, after));
      }
      before = after;
    }
    return List.copyOf(turns.values());
  }

  Deadlines deadlines(CalendarContent content, long revision) {
    return new Deadlines(content.calendar(clock.zone()), revision);
  }

  private Held read() {
    var current = table.current();
    return new Held(current.content(), deadlines(current.content(), current.revision()));
  }
}
