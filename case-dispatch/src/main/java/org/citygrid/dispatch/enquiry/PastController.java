package org.citygrid.dispatch.enquiry;

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
import org.citygrid.dispatch.enquiry.Past.Line;
import org.citygrid.dispatch.enquiry.Past.Refused;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Takes what was done about enquiries of the past as lines of JSON, in the order of time within an
/// enquiry. A line that is refused stops no other; sending the same lines again changes nothing.
@RestController("pastOfEnquiriesController")
class PastController {
  private static final int CHUNK = 2_000;
  private static final int MOST_REFUSALS = 1_000;

  private final Past past;
  private final ObjectReader reader;

  PastController(Past past, JsonMapper json) {
    this.past = past;
    this.reader = json.readerFor(PastAct.class);
  }

  /// @param refused the first thousand
  record Answer(
      int applied,
      int known,
      int refusedCount,
      List<Refused> refused,
      Set<UUID> unknownEnquiries) {}

  @PostMapping("/api/migration/enquiry-acts")
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
          sum.add(past.carryOut(chunk, sum.unknown));
          chunk.clear();
        }
      }
      sum.add(past.carryOut(chunk, sum.unknown));
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

  private static final class Sum {
    private final List<Refused> refused = new ArrayList<>();
    private final Set<UUID> unknown = new LinkedHashSet<>();
    private int applied;
    private int known;
    private int refusals;

    void add(Past.Result result) {
      applied += result.applied();
      known += result.known();
      unknown.addAll(result.unknownEnquiries());
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
