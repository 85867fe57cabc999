package org.citygrid.asset.handin;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.citygrid.asset.column.Reject;
import org.jspecify.annotations.Nullable;

/// The list of all refused rows, for a spreadsheet: CSV in UTF-8 with the mark by which Excel knows
/// it. A text that a spreadsheet would take for a formula stands behind an apostrophe.
final class RejectedFile implements Closeable {
  private final CsvWriter csv;

  RejectedFile(Path file) throws IOException {
    Writer text = Files.newBufferedWriter(file, UTF_8);
    text.write('\ufeff');
    csv = CsvWriter.builder().build(text);
    csv.writeRecord("line", "field", "value", "reason", "proposal");
  }

  synchronized void add(List<Reject> reasons) {
    for (Reject one : reasons) {
      csv.writeRecord(
          Long.toString(one.line()),
          one.field(),
          harmless(one.value()),
          one.reason(),
          harmless(one.proposal()));
    }
  }

  private static String harmless(@Nullable String value) {
    String text = Objects.requireNonNullElse(value, "");
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula && !isNumber(text) ? "'" + text : text;
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?\\d+(\\.\\d+)?");
  }

  @Override
  public synchronized void close() {
    try {
      csv.close();
    } catch (IOException broken) {
      throw new UncheckedIOException("the list of refused rows could not be written", broken);
    }
  }
}
