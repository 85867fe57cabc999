package org.citygrid.asset.survey;

import java.io.IOException;
import java.util.function.Consumer;
import org.citygrid.asset.column.SurveyRow;

/// The rows of a survey, one after the other and never all at once.
public interface RowSource {
  /// The form of the file, as the register's records name it: `csv`, `shapefile` …
  String format();

  /// Reads from the first row to the last; again from the first when called again.
  ///
  /// @throws org.citygrid.geofile.UnreadableFile if the file as a whole cannot be trusted
  void read(Consumer<SurveyRow> rows) throws IOException;
}
