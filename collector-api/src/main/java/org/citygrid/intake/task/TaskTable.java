package org.citygrid.intake.task;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.asset.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tasks of collectors and their answers.
final class TaskTable {
  private final JdbcClient jdbc;

  TaskTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An open task with what its report said.
  record Open(
      UUID taskId,
      String kind,
      String caseNumber,
      Kind classKind,
      String classCode,
      double lon,
      double lat,
      String description,
      @Nullable String words,
      @Nullable Instant dueAt,
      List<String> photoIds,
      @Nullable String dutyGridCode,
      @Nullable String conditionId) {}

  /// Where a task stands.
  ///
  /// @param contentHash of the answer it got, null while it has none
  record Standing(
      UUID taskId,
      UUID caseId,
      String kind,
      String state,
      @Nullable UUID resultId,
      @Nullable String contentHash) {}

  List<Open> listOpen(String collector) {
    return jdbc.sql(
            """
            select
              task.task_id, task.kind, task.case_number, task.class_kind, task.class_code,
              task.lon, task.lat, coalesce(report.description, '') as description, task.words,
              task.due_at, task.duty_grid_code, report.condition_id,
              case when cardinality(task.photo_ids) > 0 then task.photo_ids
                else coalesce(report.photo_ids, '{}') end as photo_ids
            from intake.field_task task
            left join intake.report using (report_id)
            where task.collector = :collector and task.state = 'open'
            order by task.due_at nulls last, task.case_number
            limit 500
            """)
        .param("collector", collector)
        .query((row, _) -> {
          Timestamp dueAt = row.getTimestamp("due_at");
          return new Open(
              row.getObject("task_id", UUID.class),
              row.getString("kind"),
              row.getString("case_number"),
              Kind.of(row.getString("class_kind")),
              row.getString("class_code"),
              row.getDouble("lon"),
              row.getDouble("lat"),
              row.getString("description"),
              row.getString("words"),
              dueAt == null ? null : dueAt.toInstant(),
              texts(row.getArray("photo_ids")),
              row.getString("duty_grid_code"),
              row.getString("condition_id"));
        })
        .list();
  }

  /// Locks the task, so that two answers to it come one after the other.
  Optional<Standing> lock(UUID taskId, String collector) {
    return jdbc.sql(
            """
            select task.task_id, task.case_id, task.kind, task.state, task.result_id,
              (select content_hash from intake.field_result result
               where result.result_id = task.result_id) as content_hash
            from intake.field_task task
            where task.task_id = :taskId and task.collector = :collector
            for update of task
            """)
        .param("taskId", taskId)
        .param("collector", collector)
        .query(Standing.class)
        .optional();
  }

  boolean isResultIdTaken(UUID resultId) {
    return jdbc.sql("select exists (select from intake.field_result where result_id = :id)")
        .param("id", resultId)
        .query(Boolean.class)
        .single();
  }

  void answer(
      Standing task, UUID resultId, String hash, Finding finding, String collector, Instant at) {
    jdbc.sql(
            """
            insert into intake.field_result (
              result_id, task_id, content_hash, outcome, collector, at, remark, photo_ids, lon, lat)
            values (
              :id, :taskId, :hash, :outcome, :collector, :at, :remark, :photoIds, :lon, :lat)
            """)
        .param("id", resultId)
        .param("taskId", task.taskId())
        .param("hash", hash)
        .param("outcome", finding.outcome())
        .param("collector", collector)
        .param("at", Timestamp.from(at))
        .param("remark", finding.remark())
        .param("photoIds", finding.photoIds().toArray(String[]::new))
        .param("lon", finding.place() == null ? null : finding.place().lon())
        .param("lat", finding.place() == null ? null : finding.place().lat())
        .update();
    jdbc.sql(
            """
            update intake.field_task set state = 'done', result_id = :id where task_id = :taskId
            """)
        .param("id", resultId)
        .param("taskId", task.taskId())
        .update();
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
