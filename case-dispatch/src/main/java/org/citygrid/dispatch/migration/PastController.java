package org.citygrid.dispatch.migration;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.citygrid.dispatch.past.PastLine;
import org.citygrid.dispatch.past.PastLines;
import org.citygrid.dispatch.past.Refused;
import org.citygrid.dispatch.past.Taken;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Takes a town's past as lines of JSON, in the order of time within a case. A line that is refused
/// stops no other; sending the same lines again changes nothing.
@RestController
class PastController {
  private static final int MOST_TRIES = 5;

  private final Past past;
  private final ObjectReader reader;

  PastController(Past past, JsonMapper json) {
    this.past = past;
    this.reader = json.readerFor(PastAct.class);
  }

  /// @param refused the first thousand
  record Answer(
      int applied, int known, int refusedCount, List<Refused> refused, Set<UUID> unknownReports) {}

  @PostMapping("/api/migration/acts")
  Answer take(InputStream body) throws IOException {
    var sum = PastLines.take(body, reader, this::carryOut);
    return new Answer(sum.applied(), sum.known(), sum.refusedCount(), sum.refused(), sum.unknown());
  }

  /// A portion touches hundreds of cases, and the masters of duplicates besides; where two portions
  /// wait for each other PostgreSQL gives one of them up, and that one simply starts again.
  private Taken carryOut(List<PastLine<PastAct>> portion, Set<UUID> waiting) {
    for (int tries = 1; ; tries++) {
      try {
        return past.carryOut(portion, waiting);
      } catch (CannotAcquireLockException givenUp) {
        if (tries == MOST_TRIES) {
          throw givenUp;
        }
      }
    }
  }
}
