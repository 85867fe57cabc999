package org.citygrid.dispatch.figure;

import org.citygrid.platform.role.OnRole;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Folds every second, in any process that dispatches.
@Component
@OnRole("dispatch")
final class FoldTimer {
  private final Folding folding;

  FoldTimer(Folding folding) {
    this.folding = folding;
  }

  @Scheduled(fixedDelay = 1_000, initialDelay = 2_000)
  void fold() {
    if (folding.isFromElsewhere()) {
      folding.rebuild();
    }
    folding.foldAll();
  }
}
