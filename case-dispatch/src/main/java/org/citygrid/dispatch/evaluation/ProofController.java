package org.citygrid.dispatch.evaluation;

import org.citygrid.dispatch.figure.Recount;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Proves the figures: counts everything afresh from the history and tells every difference.
@RestController
class ProofController {
  private final Recount recount;

  ProofController(Recount recount) {
    this.recount = recount;
  }

  @PostMapping("/api/evaluation/recount")
  Recount.Proof prove() {
    return recount.prove();
  }
}
