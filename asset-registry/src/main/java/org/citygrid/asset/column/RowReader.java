package org.citygrid.asset.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.Fault;
import org.citygrid.geofile.Feature;
import org.citygrid.geofile.UnreadableFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Makes rows of a survey from a file's features. For one thread.
public final class RowReader {
  /// What an export of identity cards has besides; the register finds these out for itself.
  private static final Set<String> FOUND_OUT =
      Set.of(
          "kind",
          "className",
          "cellCode",
          "dutyGridCode",
          "divisionCode",
          "changedAt",
          "version",
          "id",
          "lon",
          "lat");

  /// Puts one cell of a row where it belongs.
  @FunctionalInterface
  private interface Cell {
    void read(SurveyRow row, String text);
  }

  private final @Nullable Cell[] cells;
  private final List<Map.Entry<SurveyField, String>> defaults = new ArrayList<>();

  private RowReader(@Nullable Cell[] cells) {
    this.cells = cells;
  }

  /// Reads by a mapping that a person has seen; columns that it does not name are left out.
  ///
  /// @throws UnreadableFile if the mapping names a column or a field that does not exist
  public static RowReader of(
      Mapping mapping, List<Column> columns, Vocabulary words, JsonMapper json) {
    List<String> names = columns.stream().map(Column::name).toList();
    RowReader reader = new RowReader(new @Nullable Cell[columns.size()]);
    mapping
        .columns()
        .forEach((field, column) -> {
          int at = names.indexOf(column);
          if (at < 0) {
            throw UnreadableFile.because(
                "mapping", "the file has no column \"" + column + "\" for " + field, null);
          }
          Cell cell =
              cell(field, words, json)
                  .orElseThrow(() ->
                      UnreadableFile.because(
                          "mapping", "there is no field \"" + field + "\"", null));
          @Nullable Cell before = reader.cells[at];
          reader.cells[at] =
              before == null
                  ? cell
                  : (row, text) -> {
                    before.read(row, text);
                    cell.read(row, text);
                  };
        });
    mapping
        .defaults()
        .forEach((name, text) -> {
          SurveyField field =
              SurveyField.find(name)
                  .orElseThrow(() ->
                      UnreadableFile.because(
                          "defaults", "there is no field \"" + name + "\" to fill", null));
          reader.defaults.add(Map.entry(field, words.translate(field, text.strip())));
        });
    return reader;
  }

  /// Reads a file whose columns bear our own names. A column that does not is refused: a misspelt
  /// one would be lost in silence.
  ///
  /// @param whole refuse the file; otherwise each row that has something in such a column
  /// @throws UnreadableFile naming the column
  public static RowReader strict(
      List<Column> columns, boolean whole, Vocabulary words, JsonMapper json) {
    RowReader reader = new RowReader(new @Nullable Cell[columns.size()]);
    for (int i = 0; i < reader.cells.length; i++) {
      String name = columns.get(i).name();
      Optional<Cell> cell = cell(name, words, json);
      if (cell.isPresent()) {
        reader.cells[i] = cell.orElseThrow();
      } else if (whole && !FOUND_OUT.contains(name)) {
        throw new UnreadableFile("the column \"" + name + "\" is not known");
      } else if (!FOUND_OUT.contains(name)) {
        reader.cells[i] = (row, text) -> row.refuse(name, text, "is not a known field");
      }
    }
    return reader;
  }

  private static Optional<Cell> cell(String word, Vocabulary words, JsonMapper json) {
    if (word.equals("dimensions")) {
      JsonDimensions dimensions = new JsonDimensions(json);
      return Optional.of(dimensions::read);
    }
    return SurveyField.find(word)
        .<Cell>map(field -> (row, text) -> row.put(field, words.translate(field, text.strip())))
        .or(() -> DimensionColumn.find(word).map(dimension -> dimension::read));
  }

  public SurveyRow read(Feature feature) {
    SurveyRow row = new SurveyRow(feature.line());
    @Nullable Object[] values = feature.values();
    for (int i = 0; i < cells.length && i < values.length; i++) {
      @Nullable Cell cell = cells[i];
      @Nullable Object value = values[i];
      if (cell != null && value != null) {
        cell.read(row, text(value));
      }
    }
    for (Map.Entry<SurveyField, String> given : defaults) {
      if (row.text(given.getKey()) == null) {
        row.put(given.getKey(), given.getValue());
      }
    }
    locate(row, feature);
    return row;
  }

  private static void locate(SurveyRow row, Feature feature) {
    if (feature.geometry() != null) {
      row.place(feature.geometry());
    }
    for (Fault fault : feature.faults()) {
      row.refuse(fault.field(), fault.value(), fault.reason());
    }
    if (feature.geometry() == null) {
      if (feature.faults().isEmpty()) {
        row.refuse("geometry", null, "is missing");
      } else if (row.texts().isEmpty()) {
        row.giveUp();
      }
    }
  }

  /// A whole number that was kept as a decimal, as a table of a shapefile does, is whole again.
  private static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Double number -> plain(BigDecimal.valueOf(number));
      case BigDecimal number -> plain(number);
      default -> value.toString();
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
