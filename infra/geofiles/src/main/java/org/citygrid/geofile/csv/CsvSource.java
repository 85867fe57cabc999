package org.citygrid.geofile.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.citygrid.geofile.text.SheetText;
import org.citygrid.geofile.text.TextFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// Reads CSV. All values are texts: a code may begin with a zero, and only its reader knows.
public final class CsvSource implements RowSource {
  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final Pattern SRID = Pattern.compile("(?is)\\s*SRID=(\\d+);.*");

  private final TextFile text;
  private final CsvHeading heading;
  private final PlaceColumns columns;
  private final ToLonLat places;
  private final Described described;
  private final WKTReader wkt = new WKTReader(ToLonLat.GEOMETRIES);

  private CsvSource(
      TextFile text,
      CsvHeading heading,
      PlaceColumns columns,
      ToLonLat places,
      Described described) {
    this.text = text;
    this.heading = heading;
    this.columns = columns;
    this.places = places;
    this.described = described;
  }

  public static CsvSource open(TextFile text, String layer, Reading how) throws IOException {
    CsvHeading heading = CsvHeading.of(text, how.delimiter());
    PlaceColumns columns = PlaceColumns.find(heading.names(), heading.rows(), how);
    Crs crs = Crs.of(heading, columns, how);
    List<Warning> warnings = new ArrayList<>(text.warnings());
    if (!heading.named()) {
      warnings.add(
          new Warning(
              "no-heading", "The first line holds values, not names; the columns are numbered."));
    }
    if (!columns.any()) {
      warnings.add(
          new Warning(
              "no-geometry",
              "No column holds places: neither longitude and latitude nor WKT was found."));
    }
    Described described =
        new Described(
            GeoFileFormat.CSV,
            layer,
            List.of(layer),
            heading.names().stream().map(name -> new Column(name, Column.Type.TEXT)).toList(),
            crs.code(),
            crs.from(),
            text.charset().name(),
            text.from(),
            -1,
            columns.names(heading.names()),
            warnings);
    return new CsvSource(text, heading, columns, ToLonLat.from(crs.code()), described);
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
    return text.bytes().position();
  }

  @Override
  public void read(Predicate<Feature> rows) throws IOException {
    places.restart();
    try (CsvReader<CsvRecord> csv = CsvHeading.csv(heading.delimiter()).ofCsvRecord(text.open())) {
      boolean skip = heading.named();
      for (CsvRecord line : csv) {
        if (!skip && !rows.test(feature(line))) {
          return;
        }
        skip = false;
      }
    } catch (CsvParseException broken) {
      throw new UnreadableFile(
          "a quotation that begins in the row of line %s is never closed".formatted(line(broken)),
          broken);
    } catch (UncheckedIOException broken) {
      throw Objects.requireNonNull(broken.getCause());
    }
  }

  /// The line as the reader of CSV tells it, or a question mark.
  private static String line(CsvParseException broken) {
    for (@Nullable Throwable at = broken; at != null; at = at.getCause()) {
      Matcher said = LINE.matcher(String.valueOf(at.getMessage()));
      if (said.find()) {
        return said.group(1);
      }
    }
    return "?";
  }

  @Override
  public void close() {}

  private Feature feature(CsvRecord line) {
    List<Fault> faults = new ArrayList<>(0);
    int width = heading.names().size();
    int given = line.getFieldCount();
    @Nullable Object[] values = new @Nullable Object[width];
    for (int at = 0; at < Math.min(width, given); at++) {
      values[at] = value(at, line.getField(at), faults);
    }
    if (given != width) {
      faults.add(
          new Fault("row", null, "has %d fields where the heading has %d".formatted(given, width)));
    }
    return new Feature(line.getStartingLineNumber(), geometry(values, faults), values, faults);
  }

  private @Nullable String value(int column, String field, List<Fault> faults) {
    if (field.isEmpty()) {
      return null;
    }
    if (field.indexOf('\ufffd') >= 0) {
      faults.add(
          new Fault(
              heading.names().get(column),
              field,
              "holds bytes that are no " + text.charset().name()));
    }
    return SheetText.unguarded(field);
  }

