package org.citygrid.ogc.features;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.GeoFileWriter;
import org.citygrid.geofile.GeoFiles;
import org.citygrid.ogc.Clause;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.Property;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes a whole selection into a file while it is read: what memory holds does not grow with it.
/// One moment is seen from the first row to the last.
final class Export {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final int AT_ONCE = 3;
  private static final Duration COME_BACK = Duration.ofSeconds(30);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate reading;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Export(JdbcTemplate jdbc, TransactionTemplate reading) {
    this.jdbc = jdbc;
    this.reading = reading;
  }

  /// Where the file goes, once it is certain that there will be one.
  @FunctionalInterface
  interface Target {
    OutputStream open() throws IOException;
  }

  /// @throws org.citygrid.platform.problem.ProblemException (429) when too many are under way
  /// @return how many features were written
  long write(Selection asked, FileForm form, Target target) {
    if (!places.tryAcquire()) {
      throw Problem.tooMany(COME_BACK).asException();
    }
    try {
      Long written = reading.execute(_ -> writeAll(asked, form, target));
      return written == null ? 0 : written;
    } finally {
      places.release();
    }
  }

  private long writeAll(Selection asked, FileForm form, Target target) {
    List<Property> exported =
        asked.collection().properties().stream().filter(Property::exported).toList();
    List<Column> columns = exported.stream().map(Export::column).toList();
    String layer = asked.collection().id();
    try (GeoFileWriter writer =
        GeoFiles.writer(form.format(), new LeftOpen(target.open()), layer, columns)) {
      var rows = new Rows(writer, exported);
      jdbc.query(FeatureTable.prepared(select(asked, exported), false, ROWS_AT_ONCE, 0), rows);
      return rows.count;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The writer ends its file by closing; the answer itself the server ends, or breaks off.
  private static final class LeftOpen extends FilterOutputStream {
    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static final class Rows implements RowCallbackHandler {
    private final GeoFileWriter writer;
    private final List<Property> exported;
    private final WKBReader wkb = new WKBReader();
    private long count;

    Rows(GeoFileWriter writer, List<Property> exported) {
      this.writer = writer;
      this.exported = exported;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
      try {
        writer.write(geometry(wkb, row), values(row, exported));
        count++;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private static @Nullable Object[] values(ResultSet row, List<Property> exported)
      throws SQLException {
    var values = new @Nullable Object[exported.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = FeatureTable.value(row, 2 + i, exported.get(i));
    }
    return values;
  }

  private static @Nullable Geometry geometry(WKBReader reader, ResultSet row) throws SQLException {
    byte[] wkb = row.getBytes(1);
    try {
      return wkb == null ? null : reader.read(wkb);
    } catch (ParseException impossible) {
      throw new IllegalStateException("PostGIS wrote WKB that cannot be read", impossible);
    }
  }

  private static Clause select(Selection asked, List<Property> exported) {
    OgcCollection collection = asked.collection();
    String columns = exported.stream().map(Property::sql).collect(Collectors.joining(", "));
    Clause all =
        Clause.of(
                "select ST_AsBinary(f.%s), %s\nfrom %s f\nwhere "
                    .formatted(collection.geometry(), columns, collection.table()))
            .then(asked.where())
            .then(Clause.of("\norder by " + collection.keyProperty().sql()));
    return asked.limit().map(limit -> all.then(Clause.of("\nlimit ?", limit))).orElse(all);
  }

  private static Column column(Property property) {
    return new Column(
        property.name(),
        switch (property.type()) {
          case TEXT, UUID -> Column.Type.TEXT;
          case INTEGER -> Column.Type.INTEGER;
          case DECIMAL -> Column.Type.DECIMAL;
          case BOOLEAN -> Column.Type.BOOLEAN;
          case DATE -> Column.Type.DATE;
          case INSTANT -> Column.Type.INSTANT;
          case JSON -> Column.Type.JSON;
        });
  }
}
