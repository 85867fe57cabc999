package org.citygrid.asset.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.citygrid.asset.survey.Coordinates.GEOMETRIES;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygrid.asset.Dimension;
import org.jspecify.annotations.Nullable;

/// Reads CSV in UTF-8 whose heading names our fields, `lon`, `lat`, and dimensions as
/// `dim:height(mm)`. An unknown heading refuses the file: a misspelt column would be lost in
/// silence.
final class CsvSurvey implements SurveyReader {
  private static final Pattern DIMENSION =
      Pattern.compile("dim:([a-zA-Z][a-zA-Z0-9]*)(?:\\(([^()]+)\\))?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

  /// Puts one cell of a row where it belongs.
  @FunctionalInterface
  private interface Column {
    void read(SurveyRow row, String cell);
  }

  @Override
  public void read(InputStream in, Consumer<SurveyRow> rows) throws IOException {
    var text = new InputStreamReader(in, UTF_8.newDecoder());
    try (CsvReader<CsvRecord> csv = CsvReader.builder().skipEmptyLines(true).ofCsvRecord(text)) {
      @Nullable Heading heading = null;
      for (CsvRecord line : csv) {
        if (heading == null) {
          heading = Heading.of(line.getFields());
        } else {
          rows.accept(heading.read(line));
        }
      }
      if (heading == null) {
        throw new UnreadableSurvey("the file is empty: the first line must name the columns");
      }
    } catch (CsvParseException broken) {
      throw new UnreadableSurvey("not valid CSV: " + broken.getMessage(), broken);
    } catch (UncheckedIOException broken) {
      throw Objects.requireNonNull(
          broken.getCause(), "an unchecked failure of reading has a cause");
    }
  }

  private record Heading(List<Column> columns, int lon, int lat) {
    static Heading of(List<String> names) {
      List<String> clean = names.stream().map(name -> name.replace("\ufeff", "").strip()).toList();
      requireOnce(clean);
      int lon = clean.indexOf("lon");
      int lat = clean.indexOf("lat");
      if (lon < 0 || lat < 0) {
        throw new UnreadableSurvey("the columns lon and lat are missing from the heading");
      }
      List<Column> columns = new ArrayList<>();
      clean.forEach(name -> columns.add(column(name)));
      return new Heading(columns, lon, lat);
    }

    private static void requireOnce(List<String> names) {
      Set<String> seen = new HashSet<>();
      for (String name : names) {
        if (!seen.add(name)) {
          throw new UnreadableSurvey("the column \"" + name + "\" stands twice in the heading");
        }
      }
    }

    private static Column column(String name) {
      if (name.equals("lon") || name.equals("lat")) {
        return (_, _) -> {};
      }
      if (SurveyRow.FIELDS.contains(name)) {
        return (row, cell) -> row.put(name, cell);
      }
      Matcher dimension = DIMENSION.matcher(name);
      if (dimension.matches()) {
        String what = dimension.group(1);
        @Nullable String unit = dimension.group(2);
        return (row, cell) -> readDimension(row, what, unit, cell);
      }
      throw new UnreadableSurvey("the column \"" + name + "\" is not known");
    }

    SurveyRow read(CsvRecord line) {
      SurveyRow row = new SurveyRow(line.getStartingLineNumber());
      if (line.getFieldCount() != columns.size()) {
        row.giveUp(
            "row",
            null,
            "has %d fields where the heading has %d"
                .formatted(line.getFieldCount(), columns.size()));
        return row;
      }
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).read(row, line.getField(i));
      }
      readLocation(row, line.getField(lon), line.getField(lat));
      return row;
    }

    private static void readLocation(SurveyRow row, String lon, String lat) {
      @Nullable Double x = number(row, "lon", lon);
      @Nullable Double y = number(row, "lat", lat);
      if (x != null && y != null) {
        row.place(GEOMETRIES.createPoint(Coordinates.coordinate(x, y)));
      }
    }

    private static @Nullable Double number(SurveyRow row, String field, String cell) {
      String text = cell.strip();
      if (text.isEmpty()) {
        row.refuse(field, null, "is missing");
        return null;
      }
      try {
        return Double.valueOf(text);
      } catch (NumberFormatException wrong) {
        row.refuse(field, cell, "must be a number");
        return null;
      }
    }

    private static void readDimension(
        SurveyRow row, String name, @Nullable String unit, String cell) {
      String text = cell.strip();
      if (!text.isEmpty()) {
        Object value = NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
        row.add(new Dimension(name, value, unit));
      }
    }
  }
}
