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
import org.citygrid.geofile.GeoFileReader;

/// The rows of an open file.
///
/// @param meaning how its columns are understood
record FileRows(GeoFileReader reader, Function<List<Column>, RowReader> meaning)
    implements RowSource {
  @Override
  public String format() {
    return reader.described().format().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void read(Consumer<SurveyRow> rows) throws IOException {
    RowReader understood = meaning.apply(reader.described().columns());
    reader.read(feature -> rows.accept(understood.read(feature)));
  }
}
