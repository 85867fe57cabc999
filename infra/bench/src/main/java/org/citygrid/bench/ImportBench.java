package org.citygrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/// How fast a first survey comes in, from the first byte of the upload until the last row is in the
/// register with every check made, against PostgreSQL's own COPY of the very rows it wrote into an
/// identical table, followed by the building of the same indexes; and against ogr2ogr.
final class ImportBench implements Benchmark {
  private static final Finding.Target TARGET = Finding.Target.atLeast(0.6);
  private static final long MOST_IN_A_SHAPEFILE = 4_000_000;
  private static final Map<String, String> SHAPEFILE_COLUMNS =
      Map.of(
          "code", "code",
          "competentUnit", "competent",
          "ownerUnit", "owner",
          "maintenanceUnit", "maintain",
          "spec", "spec",
          "address", "address",
          "state", "state",
          "since", "since");
  private static final Pattern SERVER = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(\\w+)");

  private final Rig rig;

  ImportBench(Rig rig) {
    this.rig = rig;
  }

  @Override
  public void run(Ledger ledger) throws Exception {
    int pairs = rig.wish().pairs();
    compareWithCopy(ledger, "CSV", rig.city().csv(), pairs);
    compareWithCopy(ledger, "GeoJSON, a feature a line", rig.city().lines(), pairs);
    compareWithOgr(ledger, pairs);
    rig.settle();
  }

  private void compareWithCopy(Ledger ledger, String form, Path file, int pairs) throws Exception {
    ours(file, Map.of());
    List<String> columns = columns();
    Path rows = keepRows(columns);
    Comparison comparison =
        Comparison.inTurns(pairs, () -> ours(file, Map.of()), () -> copy(columns, rows));
    ledger.enter(
        Finding.compared("import", form, "rows/s", "COPY, then the indexes", comparison, TARGET));
    Files.deleteIfExists(rows);
  }

  private void compareWithOgr(Ledger ledger, int pairs) throws Exception {
    String what = "Shapefile";
    if (!isThere("ogr2ogr")) {
      ledger.skip(what, "ogr2ogr is missing");
    } else if (rig.wish().components() > MOST_IN_A_SHAPEFILE) {
      ledger.skip(what, "a shapefile's table cannot hold so many rows");
    } else {
      Path shapefile = rig.city().shapefile();
      Path zip = rig.city().zipped(shapefile);
      try {
        Comparison comparison =
            Comparison.inTurns(pairs, () -> ours(zip, SHAPEFILE_COLUMNS), () -> ogr(shapefile));
        ledger.enter(
            Finding.compared(
                "import", what, "rows/s", "ogr2ogr, which checks nothing", comparison, TARGET));
      } catch (NotMeasured refused) {
        ledger.skip(what, String.valueOf(refused.getMessage()));
      }
    }
  }

  private double ours(Path file, Map<String, String> mapping) throws Exception {
    Door door = rig.door();
    rig.empty();
    long start = System.nanoTime();
    long rows = door.importComponents(file, mapping);
    double seconds = (System.nanoTime() - start) / 1e9;
    rig.awaitQuiet();
    if (rows != rig.wish().components() || rig.count() != rows) {
      throw new NotMeasured(
          "%,d of %,d rows were inserted".formatted(rows, rig.wish().components()));
    }
    return rows / seconds;
  }

  /// The same server settings, the same table, the same rows, a client that streams a ready file.
  private double copy(List<String> columns, Path rows) throws SQLException, IOException {
    try (var connection = rig.connect()) {
      List<String> indexes = indexes(connection);
      Rig.execute(connection, "drop schema if exists bare cascade");
      Rig.execute(connection, "create schema bare");
      Rig.execute(
          connection,
          "create table bare.component (like asset.component including all excluding indexes)");
      rig.checkpoint();
      long start = System.nanoTime();
      long copied;
      try (var in = Files.newInputStream(rows)) {
        copied =
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                    "copy bare.component (" + String.join(", ", columns) + ") from stdin",
                    in,
                    1 << 16);
      }
      for (String index : indexes) {
        Rig.execute(connection, index);
      }
      double rate = copied / ((System.nanoTime() - start) / 1e9);
      Rig.execute(connection, "drop schema bare cascade");
      return rate;
    }
  }

  /// Every column that is not computed from others.
  private List<String> columns() throws SQLException {
    try (var connection = rig.connect()) {
      return list(
          connection,
          """
          select quote_ident(attname) from pg_attribute
          where attrelid = 'asset.component'::regclass and attnum > 0 and not attisdropped
            and attgenerated = ''
          order by attnum
          """);
    }
  }

  private static List<String> indexes(Connection connection) throws SQLException {
    return list(
        connection,
        """
        select replace(replace(indexdef, ' ON ONLY ', ' ON '), ' ON asset.component ', ' ON bare.component ')
        from pg_indexes where schemaname = 'asset' and tablename = 'component' order by indexname
        """);
  }

  private Path keepRows(List<String> columns) throws SQLException, IOException {
    Path file = rig.folder().resolve("rows.copy");
    try (var connection = rig.connect();
        var out = Files.newOutputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select " + String.join(", ", columns) + " from asset.component) to stdout",
              out);
    }
    return file;
  }

  private double ogr(Path shapefile) throws Exception {
    Matcher server = SERVER.matcher(rig.database().url());
    server.find();
    try (var connection = rig.connect()) {
      Rig.execute(connection, "drop table if exists public.bare_ogr");
    }
    rig.checkpoint();
    var command =
        new ProcessBuilder(
            "ogr2ogr",
            "-f",
            "PostgreSQL",
            "PG:host=%s port=%s dbname=%s user=%s"
                .formatted(
                    server.group(1), server.group(2), server.group(3), rig.database().user()),
            shapefile.toString(),
            "-nln",
            "public.bare_ogr",
            "--config",
            "PG_USE_COPY",
            "YES");
    command.environment().put("PGPASSWORD", rig.database().password());
    long start = System.nanoTime();
    PgBench.Programs.run(command);
    double seconds = (System.nanoTime() - start) / 1e9;
    try (var connection = rig.connect()) {
      long rows = Rig.number(connection, "select count(*) from public.bare_ogr");
      Rig.execute(connection, "drop table public.bare_ogr");
      return rows / seconds;
    }
  }

  private static boolean isThere(String program) {
    try {
      PgBench.Programs.run(new ProcessBuilder(program, "--version"));
      return true;
    } catch (IOException | NotMeasured missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> list(Connection connection, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
