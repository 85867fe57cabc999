package org.citygrid.intake.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds matters that are reported and not over. Reports that go on in another's case are left out:
/// theirs is found instead.
final class SimilarTable {
  private final JdbcClient jdbc;

  SimilarTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param state of its case, null while there is none
  record Found(
      UUID reportId,
      double lon,
      double lat,
      Instant receivedAt,
      @Nullable String componentCode,
      @Nullable String state,
      @Nullable Instant dueAt) {}

  /// Of one class, newest first.
  ///
  /// @param grid duty grid, or null for all
  List<Found> ofClass(String kind, String classCode, @Nullable String grid, Instant since) {
    return jdbc.sql(
            """
            select r.report_id, r.lon, r.lat, r.received_at, r.component_code, s.to_state, s.due_at
            from intake.report r
            join intake.report_standing s on s.report_id = r.report_id
            where r.class_code = :class and r.kind = :kind
              and (cast(:grid as text) is null or r.duty_grid_code = :grid)
              and r.received_at >= :since
              and r.follows is null and s.followed_id = r.report_id
              and coalesce(s.to_state, '') not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED')
            order by r.received_at desc
            limit 300
            """)
        .param("class", classCode)
        .param("kind", kind)
        .param("grid", grid)
        .param("since", Timestamp.from(since))
        .query((row, _) -> read(row))
        .list();
  }

  /// Of one component, however old.
  List<Found> ofComponent(String code) {
    return jdbc.sql(
            """
            select r.report_id, r.lon, r.lat, r.received_at, r.component_code, s.to_state, s.due_at
            from intake.report r
            join intake.report_standing s on s.report_id = r.report_id
            where r.component_code = :code
              and r.follows is null and s.followed_id = r.report_id
              and coalesce(s.to_state, '') not in ('CLOSED', 'REFUSED', 'LINKED', 'VOIDED')
            order by r.received_at desc
            limit 20
            """)
        .param("code", code)
        .query((row, _) -> read(row))
        .list();
  }

  private static Found read(ResultSet row) throws SQLException {
    Timestamp dueAt = row.getTimestamp("due_at");
    return new Found(
        row.getObject("report_id", UUID.class),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getTimestamp("received_at").toInstant(),
        row.getString("component_code"),
        row.getString("to_state"),
        dueAt == null ? null : dueAt.toInstant());
  }
}
