package org.citygrid.asset.census;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes the census anew when the register has changed, but never spends more than a twentieth of
/// the time on it: what took three seconds is taken once a minute at most, what took half a minute
/// every ten.
@Service
@OnRole("registry")
class Census {
  private static final Logger LOG = LoggerFactory.getLogger(Census.class);
  private static final Duration LEAST_PAUSE = Duration.ofMinutes(1);
  private static final int SHARE_OF_TIME = 20;

  private final CensusTable table;
  private final TownClock clock;
  private final TransactionTemplate transaction;

  Census(CensusTable table, TownClock clock, TransactionTemplate transaction) {
    this.table = table;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Scheduled(
      initialDelayString = "${citygrid.asset.census:PT15S}",
      fixedDelayString = "${citygrid.asset.census:PT15S}")
  void follow() {
    try {
      Optional<Taken> last = table.findTaken();
      if (isDue(last, table.revision(), clock.instant())) {
        take();
      }
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("the census could not be taken: {}", away.getMessage());
    }
  }

  static boolean isDue(Optional<Taken> last, long revision, Instant now) {
    if (last.isEmpty()) {
      return true;
    }
    Duration pause = last.get().took().multipliedBy(SHARE_OF_TIME);
    return last.get().revision() != revision
        && now.isAfter(
            last.get().at().plus(pause.compareTo(LEAST_PAUSE) > 0 ? pause : LEAST_PAUSE));
  }

  /// Takes it now, unless another process is at it.
  void take() {
    transaction.executeWithoutResult(_ -> {
      if (table.takeTurn()) {
        Instant start = clock.instant();
        long revision = table.revision(); // what changes meanwhile is counted next time
        table.count();
        table.note(revision, start, Duration.between(start, clock.instant()));
      }
    });
  }

  /// The last census; the first is taken for whoever asks first.
  Taken last() {
    return table
        .findTaken()
        .orElseGet(() -> {
          take();
          return table.findTaken().orElseGet(() -> new Taken(0, clock.instant(), Duration.ZERO));
        });
  }

  boolean isCurrent(Taken taken) {
    return taken.revision() == table.revision();
  }
}
