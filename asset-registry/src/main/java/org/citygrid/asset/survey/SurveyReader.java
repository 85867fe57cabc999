package org.citygrid.asset.survey;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Reads a survey row by row and holds no more than one row at a time.
@FunctionalInterface
interface SurveyReader {
  /// @throws UnreadableSurvey if the file as a whole cannot be trusted
  void read(InputStream in, Consumer<SurveyRow> rows) throws IOException;
}
