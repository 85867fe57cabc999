package org.citygrid.dispatch.enquiry;

import java.util.ArrayList;
import org.citygrid.dispatch.enquiry.EnquiryClerk.Done;
import org.citygrid.dispatch.enquiry.EnquiryClerk.Entry;
import org.citygrid.dispatch.enquiry.flow.Act;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Closes what was answered some time ago and nobody objected to, so that nothing stays open on
/// paper. Any number of processes may do so side by side.
@Component
@OnRole("dispatch")
final class Closing {
  private static final int AT_ONCE = 200;

  private final EnquiryStore store;
  private final EnquiryClerk clerk;
  private final EnquirySettings settings;
  private final TransactionTemplate transaction;
  private final TownClock clock;

  Closing(
      EnquiryStore store,
      EnquiryClerk clerk,
      EnquirySettings settings,
      TransactionTemplate transaction,
      TownClock clock) {
    this.store = store;
    this.clerk = clerk;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
  void closeAll() {
    if (!settings.closeAfter().isZero()) {
      transaction.executeWithoutResult(_ -> close());
    }
  }

  private void close() {
    var now = clock.instant();
    var entries = new ArrayList<Entry>();
    for (var enquiry : store.lockAnswered(now.minus(settings.closeAfter()), AT_ONCE)) {
      if (clerk.take(enquiry, Order.bySystem(Act.CLOSE, now, null)) instanceof Done(var entry)) {
        entries.add(entry);
      }
    }
    if (!entries.isEmpty() && !store.store(entries)) {
      throw new IllegalStateException("an enquiry was moved although it was locked");
    }
  }
}
