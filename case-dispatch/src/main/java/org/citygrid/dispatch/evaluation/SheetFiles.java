package org.citygrid.dispatch.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import org.citygrid.geofile.text.SheetText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Evaluations as CSV (with a byte order mark, for Excel) and as a workbook. No text of either can
/// run as a formula.
final class SheetFiles {
  private SheetFiles() {}

  static void csv(SheetTable table, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, UTF_8);
    writer.write('\ufeff');
    var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    csv.writeRecord(table.head());
    for (var row : table.rows()) {
      csv.writeRecord(row.stream().map(SheetFiles::text).toList());
    }
    csv.flush();
  }

  static void xlsx(SheetTable table, OutputStream out) throws IOException {
    var book = new Workbook(out, "CityGrid", "1.0");
    var sheet = book.newWorksheet(table.sheets().getFirst());
    sheet.value(0, 0, SheetText.guarded(table.title()));
    for (int at = 0; at < table.head().size(); at++) {
      sheet.value(1, at, SheetText.guarded(table.head().get(at)));
      sheet.style(1, at).bold().set();
    }
    for (int row = 0; row < table.rows().size(); row++) {
      write(sheet, row + 2, table.rows().get(row));
    }
    sheet.freezePane(2, 2);
    sheet.finish();
    var notes = book.newWorksheet(table.sheets().getLast());
    for (int row = 0; row < table.notes().size(); row++) {
      write(notes, row, table.notes().get(row));
    }
    notes.finish();
    book.finish();
  }

  private static void write(Worksheet sheet, int row, List<? extends @Nullable Object> values) {
    for (int at = 0; at < values.size(); at++) {
      switch (values.get(at)) {
        case null -> {}
        case SheetTable.Share share -> {
          sheet.value(row, at, share.part());
          sheet.style(row, at).format("0.00%").set();
        }
        case Number number -> sheet.value(row, at, number);
        case Object words -> sheet.value(row, at, SheetText.guarded(words.toString()));
      }
    }
  }

  /// As a cell reads: nothing where there is nothing.
  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case SheetTable.Share share -> share.words();
      case Number number -> number.toString();
      case Object words -> SheetText.guarded(words.toString());
    };
  }
}
