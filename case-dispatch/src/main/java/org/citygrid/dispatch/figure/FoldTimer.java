package org.citygrid.dispatch.figure;

import java.time.Duration;
import java.time.Instant;
import org.citygrid.platform.role.OnRole;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Folds every second, in any process that dispatches; after a long fold it rests, so that much
/// that comes in at once is summed up at once and the work of counting stays a part of the work.
@Component
@OnRole("dispatch")
final class FoldTimer {
  private static final int REST = 3;

  /// Figures are promised to be five seconds old at most.
  private static final Duration LONGEST_REST = Duration.ofSeconds(2);

  private final Folding folding;
  private Instant restsUntil = Instant.MIN;

  FoldTimer(Folding folding) {
    this.folding = folding;
  }

  @Scheduled(fixedDelay = 1_000, initialDelay = 2_000)
  void fold() {
    var began = Instant.now();
    if (began.isBefore(restsUntil)) {
      return;
    }
    if (folding.isFromElsewhere()) {
      folding.rebuild();
    }
    folding.foldUnlessBusy();
    restsUntil = restAfter(began, Instant.now());
  }

  /// Three times as long as it took, two seconds at most.
  static Instant restAfter(Instant began, Instant ended) {
    var rest = Duration.between(began, ended).multipliedBy(REST);
    return ended.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
  }
}
