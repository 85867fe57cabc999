package org.citygrid.intake.task;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Condition;
import org.citygrid.asset.ThingClass;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A collector's tasks and the answers to them.
@RestController
final class TaskController {
  private final FieldTasks tasks;
  private final Catalogue catalogue;
  private final int maxBody;

  /// @param maxBody bytes of an answer's JSON
  TaskController(FieldTasks tasks, Catalogue catalogue, int maxBody) {
    this.tasks = tasks;
    this.catalogue = catalogue;
    this.maxBody = maxBody;
  }

  record TaskView(
      UUID taskId,
      String kind,
      String caseNumber,
      String classCode,
      @Nullable LocalText className,
      double lon,
      double lat,
      String description,
      @Nullable String words,
      @Nullable Instant dueAt,
      List<String> photoIds,
      @Nullable String dutyGridCode,
      @Nullable LocalText conditionWords) {}

  record TaskList(List<TaskView> items) {}

  record Answered(UUID resultId) {}

  @GetMapping("/api/tasks")
  TaskList list(Actor collector) {
    return new TaskList(tasks.listOpen(collector).stream().map(this::view).toList());
  }

  @PostMapping(path = "/api/tasks/{taskId}/result", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Answered answer(
      @PathVariable("taskId") String taskId,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request,
      Actor collector)
      throws IOException {
    UUID task = JsonForm.findUuid(taskId);
    if (task == null) {
      throw Problem.notFound().asException();
    }
    UUID resultId = key == null ? UUID.randomUUID() : JsonForm.findUuid(key.strip());
    if (resultId == null) {
      throw Problem.badRequest("Idempotency-Key", "must be a UUID").asException();
    }
    byte[] body = request.getInputStream().readNBytes(maxBody + 1);
    if (body.length > maxBody) {
      throw Problem.tooLarge("An answer has at most " + maxBody + " bytes.").asException();
    }
    return new Answered(tasks.answer(task, resultId, body, collector));
  }

  private TaskView view(TaskTable.Open task) {
    Optional<LocalText> condition =
        Optional.ofNullable(task.conditionId())
            .flatMap(catalogue::findCondition)
            .map(Condition::words);
    return new TaskView(
        task.taskId(),
        task.kind(),
        task.caseNumber(),
        task.classCode(),
        catalogue.findClass(task.classKind(), task.classCode()).map(ThingClass::name).orElse(null),
        task.lon(),
        task.lat(),
        task.description(),
        task.words(),
        task.dueAt(),
        task.photoIds(),
        task.dutyGridCode(),
        condition.orElse(null));
  }
}
