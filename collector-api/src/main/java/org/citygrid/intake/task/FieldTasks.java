package org.citygrid.intake.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.photo.PhotoCleaner;
import org.citygrid.intake.photo.Photos;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.message.Message;
import org.citygrid.platform.message.Outbox;
import org.citygrid.platform.message.Topics;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Takes the collectors' answers: each task is answered once, by the one it was given to.
final class FieldTasks {
  private static final String TYPE = "org.citygrid.field.result.v1";

  private final TaskTable table;
  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final Photos photos;
  private final JsonMapper json;
  private final TownClock clock;

  FieldTasks(
      TaskTable table,
      TransactionTemplate transaction,
      Outbox outbox,
      Photos photos,
      JsonMapper json,
      TownClock clock) {
    this.table = table;
    this.transaction = transaction;
    this.outbox = outbox;
    this.photos = photos;
    this.json = json;
    this.clock = clock;
  }

  /// What the house is told of an answer.
  private record ResultMessage(
      UUID resultId,
      UUID taskId,
      UUID caseId,
      String kind,
      String outcome,
      String collector,
      Instant at,
      @Nullable String remark,
      List<String> photoIds,
      @Nullable Double lon,
      @Nullable Double lat) {}

  List<TaskTable.Open> listOpen(Actor collector) {
    return table.listOpen(collector.userName());
  }

  /// @param resultId made by the collector's device: the same answer sent again is answered alike
  /// @throws org.citygrid.platform.problem.ProblemException 404 when the task is not this
  ///   collector's, 409 when it is done or withdrawn
  UUID answer(UUID taskId, UUID resultId, byte[] body, Actor collector) {
    Violations violations = new Violations();
    Finding finding = JsonForm.parse(json, body, violations).map(Finding::read).orElse(null);
    if (finding == null) {
      throw Problem.badRequest(violations.list()).asException();
    }
    Set<String> known = photos.findKnown(finding.photoIds());
    violations.require(known.containsAll(finding.photoIds()), "photoIds", "names an unknown photo");
    String hash = PhotoCleaner.sha256(body);
    transaction.executeWithoutResult(
        _ -> store(taskId, resultId, hash, finding, collector, violations));
    return resultId;
  }

  private void store(
      UUID taskId,
      UUID resultId,
      String hash,
      Finding finding,
      Actor collector,
      Violations violations) {
    TaskTable.Standing task =
        table
            .lock(taskId, collector.userName())
            .orElseThrow(() -> Problem.notFound().asException());
    if (resultId.equals(task.resultId()) && hash.equals(task.contentHash())) {
      return;
    }
    violations.require(
        finding.answers(task.kind()),
        "outcome",
        task.kind().equals("verify") ? "must be true or false" : "must be pass or fail");
    violations.throwIfAny();
    if (!task.state().equals("open")) {
      String why = task.state().equals("done") ? "was answered already" : "is no longer needed";
      throw Problem.conflict("This task " + why + ".", Map.of("state", task.state())).asException();
    }
    if (table.isResultIdTaken(resultId)) {
      throw Problem.conflict(
              "This Idempotency-Key belongs to another answer; a new answer needs a new key.",
              Map.of())
          .asException();
    }
    Instant now = clock.instant();
    table.answer(task, resultId, hash, finding, collector.userName(), now);
    photos.markUsed(finding.photoIds());
    outbox.append(message(task, resultId, finding, collector, now));
  }

  private static Message message(
      TaskTable.Standing task, UUID resultId, Finding finding, Actor collector, Instant now) {
    var payload =
        new ResultMessage(
            resultId,
            task.taskId(),
            task.caseId(),
            task.kind(),
            finding.outcome(),
            collector.userName(),
            now,
            finding.remark(),
            finding.photoIds(),
            finding.place() == null ? null : finding.place().lon(),
            finding.place() == null ? null : finding.place().lat());
    return new Message(
        resultId, Topics.FIELD_RESULTS, task.caseId().toString(), TYPE, now, payload);
  }
}
