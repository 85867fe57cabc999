package org.citygrid.asset.survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads features that stand one on a line, or behind record separators. A line that is not JSON is
/// refused alone; the next one is read.
record FeatureLines(JsonMapper json) implements SurveyReader {
  private static final char RECORD_SEPARATOR = '\u001e';
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int LONGEST_RECORD = 8_000_000;

  @Override
  public void read(InputStream in, Consumer<SurveyRow> rows) throws IOException {
    new Lines(new BufferedReader(new InputStreamReader(in, UTF_8.newDecoder()), 1 << 16))
        .forEach((line, text) -> rows.accept(toRow(line, text)));
  }

  private SurveyRow toRow(long line, String text) {
    try {
      return FeatureReader.read(line, json.readTree(text));
    } catch (JacksonException broken) {
      SurveyRow row = new SurveyRow(line);
      row.giveUp("feature", text, "is not valid JSON: " + broken.getOriginalMessage());
      return row;
    }
  }

  @FunctionalInterface
  private interface Record {
    void take(long line, String text);
  }

  /// Cuts the text into records. Once a separator was seen, only separators part records, so that
  /// one may run over several lines.
  private static final class Lines {
    private final BufferedReader reader;
    private final StringBuilder record = new StringBuilder();
    private boolean separated;
    private long line = 1;
    private long startedAt = 1;

    Lines(BufferedReader reader) {
      this.reader = reader;
    }

    void forEach(Record each) throws IOException {
      for (int c = reader.read(); c != -1; c = reader.read()) {
        if (c == RECORD_SEPARATOR || (c == '\n' && !separated)) {
          separated |= c == RECORD_SEPARATOR;
          hand(each);
          line += c == '\n' ? 1 : 0;
          startedAt = line;
        } else {
          line += c == '\n' ? 1 : 0;
          keep((char) c);
        }
      }
      hand(each);
    }

    private void keep(char c) {
      if (c != BYTE_ORDER_MARK) {
        record.append(c);
      }
      if (record.length() > LONGEST_RECORD) {
        throw new UnreadableSurvey(
            "line %d is longer than %d characters".formatted(startedAt, LONGEST_RECORD));
      }
    }

    private void hand(Record each) {
      @Nullable String text = record.isEmpty() ? null : record.toString();
      record.setLength(0);
      if (text != null && !text.isBlank()) {
        each.take(startedAt, text);
      }
    }
  }
}
