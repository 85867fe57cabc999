package org.citygrid.dispatch.casefile;

import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets suspended cases go on when their date has come. Any number of processes may do so side by
/// side: each takes cases that no other has locked.
@Component
@OnRole("dispatch")
final class Resumption {
  private static final int AT_ONCE = 200;

  private final CaseStore store;
  private final Clerk clerk;
  private final TransactionTemplate transaction;
  private final TownClock clock;

  Resumption(CaseStore store, Clerk clerk, TransactionTemplate transaction, TownClock clock) {
    this.store = store;
    this.clerk = clerk;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 20_000, initialDelay = 5_000)
  void resumeAll() {
    transaction.executeWithoutResult(_ -> resume());
  }

  private void resume() {
    var now = clock.instant();
    var journal = new Journal();
    store
        .lockDueToResume(now, AT_ONCE)
        .forEach(file -> clerk.take(file, Act.plain(Action.RESUME, Doer.SYSTEM, now), journal));
    store.store(journal);
  }
}
