package org.citygrid.intake.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.citygrid.intake.photo.Photos;
import org.citygrid.platform.rows.ArrayText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Remembers the steps of cases and the tasks they set. Steps may come twice, late or shuffled:
/// what is remembered in the end is the same.
final class CaseStory {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Photos photos;
  private final JsonMapper rows;

  CaseStory(JdbcClient jdbc, TransactionTemplate transaction, Photos photos, JsonMapper json) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.photos = photos;
    this.rows = json.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  }

  /// A row of `intake.case_step`.
  record Step(
      @Nullable UUID caseId,
      @Nullable Integer seq,
      @Nullable UUID reportId,
      @Nullable String caseNumber,
      @Nullable String action,
      @Nullable String toState,
      @Nullable Instant at,
      @Nullable Instant dueAt,
      @Nullable String publicNote,
      List<String> photoIds,
      @Nullable String actor,
      @Nullable String unitCode) {}

  /// A row of `intake.field_task`.
  record Task(
      @Nullable UUID taskId,
      @Nullable UUID caseId,
      @Nullable Integer seq,
      @Nullable String caseNumber,
      @Nullable UUID reportId,
      @Nullable String kind,
      @Nullable String collector,
      @Nullable String words,
      @Nullable String classKind,
      @Nullable String classCode,
      @Nullable Double lon,
      @Nullable Double lat,
      @Nullable String dutyGridCode,
      @Nullable Instant dueAt,
      List<String> photoIds,
      String state) {}

  /// @param events without fault
  void remember(List<CaseEvent> events) {
    List<Step> steps = events.stream().map(CaseStory::stepOf).toList();
    List<Task> tasks = new ArrayList<>();
    for (CaseEvent event : events) {
      if (event.task() != null && event.task().collector() != null) {
        tasks.add(taskOf(event, event.task()));
      }
    }
    transaction.executeWithoutResult(_ -> {
      insertSteps(steps);
      linkDuplicates(events);
      linkReopened(events);
      insertTasks(tasks);
      withdrawTasks(steps);
      photos.markUsed(steps.stream().flatMap(step -> step.photoIds().stream()).toList());
    });
  }

  /// One array a column: PostgreSQL opens them in half the time that the same rows take it as JSON.
  private void insertSteps(List<Step> steps) {
    jdbc.sql(
            """
            insert into intake.case_step (
              case_id, seq, report_id, case_number, action, to_state, at, due_at, public_note, photo_ids, actor,
              unit_code)
            select
              case_id, seq, report_id, case_number, action, to_state, at, due_at, public_note,
              cast(photo_ids as text[]), actor, unit_code
            from unnest(
              cast(:cases as uuid[]), cast(:seqs as integer[]), cast(:reports as uuid[]), cast(:numbers as text[]),
              cast(:actions as text[]), cast(:states as text[]), cast(:times as timestamptz[]),
              cast(:dues as timestamptz[]), cast(:notes as text[]), cast(:photos as text[]), cast(:actors as text[]),
              cast(:units as text[]))
              as step(case_id, seq, report_id, case_number, action, to_state, at, due_at, public_note, photo_ids,
                actor, unit_code)
            order by case_id, seq
            on conflict (case_id, seq) do nothing
            """)
        .param("cases", column(steps, UUID[]::new, Step::caseId))
        .param("seqs", column(steps, Integer[]::new, Step::seq))
        .param("reports", column(steps, UUID[]::new, Step::reportId))
        .param("numbers", column(steps, String[]::new, Step::caseNumber))
        .param("actions", column(steps, String[]::new, Step::action))
        .param("states", column(steps, String[]::new, Step::toState))
        .param("times", column(steps, String[]::new, step -> text(step.at())))
        .param("dues", column(steps, String[]::new, step -> text(step.dueAt())))
        .param("notes", column(steps, String[]::new, Step::publicNote))
        .param("photos", column(steps, String[]::new, step -> ArrayText.of(step.photoIds())))
        .param("actors", column(steps, String[]::new, Step::actor))
        .param("units", column(steps, String[]::new, Step::unitCode))
        .update();
  }

  private static <T extends @Nullable Object> T[] column(
      List<Step> steps, IntFunction<T[]> array, Function<Step, T> value) {
    return steps.stream().map(value).toArray(array);
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  /// A duplicate goes on in its master's case. Told twice, the first telling holds.
  private void linkDuplicates(List<CaseEvent> events) {
    for (CaseEvent event : events) {
      if ("LINK".equals(event.action())
          && event.masterReportId() != null
          && !event.masterReportId().equals(event.reportId())) {
        jdbc.sql(
                """
                insert into intake.report_link (report_id, master_report_id, linked_at)
                values (:report, :master, :at)
                on conflict (report_id) do nothing
                """)
            .param("report", event.reportId())
            .param("master", event.masterReportId())
            .param("at", Timestamp.from(Objects.requireNonNull(event.at())))
            .update();
      }
    }
  }

  /// Whoever reported what was closed reads on in the case that takes it up again.
  private void linkReopened(List<CaseEvent> events) {
    for (CaseEvent event : events) {
      if (event.reopenedFrom() != null) {
        jdbc.sql(
                """
                insert into intake.report_link (report_id, master_report_id, linked_at)
                select distinct step.report_id, cast(:again as uuid), cast(:at as timestamptz)
                from intake.case_step step
                where step.case_id = :first and step.report_id <> :again
                on conflict (report_id) do update
                set master_report_id = excluded.master_report_id, linked_at = excluded.linked_at
                where report_link.linked_at < excluded.linked_at
                """)
            .param("again", event.reportId())
            .param("first", event.reopenedFrom())
            .param("at", Timestamp.from(Objects.requireNonNull(event.at())))
            .update();
      }
    }
  }

  private void insertTasks(List<Task> tasks) {
    if (!tasks.isEmpty()) {
      jdbc.sql(
              """
              insert into intake.field_task
              select *
              from jsonb_populate_recordset(null::intake.field_task, cast(:rows as jsonb))
              order by task_id
              on conflict (task_id) do nothing
              """)
          .param("rows", rows.writeValueAsString(tasks))
          .update();
    }
  }

  /// A task is open only while its case waits for it.
  private void withdrawTasks(List<Step> steps) {
    UUID[] cases =
        steps.stream().map(Step::caseId).filter(Objects::nonNull).distinct().toArray(UUID[]::new);
    jdbc.sql(
            """
            update intake.field_task task
            set state = 'withdrawn'
            where task.state = 'open'
              and task.case_id = any(:cases)
              and exists (
                select from intake.case_step step
                where step.case_id = task.case_id
                  and step.seq > task.seq
                  and (step.to_state not in ('VERIFYING', 'CHECKING')
                    or step.action in ('SEND_VERIFY', 'SEND_CHECK')))
            """)
        .param("cases", cases)
        .update();
  }

  private static Step stepOf(CaseEvent event) {
    return new Step(
        event.caseId(),
        event.seq(),
        event.reportId(),
        event.caseNumber(),
        event.action(),
        event.to(),
        event.at(),
        event.dueAt(),
        event.publicNote(),
        event.photos(),
        event.actor(),
        event.unitCode());
  }

  private static Task taskOf(CaseEvent event, CaseEvent.Task task) {
    return new Task(
        task.taskId(),
        event.caseId(),
        event.seq(),
        event.caseNumber(),
        event.reportId(),
        task.kind(),
        task.collector(),
        task.words(),
        event.kind(),
        event.classCode(),
        event.lon(),
        event.lat(),
        event.dutyGridCode(),
        task.dueAt(),
        event.photos(),
        "open");
  }
}
