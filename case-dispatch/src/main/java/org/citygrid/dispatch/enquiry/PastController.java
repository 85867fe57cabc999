package org.citygrid.dispatch.enquiry;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.citygrid.dispatch.past.PastLines;
import org.citygrid.dispatch.past.Refused;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Takes what was done about enquiries of the past as lines of JSON, in the order of time within an
/// enquiry. A line that is refused stops no other; sending the same lines again changes nothing.
@RestController("pastOfEnquiriesController")
class PastController {
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
    var sum = PastLines.take(body, reader, past::carryOut);
    return new Answer(sum.applied(), sum.known(), sum.refusedCount(), sum.refused(), sum.unknown());
  }
}
