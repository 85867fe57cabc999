package org.citygrid.geofile.geopackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.GeoFileWriter;
import org.citygrid.geofile.source.WorkFolder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.SQLiteConfig;

/// Writes a GeoPackage 1.3 of one layer with its spatial index. SQLite needs a file of its own, so
/// that nothing is sent before the end.
public final class GeoPackageOutput implements GeoFileWriter {
  private static final int CGCS2000 = 4490;
  private static final int ROWS_A_COMMIT = 50_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final OutputStream out;
  private final WorkFolder folder = new WorkFolder();
  private final Path file;
  private final Connection db;
  private final PreparedStatement insert;
  private final PreparedStatement index;
  private final GeometryBlob blobs = new GeometryBlob();
  private final List<Column> columns;
  private final String table;
  private final Names names;
  private final Envelope extent = new Envelope();
  private long rows;

  public GeoPackageOutput(OutputStream out, String layer, List<Column> columns) throws IOException {
    this.out = out;
    this.columns = columns;
    this.names = new Names(columns);
    this.table = layer.toLowerCase(Locale.ROOT).startsWith("gpkg_") ? "_" + layer : layer;
    this.file = folder.file("layer.gpkg");
    try {
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(SQLiteConfig.JournalMode.OFF);
      config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
      db = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      db.setAutoCommit(false);
      lay();
      insert = db.prepareStatement(names.insert(table));
      index =
          db.prepareStatement(
              "insert into "
                  + Layer.quoted("rtree_" + table + "_" + names.geometry)
                  + " values (?, ?, ?, ?, ?)");
    } catch (SQLException broken) {
      folder.close();
      throw new IOException(broken);
    }
  }

  @Override
  public void write(@Nullable Geometry geometry, @Nullable Object... values) throws IOException {
    try {
      rows++;
      insert.setLong(1, rows);
      if (geometry == null || geometry.isEmpty()) {
        insert.setNull(2, java.sql.Types.BLOB);
      } else {
        insert.setBytes(2, blobs.write(geometry, CGCS2000));
        index(geometry.getEnvelopeInternal());
      }
      for (int at = 0; at < columns.size(); at++) {
        set(at + 3, at < values.length ? values[at] : null);
      }
      insert.addBatch();
      if (rows % 1000 == 0) {
        flush();
      }
      if (rows % ROWS_A_COMMIT == 0) {
        db.commit();
      }
    } catch (SQLException broken) {
      throw new IOException(broken);
    }
  }

  @Override
  public void close() throws IOException {
    try (folder;
        out) {
      try {
        flush();
        finish();
        db.commit();
      } finally {
        db.close();
      }
      Files.copy(file, out);
    } catch (SQLException broken) {
      throw new IOException(broken);
    }
  }

  private void flush() throws SQLException {
    insert.executeBatch();
    index.executeBatch();
  }

  private void index(Envelope box) throws SQLException {
    index.setLong(1, rows);
    index.setDouble(2, box.getMinX());
    index.setDouble(3, box.getMaxX());
    index.setDouble(4, box.getMinY());
    index.setDouble(5, box.getMaxY());
    index.addBatch();
    extent.expandToInclude(box);
  }

