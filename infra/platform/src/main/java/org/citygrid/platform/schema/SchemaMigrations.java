package org.citygrid.platform.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings every module's schema to the version that this program was written for.
///
/// @param patience how long to wait for a database that is still starting
record SchemaMigrations(DataSource database, List<ModuleSchema> schemas, Duration patience) {
  void run() {
    awaitDatabase();
    schemas.forEach(this::migrate);
  }

  private void migrate(ModuleSchema schema) {
    Flyway.configure()
        .dataSource(database)
        .schemas(schema.name())
        .defaultSchema(schema.name())
        .locations("classpath:db/" + schema.name())
        .failOnMissingLocations(true)
        .table("schema_history")
        // PostGIS lives in public; a module's own names come first.
        .initSql("set search_path to " + schema.name() + ", public; set lock_timeout to '10s'")
        .load()
        .migrate();
  }

  private void awaitDatabase() {
    Instant end = Instant.now().plus(patience);
    while (true) {
      try (Connection connection = database.getConnection()) {
        connection.isValid(2);
        return;
      } catch (SQLException refused) {
        if (Instant.now().isAfter(end)) {
          throw new DatabaseUnreachable(
              "The database did not answer within %d s (%s): check citygrid.database.url, .user and .password."
                  .formatted(patience.toSeconds(), lastCause(refused)),
              refused);
        }
        pause();
      }
    }
  }

  private static String lastCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for the database", stop);
    }
  }
}
