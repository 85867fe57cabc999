package org.citygrid.asset.handin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Jobs in PostgreSQL, where every process sees them.
@Repository
class JobTable {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  JobTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  long insert(
      ImportKind kind, String fileName, String storedAs, long bytes, String by, Instant at) {
    return jdbc.sql(
            """
            insert into asset.import_job (kind, file_name, stored_as, bytes, status, by_user, received_at)
            values (:kind, :fileName, :storedAs, :bytes, 'received', :by, :at)
            returning id
            """)
        .param("kind", kind.word())
        .param("fileName", fileName)
        .param("storedAs", storedAs)
        .param("bytes", bytes)
        .param("by", by)
        .param("at", utc(at))
        .query(Long.class)
        .single();
  }

  Optional<ImportJob> find(long id) {
    return jdbc.sql("select * from asset.import_job where id = :id")
        .param("id", id)
        .query((row, _) -> job(row))
        .optional();
  }

  /// Newest first.
  ///
  /// @param before only jobs that came before this one
  List<ImportJob> list(long before, int limit) {
    return jdbc.sql(
            "select * from asset.import_job where id < :before order by id desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query((row, _) -> job(row))
        .list();
  }

  List<ImportJob> listWaiting() {
    return jdbc.sql("select * from asset.import_job where status = 'waiting' order by id")
        .query((row, _) -> job(row))
        .list();
  }

  void remember(long id, JobSettings settings) {
    jdbc.sql("update asset.import_job set settings = :settings::jsonb where id = :id")
        .param("settings", json.writeValueAsString(settings))
        .param("id", id)
        .update();
  }

  /// @return false when the job was begun, or is done, meanwhile
  boolean queue(long id, JobSettings settings) {
    return jdbc.sql(
                """
                update asset.import_job set status = 'waiting', settings = :settings::jsonb, phase = null,
                  rows_read = 0, bytes_read = 0, started_at = null, finished_at = null, result = null,
                  problem = null
                where id = :id and status in ('received', 'checked', 'refused', 'failed', 'cancelled')
                """)
            .param("settings", json.writeValueAsString(settings))
            .param("id", id)
            .update()
        == 1;
  }

  /// @return false when it was cancelled meanwhile
  boolean begin(long id, @Nullable Long rowsTotal, Instant at) {
    return jdbc.sql(
                """
                update asset.import_job
                set status = 'running', phase = 'reading', rows_total = :rowsTotal, started_at = :at
                where id = :id and status = 'waiting'
                """)
            .param("id", id)
            .param("rowsTotal", rowsTotal)
            .param("at", utc(at))
            .update()
        == 1;
  }

  /// @return false when somebody has cancelled the job
  boolean advance(JobProgress progress) {
    return jdbc.sql(
                """
                update asset.import_job
                set phase = :phase, rows_read = :rows, bytes_read = :bytes, backend = :backend,
                  rows_total = coalesce(:total, rows_total)
                where id = :id and status = 'running'
                """)
            .param("id", progress.id())
            .param("phase", progress.phaseWord())
            .param("rows", progress.rows())
            .param("bytes", progress.bytes())
            .param("backend", progress.backend())
            .param("total", progress.total())
            .update()
        == 1;
  }

  /// How far a job had come when it ended.
  void advanceLast(JobProgress progress) {
    jdbc.sql("update asset.import_job set rows_read = :rows, bytes_read = :bytes where id = :id")
        .param("id", progress.id())
        .param("rows", progress.rows())
        .param("bytes", progress.bytes())
        .update();
  }

  void finish(
      long id,
      JobStatus status,
      @Nullable JobResult result,
      @Nullable String problem,
      @Nullable Long survey,
      Instant at) {
    jdbc.sql(
            """
            update asset.import_job
            set status = :status, phase = null, result = :result::jsonb, problem = :problem,
              survey_id = :survey, finished_at = :at, backend = null
            where id = :id and status in ('waiting', 'running')
            """)
        .param("id", id)
        .param("status", status.word())
        .param("result", result == null ? null : json.writeValueAsString(result))
        .param("problem", problem)
        .param("survey", survey)
        .param("at", utc(at))
        .update();
  }

  /// @return false when there was nothing left to cancel
  boolean cancel(long id, String by, Instant at) {
    return jdbc.sql(
                """
                update asset.import_job
                set status = 'cancelled', phase = null, problem = :problem, finished_at = :at
                where id = :id and status in ('received', 'waiting', 'running')
                """)
            .param("id", id)
            .param("problem", "Cancelled by " + by + "; nothing was stored.")
            .param("at", utc(at))
            .update()
        == 1;
  }

  /// Stops what the database is doing for a job, in whichever process it was asked for.
  void stopBackend(int backend) {
    jdbc.sql("select pg_cancel_backend(:backend)")
        .param("backend", backend)
        .query(Boolean.class)
        .single();
  }

  void undone(long id) {
    jdbc.sql("update asset.import_job set status = 'undone' where id = :id")
        .param("id", id)
        .update();
  }

  /// Only whoever holds the worker's lock may call this: then nobody runs a job that says it runs.
  int failAbandoned(Instant at) {
    return jdbc.sql(
            """
            update asset.import_job
            set status = 'failed', phase = null, backend = null, finished_at = :at,
              problem = 'The program was stopped while it read this file; nothing was stored. Start the import again.'
            where status = 'running'
            """)
        .param("at", utc(at))
        .update();
  }

  /// Holds until the transaction ends.
  ///
  /// @return false when another process is at work
  boolean tryTakeTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('asset.import_job'))")
        .query(Boolean.class)
        .single();
  }

  private ImportJob job(ResultSet row) throws SQLException {
    JobStatus status = JobStatus.of(row.getString("status"));
    @Nullable Long survey = row.getObject("survey_id", Long.class);
    @Nullable String result = row.getString("result");
    return new ImportJob(
        row.getLong("id"),
        ImportKind.find(row.getString("kind")).orElseThrow(),
        row.getString("file_name"),
        row.getString("stored_as"),
        row.getLong("bytes"),
        status,
        row.getString("phase"),
        row.getLong("rows_read"),
        row.getObject("rows_total", Long.class),
        row.getLong("bytes_read"),
        row.getString("by_user"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        json.readValue(row.getString("settings"), JobSettings.class),
        result == null ? null : json.readValue(result, JobResult.class),
        row.getString("problem"),
        row.getObject("backend", Integer.class),
        survey,
        status == JobStatus.DONE && survey != null);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