  private @Nullable Geometry geometry(@Nullable Object[] values, List<Fault> faults) {
    @Nullable Object shape = columns.wkt() < 0 ? null : values[columns.wkt()];
    if (shape != null && !shape.toString().isBlank()) {
      return shape(shape.toString(), faults);
    }
    if (columns.lon() < 0) {
      return null;
    }
    @Nullable Object lon = values[columns.lon()];
    @Nullable Object lat = values[columns.lat()];
    if (lon == null || lat == null) {
      return null;
    }
    double x = number(columns.lon(), lon.toString(), faults);
    double y = number(columns.lat(), lat.toString(), faults);
    return Double.isNaN(x) || Double.isNaN(y) ? null : places.point(x, y, faults);
  }

  private double number(int column, String value, List<Fault> faults) {
    double number = PlaceColumns.number(SheetText.unguarded(value));
    if (Double.isNaN(number) && !value.isBlank()) {
      faults.add(new Fault(heading.names().get(column), value, "is not a number"));
    }
    return number;
  }

  private @Nullable Geometry shape(String value, List<Fault> faults) {
    String shape = SRID.matcher(value).matches() ? value.substring(value.indexOf(';') + 1) : value;
    try {
      return places.apply(wkt.read(shape), faults);
    } catch (ParseException | IllegalArgumentException | StackOverflowError broken) {
      faults.add(
          new Fault(
              heading.names().get(columns.wkt()),
              value.length() > 200 ? value.substring(0, 200) + "…" : value,
              "is not a shape in WKT"));
      return null;
    }
  }

  private record Crs(@Nullable String code, String from) {
    static Crs of(CsvHeading heading, PlaceColumns columns, Reading how) {
      if (how.crs() != null) {
        return new Crs(how.crs(), "asked for");
      }
      if (columns.wkt() >= 0) {
        for (List<String> row : heading.rows()) {
          Matcher srid = SRID.matcher(row.size() > columns.wkt() ? row.get(columns.wkt()) : "");
          if (srid.matches()) {
            return new Crs("EPSG:" + srid.group(1), "the SRID before the WKT");
          }
        }
      }
      if (!columns.any()) {
        return new Crs(null, "the file holds no places");
      }
      return inDegrees(heading, columns)
          ? new Crs("EPSG:4326", "the numbers are degrees; taken as WGS 84")
          : new Crs(null, "the file does not say");
    }

    private static boolean inDegrees(CsvHeading heading, PlaceColumns columns) {
      long degrees = 0;
      long all = 0;
      for (List<String> row : heading.rows()) {
        double[] place = place(row, columns);
        if (!Double.isNaN(place[0]) && !Double.isNaN(place[1])) {
          all++;
          degrees += Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 180 ? 1 : 0;
        }
      }
      return degrees * 2 >= all;
    }

    private static double[] place(List<String> row, PlaceColumns columns) {
      double[] place = {Double.NaN, Double.NaN};
      Matcher numbers =
          FIRST_PLACE.matcher(
              columns.wkt() >= 0 && columns.wkt() < row.size() ? row.get(columns.wkt()) : "");
      if (numbers.find()) {
        place[0] = PlaceColumns.number(numbers.group(1));
        place[1] = PlaceColumns.number(numbers.group(2));
      } else if (columns.lon() >= 0 && Math.max(columns.lon(), columns.lat()) < row.size()) {
        place[0] = PlaceColumns.number(row.get(columns.lon()));
        place[1] = PlaceColumns.number(row.get(columns.lat()));
      }
      return place;
    }
  }

  private static final Pattern FIRST_PLACE =
      Pattern.compile("(-?[\\d.]+(?:[eE][-+]?\\d+)?)\\s+(-?[\\d.]+(?:[eE][-+]?\\d+)?)");
}
