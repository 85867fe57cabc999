package org.citygrid.geofile.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.citygrid.geo.CoordinateSystems;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.Described;
import org.citygrid.geofile.Described.Warning;
import org.citygrid.geofile.Fault;
import org.citygrid.geofile.Feature;
import org.citygrid.geofile.GeoFileFormat;
import org.citygrid.geofile.Reading;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.geofile.place.ToLonLat;
import org.citygrid.geofile.source.RowSource;
import org.citygrid.geofile.source.WorkFolder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/// Reads one table of a GeoPackage. The file is opened as it lies, never written: what an
/// unfinished transaction left beside it is not looked at.
public final class GeoPackageSource implements RowSource {
  private static final int LARGEST_VALUE = 1 << 26;
  private static final int STEPS_BETWEEN_LOOKS = 100_000;
  private static final int MOST_LOOKS_WITHOUT_A_ROW = 2_000;

  private final WorkFolder folder;
  private final SQLiteConnection db;
  private final Layer layer;
  private final Described described;
  private final ToLonLat places;
  private final GeometryBlob blobs = new GeometryBlob();
  private final long size;
  private int looks;
  private volatile long done;

  private GeoPackageSource(
      WorkFolder folder,
      SQLiteConnection db,
      Layer layer,
      Described described,
      ToLonLat places,
      long size) {
    this.folder = folder;
    this.db = db;
    this.layer = layer;
    this.described = described;
    this.places = places;
    this.size = size;
  }

  /// @param folder what the file was unpacked to; closed with this
  public static GeoPackageSource open(Path file, WorkFolder folder, Reading how)
      throws IOException {
    try {
      SQLiteConnection db = connect(file);
      try {
        return open(db, folder, how, Files.size(file));
      } catch (SQLException | RuntimeException broken) {
        db.close();
        throw broken;
      }
    } catch (SQLException broken) {
      folder.close();
      throw broken(broken);
    } catch (IOException | RuntimeException broken) {
      folder.close();
      throw broken;
    }
  }

  @Override
  public Described described() {
    return described;
  }

  @Override
  public ToLonLat places() {
    return places;
  }

  @Override
  public long bytesRead() {
    return described.rows() <= 0
        ? size
        : size * Math.min(done, described.rows()) / described.rows();
  }

