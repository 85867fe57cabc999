package org.citygrid.dispatch.figure;

import java.time.Duration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Time and memory for the few statements that look at a town's whole past. Elsewhere a database
/// that is silent for a minute counts as gone.
@Component
final class Patience {
  private static final Duration LONGEST = Duration.ofHours(6);

  private final JdbcTemplate jdbc;

  Patience(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// For the rest of the caller's transaction; the pool takes it back with the connection.
  void take() {
    jdbc.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
              return true;
            });
    jdbc.execute("set local work_mem = '128MB'");
    jdbc.execute("set local jit = off"); // compiling a hundred sums takes longer than adding them
  }
}
