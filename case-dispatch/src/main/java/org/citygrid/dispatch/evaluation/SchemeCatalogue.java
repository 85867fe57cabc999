package org.citygrid.dispatch.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.citygrid.dispatch.evaluation.scheme.Count;
import org.citygrid.dispatch.evaluation.scheme.Grades;
import org.citygrid.dispatch.evaluation.scheme.Indicator;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Band;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Deduction;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Part;
import org.citygrid.dispatch.evaluation.scheme.Scheme.Points;

/// The schemes that a new town begins with: `evaluation-schemes.csv` among the catalogues, a line a
/// part or deduction.
final class SchemeCatalogue {
  private SchemeCatalogue() {}

  /// Empty when the class path has no such catalogue.
  static List<Scheme> schemes() {
    var in = SchemeCatalogue.class.getResourceAsStream("/catalogues/evaluation-schemes.csv");
    if (in == null) {
      return List.of();
    }
    var lines = new LinkedHashMap<String, List<NamedCsvRecord>>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, UTF_8))) {
      csv.forEach(
          row -> lines.computeIfAbsent(row.getField("scheme"), _ -> new ArrayList<>()).add(row));
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue evaluation-schemes.csv cannot be read", e);
    }
    return lines.values().stream().map(SchemeCatalogue::scheme).toList();
  }

  private static Scheme scheme(List<NamedCsvRecord> lines) {
    var first = lines.getFirst();
    return new Scheme(
        first.getField("scheme"),
        ObjectKind.find(first.getField("of")).orElseThrow(),
        first.getField("name_zh"),
        first.getField("name_en"),
        LocalDate.parse(first.getField("valid_from")),
        Boolean.parseBoolean(first.getField("usual")),
        lines.stream().filter(line -> !isDeduction(line)).map(SchemeCatalogue::part).toList(),
        lines.stream().filter(SchemeCatalogue::isDeduction).map(SchemeCatalogue::off).toList(),
        Grades.USUAL);
  }

  private static boolean isDeduction(NamedCsvRecord line) {
    return line.getField("points").equals("deduct");
  }

  private static Deduction off(NamedCsvRecord line) {
    return new Deduction(Count.find(line.getField("what")).orElseThrow(), number(line, "weight"));
  }

  private static Part part(NamedCsvRecord line) {
    var points = Points.valueOf(line.getField("points").toUpperCase(Locale.ROOT));
    var what = line.getField("what");
    return new Part(
        points,
        number(line, "weight"),
        points == Points.BAND ? null : Indicator.find(what).orElseThrow(),
        points == Points.BAND ? Count.find(what).orElseThrow() : null,
        bands(line.getField("bands")),
        number(line, "step_from"),
        number(line, "step_off"));
  }

  /// `100=0 300=40 *=100`: up to so many, so many points.
  private static List<Band> bands(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(" "))
            .map(band -> band.split("=", 2))
            .map(band ->
                new Band(
                    band[0].equals("*") ? null : Integer.valueOf(band[0]),
                    Double.parseDouble(band[1])))
            .toList();
  }

  private static double number(NamedCsvRecord line, String column) {
    var text = line.getField(column);
    return text.isBlank() ? 0 : Double.parseDouble(text);
  }
}
