package org.citygrid.intake.enquiry;

import java.util.List;
import java.util.Map;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.report.Imprint;
import org.citygrid.intake.report.Incoming;
import org.citygrid.intake.report.Receipt;
import org.citygrid.platform.message.Outbox;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Takes the asker's rating of an answer: once, and only when there is an answer.
final class Satisfaction {
  private final JsonMapper json;
  private final Imprint imprint;
  private final EnquiryTable table;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final TownClock clock;

  Satisfaction(
      JsonMapper json,
      EnquiryTable table,
      TransactionTemplate transaction,
      Outbox outbox,
      TownClock clock) {
    this.json = json;
    this.imprint = new Imprint(json);
    this.table = table;
    this.transaction = transaction;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// @return whether it is new; false when the same was said before
  /// @throws org.citygrid.platform.problem.ProblemException 400 for what is wrong, 404 for an
  ///   unknown receipt, 409 before the answer and for a second opinion
  boolean take(String typed, Incoming incoming) {
    var found =
        Receipt.read(typed)
            .flatMap(receipt -> table.findByReceipt(receipt.code()))
            .orElseThrow(() -> Problem.notFound().asException());
    Violations violations = new Violations();
    JsonForm form =
        JsonForm.parse(json, incoming.body(), violations)
            .orElseThrow(() -> Problem.badRequest(violations.list()).asException());
    Rating rating = Rating.read(form, found.enquiryId(), clock.instant());
    violations.throwIfAny();
    boolean answered =
        table.listSteps(found.enquiryId()).stream().anyMatch(s -> "ANSWER".equals(s.act()));
    if (!answered) {
      throw Problem.conflict("There is no answer to rate yet.", Map.of()).asException();
    }
    String hash = imprint.hash(form.content(), List.of(), null);
    boolean fresh = Boolean.TRUE.equals(transaction.execute(_ -> store(rating, hash)));
    if (!fresh && !table.findRatingHash(found.enquiryId()).filter(hash::equals).isPresent()) {
      throw Problem.conflict("The answer has been rated already.", Map.of()).asException();
    }
    return fresh;
  }

  private boolean store(Rating rating, String hash) {
    boolean fresh = table.insert(rating, hash);
    if (fresh) {
      outbox.append(EnquiryMessage.of(rating));
    }
    return fresh;
  }
}
