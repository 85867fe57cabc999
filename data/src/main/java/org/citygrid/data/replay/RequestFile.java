package org.citygrid.data.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a CSV file, gzipped or not, by a mapping.
final class RequestFile {

  private final Mapping mapping;
  private final List<DateTimeFormatter> formats;

  RequestFile(Mapping mapping) {
    this.mapping = mapping;
    this.formats =
        mapping.timeFormats().stream()
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.US))
            .toList();
  }

  /// @throws IllegalArgumentException if a column of the mapping is not in the file
  List<Request> read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var csv =
            CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new InputStreamReader(in, UTF_8))) {
      List<Request> requests = new ArrayList<>();
      Map<String, Integer> columns = new HashMap<>();
      if (mapping.header() != null) {
        number(mapping.header(), columns);
      }
      for (CsvRecord row : csv) {
        if (columns.isEmpty()) {
          number(row.getFields(), columns);
          check(file, columns);
        } else {
          requests.add(request(row, columns));
        }
      }
      return requests;
    }
  }

  private static void number(List<String> headings, Map<String, Integer> columns) {
    for (int i = 0; i < headings.size(); i++) {
      columns.put(headings.get(i).strip(), i);
    }
  }

  private void check(Path file, Map<String, Integer> columns) {
    var wanted = mapping.columns();
    for (String name : new String[] {wanted.created(), wanted.lon(), wanted.lat()}) {
      if (!columns.containsKey(name)) {
        throw new IllegalArgumentException(
            "%s has no column %s; it has %s".formatted(file, name, columns.keySet()));
      }
    }
  }

  private Request request(CsvRecord row, Map<String, Integer> columns) {
    var wanted = mapping.columns();
    String id = text(row, columns, wanted.id());
    List<String> parts = wanted.description() == null ? List.of() : wanted.description();
    return new Request(
        row.getStartingLineNumber(),
        id.isEmpty() ? "line " + row.getStartingLineNumber() : id,
        time(text(row, columns, wanted.created())),
        text(row, columns, wanted.type()),
        parts.stream()
            .map(part -> text(row, columns, part))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")),
        degrees(text(row, columns, wanted.lon())),
        degrees(text(row, columns, wanted.lat())));
  }

  private static String text(CsvRecord row, Map<String, Integer> columns, @Nullable String name) {
    Integer at = name == null ? null : columns.get(name);
    return at == null || at >= row.getFieldCount() ? "" : row.getField(at).strip();
  }

  private static @Nullable Double degrees(String text) {
    try {
      return text.isEmpty() ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private @Nullable Instant time(String text) {
    for (DateTimeFormatter format : formats) {
      try {
        return LocalDateTime.parse(text, format).atZone(mapping.zoneId()).toInstant();
      } catch (DateTimeException e) {
        continue; // the next pattern may fit
      }
    }
    return null;
  }
}
