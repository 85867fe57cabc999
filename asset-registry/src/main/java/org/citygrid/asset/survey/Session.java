package org.citygrid.asset.survey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/// What a survey asks of its transaction's connection: patience, room to sort, and its turn.
@Repository
class Session {
  private static final Duration PATIENCE = Duration.ofHours(2);

  private final DataSource database;
  private final JdbcClient jdbc;

  Session(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  /// Grants more time than a page's request has, and memory for sorting: a province is merged in
  /// minutes. The pool takes the first back when the connection returns, the end of the transaction
  /// the rest. Then waits until no other survey is being written.
  void begin(Watch watch) {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
    } catch (SQLException refused) {
      throw new IllegalStateException("the connection takes no time limit", refused);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
    watch.backend(jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
    jdbc.sql(
            """
            select set_config('work_mem', '64MB', true), set_config('maintenance_work_mem', '256MB', true),
              set_config('jit', 'off', true)
            """)
        .query((row, _) -> "")
        .single();
    jdbc.sql("select pg_advisory_xact_lock(hashtext('asset.survey'))")
        .query((row, _) -> "")
        .single();
  }

  /// Tells the planner what the register holds now, after a survey was written.
  void analyzeRegister() {
    jdbc.sql("analyze asset.component").update();
  }
}
