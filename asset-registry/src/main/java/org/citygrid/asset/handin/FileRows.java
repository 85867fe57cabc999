package org.citygrid.asset.handin;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.citygrid.asset.column.RowReader;
import org.citygrid.asset.column.SurveyRow;
import org.citygrid.asset.survey.RowSource;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.Feature;
import org.citygrid.geofile.GeoFileReader;
import org.citygrid.geofile.UnreadableFile;

/// The rows of an open file.
///
/// @param meaning how its columns are understood
record FileRows(GeoFileReader reader, Function<List<Column>, RowReader> meaning)
    implements RowSource {
  @Override
  public String format() {
    return reader.described().format().name().toLowerCase(Locale.ROOT);
  }

  /// Whatever a damaged file does to its reader, the sender gets a sentence.
  @Override
  public void read(Consumer<SurveyRow> rows) throws IOException {
    RowReader understood = meaning.apply(reader.described().columns());
    Taking taking = new Taking(understood, rows);
    try {
      reader.read(taking);
    } catch (UnreadableFile told) {
      throw told;
    } catch (IOException | RuntimeException broken) {
      if (taking.atWork) {
        throw broken;
      }
      throw new UnreadableFile("the file is damaged behind row %d".formatted(taking.line), broken);
    }
  }

  /// Knows whether the reader is at work or whoever takes its rows.
  private static final class Taking implements Consumer<Feature> {
    private final RowReader understood;
    private final Consumer<SurveyRow> rows;
    private long line;
    private boolean atWork;

    Taking(RowReader understood, Consumer<SurveyRow> rows) {
      this.understood = understood;
      this.rows = rows;
    }

    @Override
    public void accept(Feature feature) {
      atWork = true;
      rows.accept(understood.read(feature));
      atWork = false;
      line = feature.line();
    }
  }
}
