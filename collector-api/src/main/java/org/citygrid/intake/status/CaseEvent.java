package org.citygrid.intake.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citygrid.intake.form.PlainText;
import org.jspecify.annotations.Nullable;

/// One step of a case, as far as intake reads it. Fields it does not know are left alone: newer
/// senders may say more.
///
/// @param masterReportId on the step that links a duplicate: whose case it goes on in
/// @param reopenedFrom on the first step of a reopened case: the closed case it takes up
record CaseEvent(
    @Nullable UUID caseId,
    @Nullable String caseNumber,
    @Nullable Integer seq,
    @Nullable String action,
    @Nullable String to,
    @Nullable Instant at,
    @Nullable UUID reportId,
    @Nullable String dutyGridCode,
    @Nullable String kind,
    @Nullable String classCode,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Instant dueAt,
    @Nullable List<String> photoIds,
    @Nullable Task task,
    @Nullable String publicNote,
    @Nullable String actor,
    @Nullable String unitCode,
    @Nullable UUID masterReportId,
    @Nullable UUID reopenedFrom) {

  /// What is to be done on the spot.
  ///
  /// @param collector null when nobody is on duty there: then the step is told and nobody has a
  ///   task
  record Task(
      @Nullable UUID taskId,
      @Nullable String kind,
      @Nullable String collector,
      @Nullable Instant dueAt,
      @Nullable String words) {}

  /// Says why this cannot be taken; null when it can.
  @Nullable String findFault() {
    if (caseId == null || reportId == null || at == null) {
      return "caseId, reportId or at is missing";
    }
    if (seq == null || seq < 1) {
      return "seq is missing or less than 1";
    }
    if (to == null || CaseState.find(to).isEmpty()) {
      return "to is not a known state";
    }
    String text = faultOf(caseNumber, "caseNumber", 64);
    text = text == null ? faultOf(action, "action", 64) : text;
    if (text == null && publicNote != null) {
      text = faultOf(publicNote, "publicNote", 10_000);
    }
    if (text == null && actor != null) {
      text = faultOf(actor, "actor", 64);
    }
    if (text == null && unitCode != null) {
      text = faultOf(unitCode, "unitCode", 64);
    }
    return text == null && task != null ? findTaskFault(task) : text;
  }

  private @Nullable String findTaskFault(Task asked) {
    if (asked.taskId() == null || lon == null || lat == null) {
      return "the task has no taskId or no place";
    }
    if (!"verify".equals(asked.kind()) && !"check".equals(asked.kind())) {
      return "task.kind is neither verify nor check";
    }
    if (!"component".equals(kind) && !"event".equals(kind)) {
      return "kind is neither component nor event";
    }
    String text =
        asked.collector() == null ? null : faultOf(asked.collector(), "task.collector", 64);
    if (text == null && asked.words() != null) {
      text = faultOf(asked.words(), "task.words", 10_000);
    }
    if (text == null && dutyGridCode != null) {
      text = faultOf(dutyGridCode, "dutyGridCode", 20);
    }
    return text == null ? faultOf(classCode, "classCode", 20) : text;
  }

  /// The photos that may be ours: anything else in the list is another's way of naming things.
  List<String> photos() {
    return photoIds == null ? List.of() : photoIds.stream().filter(CaseEvent::isPhotoId).toList();
  }

  private static boolean isPhotoId(@Nullable String id) {
    return id != null && id.matches("[0-9a-f]{64}");
  }

  private static @Nullable String faultOf(@Nullable String text, String name, int maxLength) {
    if (text == null) {
      return name + " is missing";
    }
    String fault = PlainText.findFault(text, maxLength, true);
    return fault == null ? null : name + " " + fault;
  }
}