  private void set(int at, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> insert.setNull(at, java.sql.Types.NULL);
      case Boolean truth -> insert.setInt(at, truth ? 1 : 0);
      case Long number -> insert.setLong(at, number);
      case Integer number -> insert.setLong(at, number);
      case Number number -> insert.setDouble(at, number.doubleValue());
      case Instant time -> insert.setString(at, TIME.format(time));
      case LocalDate date -> insert.setString(at, date.toString());
      default -> insert.setString(at, value.toString());
    }
  }

  private void lay() throws SQLException, IOException {
    try (Statement statement = db.createStatement()) {
      statement.execute("pragma application_id = 1196444487");
      statement.execute("pragma user_version = 10300");
      for (String each : script("geopackage.sql")) {
        statement.execute(each);
      }
      statement.execute(names.create(table));
      statement.execute(
          "create virtual table "
              + Layer.quoted("rtree_" + table + "_" + names.geometry)
              + " using rtree(id, minx, maxx, miny, maxy)");
    }
    register(
        "insert into gpkg_contents (table_name, data_type, identifier, srs_id) values (?1, 'features', ?1, 4490)");
    register(
        "insert into gpkg_geometry_columns values (?1, '"
            + names.geometry
            + "', 'GEOMETRY', 4490, 0, 0)");
    register(
        "insert into gpkg_extensions values (?1, '"
            + names.geometry
            + "', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')");
    db.commit();
  }

  private void register(String sql) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      statement.setString(1, table);
      statement.executeUpdate();
    }
  }

  /// The triggers come after the rows, which would otherwise be indexed twice.
  private void finish() throws SQLException, IOException {
    try (Statement statement = db.createStatement()) {
      for (String each : script("rtree-triggers.sql")) {
        statement.execute(
            each.replace("{rtree}", Layer.quoted("rtree_" + table + "_" + names.geometry))
                .replace(
                    "{prefix}", ("rtree_" + table + "_" + names.geometry).replace("\"", "\"\""))
                .replace("{table}", Layer.quoted(table))
                .replace("{geom}", Layer.quoted(names.geometry))
                .replace("{fid}", Layer.quoted(names.id)));
      }
    }
    if (!extent.isNull()) {
      try (PreparedStatement statement =
          db.prepareStatement(
              "update gpkg_contents set min_x = ?, min_y = ?, max_x = ?, max_y = ?")) {
        statement.setDouble(1, extent.getMinX());
        statement.setDouble(2, extent.getMinY());
        statement.setDouble(3, extent.getMaxX());
        statement.setDouble(4, extent.getMaxY());
        statement.executeUpdate();
      }
    }
  }

  private static List<String> script(String name) throws IOException {
    try (var in = GeoPackageOutput.class.getResourceAsStream(name)) {
      String text =
          new String(
              java.util.Objects.requireNonNull(in).readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);
      return List.of(text.strip().split(";;\\s*"));
    }
  }

  /// Names of columns, each once whatever the case, as SQLite demands.
  private static final class Names {
    private final String id;
    private final String geometry;
    private final List<String> columns;
    private final List<Column> all;

    Names(List<Column> all) {
      this.all = all;
      Set<String> taken = new HashSet<>();
      columns = all.stream().map(column -> free(column.name(), taken)).toList();
      id = free("fid", taken);
      geometry = free("geom", taken);
    }

    String create(String table) {
      StringBuilder sql =
          new StringBuilder("create table ")
              .append(Layer.quoted(table))
              .append(" (")
              .append(Layer.quoted(id))
              .append(" integer primary key autoincrement not null, ")
              .append(Layer.quoted(geometry))
              .append(" geometry");
      for (int at = 0; at < columns.size(); at++) {
        sql.append(", ")
            .append(Layer.quoted(columns.get(at)))
            .append(' ')
            .append(declared(all.get(at).type()));
      }
      return sql.append(')').toString();
    }

    String insert(String table) {
      String marks = columns.stream().map(_ -> ", ?").collect(Collectors.joining());
      return "insert into " + Layer.quoted(table) + " values (?, ?" + marks + ")";
    }

    private static String free(String name, Set<String> taken) {
      String free = name.isBlank() ? "column" : name;
      for (int again = 2; !taken.add(free.toLowerCase(Locale.ROOT)); again++) {
        free = name + "_" + again;
      }
      return free;
    }

    private static String declared(Column.Type type) {
      return switch (type) {
        case TEXT, JSON -> "text";
        case INTEGER -> "integer";
        case DECIMAL -> "real";
        case BOOLEAN -> "boolean";
        case DATE -> "date";
        case INSTANT -> "datetime";
      };
    }
  }
}
