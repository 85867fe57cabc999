package org.citygrid.asset.handin;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Path;

/// The list of refused rows once more, with its headings, fields and reasons in Chinese. It is
/// written as it is read: a list may have as many rows as a survey.
record RejectedInChinese(Path file, ReasonWords words) {
  void writeTo(OutputStream out) throws IOException {
    ReasonWords.Chinese chinese = words.chinese();
    var text = new OutputStreamWriter(out, UTF_8);
    text.write('\ufeff');
    try (CsvReader<CsvRecord> rows =
            CsvReader.builder().detectBomHeader(true).ofCsvRecord(file, UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("行", "字段", "值", "原因", "建议");
      rows.stream()
          .skip(1)
          .forEach(row ->
              csv.writeRecord(
                  row.getField(0),
                  chinese.field(row.getField(1)),
                  row.getField(2),
                  chinese.reason(row.getField(3)),
                  chinese.reason(row.getField(4))));
    }
  }
}
