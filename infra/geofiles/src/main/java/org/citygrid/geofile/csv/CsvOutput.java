package org.citygrid.geofile.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.GeoFileWriter;
import org.citygrid.geofile.text.SheetText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;

/// Writes CSV that Excel opens as it is: UTF-8 with a byte order mark. Points stand in `lon` and
/// `lat`, all other shapes as WKT in `wkt`; a column of that name is called `lon_`, and so on.
public final class CsvOutput implements GeoFileWriter {
  private static final List<String> PLACES = List.of("lon", "lat", "wkt");

  private final CsvWriter csv;
  private final boolean places;
  private final List<Column> columns;
  private final List<String> line = new ArrayList<>();
  private final WKTWriter wkt = new WKTWriter();

  public CsvOutput(OutputStream out, List<Column> columns) throws IOException {
    this(out, columns, true);
  }

  private CsvOutput(OutputStream out, List<Column> columns, boolean places) throws IOException {
    this.columns = columns;
    this.places = places;
    Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
    text.write('\ufeff');
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    columns.forEach(column -> line.add(SheetText.guarded(free(column.name()))));
    line.addAll(places ? PLACES : List.of());
    writeLine();
  }

  /// Without places.
  public static CsvOutput table(OutputStream out, List<Column> columns) throws IOException {
    return new CsvOutput(out, columns, false);
  }

  @Override
  public void write(@Nullable Geometry geometry, @Nullable Object... values) throws IOException {
    line.clear();
    for (int at = 0; at < columns.size(); at++) {
      line.add(text(at < values.length ? values[at] : null));
    }
    if (places) {
      place(geometry);
    }
    writeLine();
  }

  private void place(@Nullable Geometry geometry) {
    boolean point = geometry instanceof Point && !geometry.isEmpty();
    line.add(point ? Double.toString(Objects.requireNonNull(geometry).getCoordinate().x) : "");
    line.add(point ? Double.toString(Objects.requireNonNull(geometry).getCoordinate().y) : "");
    line.add(point || geometry == null ? "" : wkt.write(geometry));
  }

  @Override
  public void close() throws IOException {
    try {
      csv.close();
    } catch (UncheckedIOException broken) {
      throw Objects.requireNonNull(broken.getCause());
    }
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      default -> SheetText.guarded(value.toString());
    };
  }

  private static String free(String name) {
    return PLACES.contains(name) ? name + "_" : name;
  }

  private void writeLine() throws IOException {
    try {
      csv.writeRecord(line);
    } catch (UncheckedIOException broken) {
      throw Objects.requireNonNull(broken.getCause());
    }
  }
}
