package org.citygrid.dispatch.casefile;

import java.time.Instant;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Chases a case once when its deadline passes while somebody still has it, and once more when a
/// deadline that was extended since passes too. Any number of processes may do so side by side.
@Component
@OnRole("dispatch")
final class Chasing {
  private static final int AT_ONCE = 200;
  private static final String WORDS =
      "已超过处置时限，请说明情况并尽快办结（系统自动督办） · past its deadline: say how it stands";

  private final CaseStore store;
  private final Clerk clerk;
  private final ChaseSettings settings;
  private final TransactionTemplate transaction;
  private final TownClock clock;

  Chasing(
      CaseStore store,
      Clerk clerk,
      ChaseSettings settings,
      TransactionTemplate transaction,
      TownClock clock) {
    this.store = store;
    this.clerk = clerk;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 10_000, initialDelay = 8_000)
  void chaseAll() {
    if (settings.automatic()) {
      transaction.executeWithoutResult(_ -> chase());
    }
  }

  private void chase() {
    var now = clock.instant();
    var journal = new Journal();
    store.lockTurnedRed(now, AT_ONCE).forEach(file -> clerk.take(file, chase(now), journal));
    store.store(journal);
  }

  private Act chase(Instant now) {
    return Act.plain(Action.SUPERVISE, Doer.SYSTEM, now).saying(WORDS, now.plus(settings.reply()));
  }
}
