package org.citygrid.dispatch.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.citygrid.dispatch.migration.Past.Line;
import org.citygrid.dispatch.migration.Past.Refused;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Takes a town's past as lines of JSON, in the order of time within a case. A line that is refused
/// stops no other; sending the same lines again changes nothing.
@RestController
class PastController {
  private static final int CHUNK = 2_000;
  private static final int MOST_REFUSALS = 1_000;
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
    var sum = new Sum();
    try (var lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      var chunk = new ArrayList<Line>(CHUNK);
      int number = 0;
      for (var text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        if (!text.isBlank()) {
          read(text, number, chunk, sum);
        }
        if (chunk.size() == CHUNK) {
          carryOut(chunk, sum);
        }
      }
      carryOut(chunk, sum);
    }
    return sum.answer();
  }

  private void read(String text, int number, List<Line> chunk, Sum sum) {
    try {
      PastAct act = reader.readValue(text);
      var flaw = act.flaw();
      if (flaw == null) {
        chunk.add(new Line(number, act));
      } else {
        sum.refuse(new Refused(number, flaw));
      }
    } catch (JacksonException unreadable) {
      sum.refuse(new Refused(number, "unreadable: " + unreadable.getOriginalMessage()));
    }
  }

  private void carryOut(List<Line> chunk, Sum sum) {
    if (!chunk.isEmpty()) {
      sum.add(carryOutPatiently(chunk, sum.unknown));
      chunk.clear();
    }
  }

  /// A chunk touches hundreds of cases, and the masters of duplicates besides; where two chunks
  /// wait for each other PostgreSQL gives one of them up, and that one simply starts again.
  private Past.Result carryOutPatiently(List<Line> chunk, Set<UUID> waiting) {
    for (int tries = 1; ; tries++) {
      try {
        return past.carryOut(chunk, waiting);
      } catch (CannotAcquireLockException givenUp) {
        if (tries == MOST_TRIES) {
          throw givenUp;
        }
      }
    }
  }

  private static final class Sum {
    private final List<Refused> refused = new ArrayList<>();
    private final Set<UUID> unknown = new LinkedHashSet<>();
    private int applied;
    private int known;
    private int refusals;

    void add(Past.Result result) {
      applied += result.applied();
      known += result.known();
      unknown.addAll(result.unknownReports());
      result.refused().forEach(this::refuse);
    }

    void refuse(Refused line) {
      refusals++;
      if (refused.size() < MOST_REFUSALS) {
        refused.add(line);
      }
    }

    Answer answer() {
      return new Answer(applied, known, refusals, refused, unknown);
    }
  }
}
