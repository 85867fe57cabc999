package org.citygrid.intake.status;

import java.sql.Array;
import java.sql.ResultSet;
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

/// Reads reports with what is known of their cases. No contact data passes here.
final class StatusTable {
  private final JdbcClient jdbc;

  StatusTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A report and the latest that is known of its case.
  record Found(
      UUID reportId,
      String receipt,
      Kind kind,
      String classCode,
      String description,
      double lon,
      double lat,
      @Nullable String dutyGridCode,
      Instant receivedAt,
      List<String> photoIds,
      @Nullable String caseNumber,
      @Nullable String state,
      @Nullable Instant dueAt,
      UUID followedId) {

    /// Whether it goes on in a case that began with somebody else's report.
    boolean isTogether() {
      return !followedId.equals(reportId);
    }
  }

  record Step(String action, Instant at, @Nullable String publicNote, List<String> photoIds) {}

  Optional<Found> findByReceipt(String receipt) {
    return jdbc.sql("select * from intake.report_standing where receipt = :receipt")
        .param("receipt", receipt)
        .query((row, _) -> read(row))
        .optional();
  }

  /// The reports of one collector, newest first.
  ///
  /// @param before only older ones than this
  List<Found> listOf(String reporter, Instant before, UUID beforeId, int limit) {
    return jdbc.sql(
            """
            select * from intake.report_standing
            where reporter = :reporter and (received_at, report_id) < (:before, :beforeId)
            order by received_at desc, report_id desc
            limit :limit
            """)
        .param("reporter", reporter)
        .param("before", Timestamp.from(before))
        .param("beforeId", beforeId)
        .param("limit", limit)
        .query((row, _) -> read(row))
        .list();
  }

  /// The report's own steps, and those of the case it goes on in, from its beginning to its end.
  /// What the other reporter saw and sent is theirs.
  List<Step> listSteps(Found found) {
    return jdbc.sql(
            """
            select action, at, public_note, photo_ids
            from intake.case_step
            where report_id = :reportId
              or (report_id = :followedId
                and action not in ('REPORT', 'REGISTER', 'SELF_HANDLE', 'LINK'))
            order by at, seq
            """)
        .param("reportId", found.reportId())
        .param("followedId", found.followedId())
        .query((row, _) ->
            new Step(
                row.getString("action"),
                row.getTimestamp("at").toInstant(),
                row.getString("public_note"),
                texts(row.getArray("photo_ids"))))
        .list();
  }

  private static Found read(ResultSet row) throws SQLException {
    Timestamp dueAt = row.getTimestamp("due_at");
    return new Found(
        row.getObject("report_id", UUID.class),
        row.getString("receipt"),
        Kind.of(row.getString("kind")),
        row.getString("class_code"),
        row.getString("description"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getString("duty_grid_code"),
        row.getTimestamp("received_at").toInstant(),
        texts(row.getArray("photo_ids")),
        row.getString("case_number"),
        row.getString("to_state"),
        dueAt == null ? null : dueAt.toInstant(),
        row.getObject("followed_id", UUID.class));
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
