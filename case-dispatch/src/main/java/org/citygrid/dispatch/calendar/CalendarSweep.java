package org.citygrid.dispatch.calendar;

import org.citygrid.platform.role.OnRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Looks every few seconds for clocks that still lie by an older calendar: whoever changed it may
/// have died on the way, and an act may have been carried out while it changed. Any number of
/// processes may do so side by side.
@Component
@OnRole("dispatch")
final class CalendarSweep {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarSweep.class);

  private final Relaying relaying;

  CalendarSweep(Relaying relaying) {
    this.relaying = relaying;
  }

  @Scheduled(fixedDelayString = "${citygrid.dispatch.sweep:PT3S}")
  void sweep() {
    try {
      relaying.sweep();
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("clocks are laid anew later: {}", away.getMessage());
    }
  }
}