  @Override
  public void read(Predicate<Feature> rows) throws IOException {
    places.restart();
    done = 0;
    looks = 0;
    try {
      ProgressHandler.setHandler(db, STEPS_BETWEEN_LOOKS, new Patience());
      try (PreparedStatement query = db.prepareStatement(layer.select());
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          looks = 0;
          if (!rows.test(feature(row, ++done))) {
            return;
          }
        }
      } finally {
        ProgressHandler.clearHandler(db);
      }
    } catch (SQLException broken) {
      throw broken(broken);
    }
  }

  @Override
  public void close() throws IOException {
    try (folder) {
      db.close();
    } catch (SQLException broken) {
      throw new IOException(broken);
    }
  }

  private static SQLiteConnection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    SQLiteConnection db =
        (SQLiteConnection)
            config.createConnection(
                "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?mode=ro&immutable=1");
    db.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
    try (Statement statement = db.createStatement()) {
      statement.execute("pragma trusted_schema = off");
    } catch (SQLException broken) {
      db.close();
      throw broken;
    }
    return db;
  }

  private static GeoPackageSource open(
      SQLiteConnection db, WorkFolder folder, Reading how, long size) throws SQLException {
    List<String> layers = Layer.names(db);
    String name = choose(layers, how.layer());
    Layer layer = Layer.find(db, name);
    boolean asked = how.crs() != null;
    @Nullable String crs = asked ? how.crs() : crs(db, layer.srs());
    Described described =
        new Described(
            GeoFileFormat.GEOPACKAGE,
            name,
            layers,
            layer.columns(),
            layer.geometry() == null ? null : crs,
            layer.geometry() == null
                ? "the file holds no places"
                : asked
                    ? "asked for"
                    : crs == null ? "the GeoPackage leaves it undefined" : "the GeoPackage",
            null,
            "GeoPackage is always UTF-8",
            count(db, layer),
            layer.geometry() == null
                ? List.of(
                    new Warning(
                        "no-geometry", "The table has no geometry, so there are no places."))
                : List.of());
    return new GeoPackageSource(
        folder, db, layer, described, ToLonLat.from(layer.geometry() == null ? null : crs), size);
  }

  private static String choose(List<String> layers, @Nullable String asked) {
    if (layers.isEmpty()) {
      throw new UnreadableFile(
          "the GeoPackage holds no features, only map pictures (tiles) or nothing at all");
    }
    if (asked == null) {
      return layers.getFirst();
    }
    if (!layers.contains(asked)) {
      throw UnreadableFile.because(
          "layer",
          "the GeoPackage has no layer \"%s\"; it has %s"
              .formatted(asked, String.join(", ", layers)),
          null);
    }
    return asked;
  }

  private static long count(Connection db, Layer layer) throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from " + Layer.quoted(layer.table()))) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  private static @Nullable String crs(Connection db, int srs) throws SQLException {
    if (srs <= 0) {
      return null;
    }
    try (PreparedStatement query =
        db.prepareStatement(
            """
            select organization, organization_coordsys_id, definition
            from gpkg_spatial_ref_sys
            where srs_id = ?
            """)) {
      query.setInt(1, srs);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        String code =
            String.valueOf(row.getString(1)).toUpperCase(Locale.ROOT) + ":" + row.getInt(2);
        @Nullable String wkt = row.getString(3);
        return CoordinateSystems.knows(code) || wkt == null || !wkt.contains("[") ? code : wkt;
      }
    }
  }

  private Feature feature(ResultSet row, long number) throws SQLException {
    List<Fault> faults = new ArrayList<>(0);
    List<Column> columns = layer.columns();
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int at = 0; at < values.length; at++) {
      values[at] = value(row, at + 1, columns.get(at), faults);
    }
    return new Feature(number, geometry(row, columns.size() + 1, faults), values, faults);
  }

  private @Nullable Geometry geometry(ResultSet row, int index, List<Fault> faults)
      throws SQLException {
    if (layer.geometry() == null || !(row.getObject(index) instanceof byte[] blob)) {
      return null;
    }
    try {
      @Nullable Geometry geometry = blobs.read(blob);
      return geometry == null ? null : places.apply(geometry, faults);
    } catch (IllegalArgumentException broken) {
      faults.add(new Fault("geometry", null, String.valueOf(broken.getMessage())));
      return null;
    }
  }

  private static @Nullable Object value(ResultSet row, int index, Column column, List<Fault> faults)
      throws SQLException {
    @Nullable Object raw = row.getObject(index);
    if (raw == null || raw instanceof String text && text.isEmpty()) {
      return null;
    }
    if (raw instanceof byte[] bytes) {
      faults.add(
          new Fault(column.name(), null, "holds %d bytes, not a value".formatted(bytes.length)));
      return null;
    }
    try {
      return typed(raw, column.type());
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
      faults.add(
          new Fault(
              column.name(),
              raw.toString(),
              "is no " + column.type().name().toLowerCase(Locale.ROOT)));
      return null;
    }
  }

  private static Object typed(Object raw, Column.Type type) {
    return switch (type) {
      case INTEGER ->
          raw instanceof Number number ? whole(number) : Long.valueOf(raw.toString().strip());
      case DECIMAL ->
          raw instanceof Number number
              ? number.doubleValue()
              : Double.valueOf(raw.toString().strip());
      case BOOLEAN -> truth(raw.toString());
      case DATE -> LocalDate.parse(raw.toString().strip());
      case INSTANT -> instant(raw.toString().strip().replace(' ', 'T'));
      default -> raw.toString();
    };
  }

  private static long whole(Number number) {
    if (number instanceof Double fraction && fraction != Math.rint(fraction)) {
      throw new ArithmeticException();
    }
    return number.longValue();
  }

  private static Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "1.0", "true", "t", "y" -> true;
      case "0", "0.0", "false", "f", "n" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Instant instant(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d");
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static UnreadableFile broken(SQLException broken) {
    String message = String.valueOf(broken.getMessage());
    String why =
        message.contains("no such table: gpkg_")
            ? "this is an SQLite database, but no GeoPackage"
            : message.contains("interrupt") || message.contains("SQLITE_INTERRUPT")
                ? "a view of the GeoPackage takes too long to read"
                : "the GeoPackage is damaged";
    return new UnreadableFile(why, broken);
  }

  /// Stops a view that computes without end.
  private final class Patience extends ProgressHandler {
    @Override
    protected int progress() {
      return ++looks > MOST_LOOKS_WITHOUT_A_ROW ? 1 : 0;
    }
  }
}
