package org.citygrid.platform.identity;

import java.sql.Timestamp;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Notes who did what to accounts and keys.
final class Audit {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  Audit(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void note(
      @Nullable String userName,
      String action,
      @Nullable String target,
      String outcome,
      @Nullable String source) {
    jdbc.sql(
            """
            insert into platform.audit_entry (at, user_name, action, target, outcome, source)
            values (:at, :user, :action, :target, :outcome, :source)
            """)
        .param("at", Timestamp.from(clock.instant()))
        .param("user", userName)
        .param("action", action)
        .param("target", target)
        .param("outcome", outcome)
        .param("source", source)
        .update();
  }
}
