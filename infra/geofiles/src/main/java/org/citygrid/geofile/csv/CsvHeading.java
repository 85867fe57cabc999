package org.citygrid.geofile.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.geofile.text.SheetText;
import org.citygrid.geofile.text.TextFile;
import org.jspecify.annotations.Nullable;

/// The beginning of a CSV: its delimiter, the names of its columns, and the first rows.
///
/// @param named whether the first line holds names, not values
record CsvHeading(char delimiter, List<String> names, boolean named, List<List<String>> rows) {
  private static final int LOOK = 1 << 18;
  private static final int ROWS = 100;
  private static final char[] DELIMITERS = {',', ';', '\t', '|', '，', '；', '^', '~'};

  static CsvHeading of(TextFile text, @Nullable Character asked) throws IOException {
    String start = start(text);
    char delimiter = asked != null ? asked : delimiter(start);
    List<List<String>> rows = rows(start, delimiter);
    if (rows.isEmpty()) {
      throw new UnreadableFile("the file is empty");
    }
    List<String> first = rows.getFirst();
    boolean named = first.stream().noneMatch(CsvHeading::isValue);
    List<String> names = named ? unique(first) : numbered(first.size());
    return new CsvHeading(delimiter, names, named, named ? rows.subList(1, rows.size()) : rows);
  }

  /// Quotations that are never closed are refused: everything behind them would be one field.
  static CsvReader.CsvReaderBuilder csv(char delimiter) {
    return beginning(delimiter).allowUnclosedQuote(false);
  }

  /// For the beginning of a file, which may be cut within a quotation.
  private static CsvReader.CsvReaderBuilder beginning(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(true)
        .maxBufferSize(1 << 24);
  }

  private static String start(TextFile text) throws IOException {
    char[] buffer = new char[LOOK];
    int length = 0;
    try (Reader in = new BufferedReader(text.open())) {
      for (int read = in.read(buffer, 0, LOOK);
          read > 0;
          read = in.read(buffer, length, LOOK - length)) {
        length += read;
      }
    }
    int end = length;
    if (length == LOOK) {
      while (end > 0 && buffer[end - 1] != '\n' && buffer[end - 1] != '\r') {
        end--;
      }
    }
    return new String(buffer, 0, end == 0 ? length : end);
  }

  private static char delimiter(String start) {
    char best = ',';
    long bestScore = 0;
    for (char candidate : DELIMITERS) {
      List<List<String>> rows = rows(start, candidate);
      int width = rows.isEmpty() ? 0 : rows.getFirst().size();
      long same = rows.stream().filter(row -> row.size() == width).count();
      long score = width < 2 || same * 10 < rows.size() * 7L ? 0 : width * same;
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static List<List<String>> rows(String start, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = beginning(delimiter).ofCsvRecord(new StringReader(start))) {
      for (CsvRecord each : csv) {
        rows.add(each.getFields());
        if (rows.size() > ROWS) {
          break;
        }
      }
    } catch (CsvParseException | IOException broken) {
      return rows;
    }
    return rows;
  }

  /// A number or a date is no name of a column.
  private static boolean isValue(String text) {
    return text.strip().matches("-?\\d+([.,]\\d+)?|\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}.*");
  }

  private static List<String> unique(List<String> fields) {
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String field : fields) {
      String clean = SheetText.unguarded(field.strip());
      String base = clean.isEmpty() ? "column " + (names.size() + 1) : clean;
      String name = base;
      for (int again = 2; !seen.add(name); again++) {
        name = base + " (" + again + ")";
      }
      names.add(name);
    }
    return names;
  }

  private static List<String> numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int at = 1; at <= count; at++) {
      names.add("column " + at);
    }
    return names;
  }
}
