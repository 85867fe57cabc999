package org.citygrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.devservices.Database;
import org.citygrid.devservices.DevServices;
import org.jspecify.annotations.Nullable;

/// Everything a benchmark needs: a fresh PostGIS and Kafka, the program, the city's files.
final class Rig implements AutoCloseable {
  private static final String DATABASE = "bench";

  private final DevServices services = DevServices.shared();
  private final Database database = services.postGis().createDatabase(DATABASE);
  private final Path folder;
  private final Path jar;
  private final City city;
  private final Wish wish;
  private final Map<String, String> settings = new HashMap<>();
  private @Nullable App app;
  private boolean landed;

  /// @param folder where files of the bench are kept
  /// @param jar the program, unpacked
  Rig(Path folder, Path jar, Wish wish) throws IOException {
    this.folder = folder;
    this.jar = jar;
    this.wish = wish;
    this.city = new City(folder, wish);
    Files.createDirectories(folder);
    city.make();
  }

  Wish wish() {
    return wish;
  }

  City city() {
    return city;
  }

  Database database() {
    return database;
  }

  Path folder() {
    return folder;
  }

  /// @throws NotMeasured where PostgreSQL's programs are not installed
  PgBench pgBench() {
    return new PgBench(
        DevServices.findProgram("pgbench")
            .orElseThrow(() ->
                new NotMeasured("pgbench is missing; Debian, Ubuntu: apt-get install postgresql")),
        database,
        folder);
  }

  /// Where the broker is, `host:port`.
  String kafka() {
    return services.kafka().bootstrap();
  }

  /// The program with these settings: the running one where they are the same.
  App app(Map<String, String> wanted) throws IOException, InterruptedException {
    App running = app;
    if (running != null && settings.equals(wanted)) {
      return running;
    }
    close();
    settings.clear();
    settings.putAll(wanted);
    Map<String, String> environment = new HashMap<>(wanted);
    environment.put("CITYGRID_DATABASE_URL", database.url());
    environment.put("CITYGRID_DATABASE_USER", database.user());
    environment.put("CITYGRID_DATABASE_PASSWORD", database.password());
    environment.put("CITYGRID_KAFKA_BOOTSTRAP", services.kafka().bootstrap());
    environment.put("CITYGRID_TOWN", city.town());
    environment.put("CITYGRID_PHOTOS_DIR", folder.resolve("photos").toString());
    App started = App.start(jar, environment, folder.resolve("app.log"));
    app = started;
    return started;
  }

  /// The program with units and land, and the right to write.
  Door door() throws IOException, InterruptedException {
    Door door = new Door(app(settings).base());
    if (!landed) {
      door.installUnits(city.town());
      for (String kind : List.of("divisions", "cells", "grids")) {
        door.survey(kind, city.land(kind));
      }
      landed = true;
    }
    return door;
  }

  /// The register with the wished components in it.
  void load() throws IOException, InterruptedException, SQLException {
    if (count() == wish.components()) {
      return;
    }
    Door door = door();
    empty();
    long rows = door.importComponents(city.lines(), Map.of());
    if (rows != wish.components()) {
      throw new NotMeasured(
          "%,d of %,d components were imported".formatted(rows, wish.components()));
    }
    settle();
  }

  long count() throws SQLException {
    try (var connection = connect()) {
      return exists(connection, "asset.component")
          ? number(connection, "select count(*) from asset.component")
          : 0;
    }
  }

  /// An empty register, as after the installation; the land stays.
  void empty() throws SQLException {
    try (var connection = connect()) {
      List<String> tables =
          new ArrayList<>(List.of("asset.component", "asset.component_count", "asset.code_block"));
      tables.removeIf(table -> !existsQuietly(connection, table));
      execute(connection, "truncate " + String.join(", ", tables) + " cascade");
    }
    checkpoint();
  }

  /// After a load: what a running server has done a minute later by itself.
  void settle() throws SQLException {
    try (var connection = connect()) {
      execute(connection, "vacuum analyze asset.component");
      execute(connection, "vacuum analyze asset.component_count");
    }
    checkpoint();
  }

  /// Until nobody else is at work in the database, so that no run pays for what the one before it
  /// left to do.
  void awaitQuiet() throws SQLException, InterruptedException {
    try (var connection = connect()) {
      String others =
          """
          select count(*) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and state = 'active'
            and query not like 'listen%' and query_start < clock_timestamp() - interval '50 ms'
          """;
      while (number(connection, others) > 0) {
        Thread.sleep(100);
      }
    }
  }

  /// So that no run pays for what the one before it wrote.
  void checkpoint() throws SQLException {
    try (var connection =
        DriverManager.getConnection(
            database.url(), "postgres", services.postGis().superuserPassword())) {
      execute(connection, "checkpoint");
    }
  }

  /// Of the owner of all tables.
  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  String postgres() throws SQLException {
    try (var connection = connect()) {
      return text(
          connection,
          "select split_part(version(), ' on ', 1) || ', PostGIS ' || postgis_lib_version()");
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    return Long.parseLong(text(connection, sql));
  }

  static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static boolean existsQuietly(Connection connection, String table) {
    try {
      return exists(connection, table);
    } catch (SQLException e) {
      throw new NotMeasured("the database did not answer", e);
    }
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    return text(connection, "select to_regclass('" + table + "') is not null").equals("t");
  }

  @Override
  public void close() {
    App running = app;
    app = null;
    if (running != null) {
      running.close();
    }
  }
}
