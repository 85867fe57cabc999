package org.citygrid.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells each finding twice: as a line of a table for people, and as a JSON object on a line of
/// `NAME.jsonl` for programs. The file is begun anew with the first finding of a run.
final class Ledger {
  private final JsonMapper json = JsonMapper.shared();
  private final Path folder;
  private final PrintStream out;
  private final Circumstances circumstances;

  /// What is the same for all findings of a run.
  ///
  /// @param components how many there are in the register, in words
  record Circumstances(String size, long components, int pairs, Machine machine, Instant date) {}

  Ledger(Path folder, PrintStream out, Circumstances circumstances) {
    this.folder = folder;
    this.out = out;
    this.circumstances = circumstances;
  }

  void begin(String benchmark) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(file(benchmark));
    out.printf("%n%s%n", benchmark);
    out.println(
        "  | what | CityGrid, median (range) | baseline, median (range) | ratio, median (range; lower quartile) | target | met |");
    out.println("  | --- | --- | --- | --- | --- | --- |");
  }

  void enter(Finding finding) throws IOException {
    out.println("  " + row(finding));
    out.flush();
    Files.writeString(
        file(finding.benchmark()),
        line(finding) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /// Something that was not measured, and why.
  void skip(String what, String why) {
    out.printf("  | %s | not measured: %s | | | | |%n", what, why);
  }

  static String row(Finding finding) {
    Series baseline = finding.baseline();
    Series ratio = finding.ratio();
    Boolean met = finding.met();
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            finding.what(),
            spread(finding.ours(), finding.unit()),
            baseline == null
                ? ""
                : finding.baselineWhat() + ": " + spread(baseline, finding.unit()),
            ratio == null
                ? ""
                : "**%s** (%s; %s)"
                    .formatted(
                        Words.number(ratio.median()),
                        Words.range(ratio),
                        Words.number(ratio.lowerQuartile())),
            finding.target() == null ? "" : finding.target(),
            met == null ? "" : met ? "yes" : "**no**");
  }

  private static String spread(Series series, String unit) {
    String median = Words.number(series.median()) + " " + unit;
    return series.sorted().size() == 1 ? median : median + " (" + Words.range(series) + ")";
  }

  String line(Finding finding) {
    ObjectNode line =
        json.createObjectNode()
            .put("name", finding.benchmark())
            .put("case", finding.what())
            .put("value", finding.ours().median())
            .put("unit", finding.unit())
            .put("low", finding.ours().least())
            .put("high", finding.ours().greatest());
    Series baseline = finding.baseline();
    Series ratio = finding.ratio();
    if (baseline != null && ratio != null) {
      line.put("baseline", baseline.median())
          .put("baselineWhat", finding.baselineWhat())
          .put("baselineLow", baseline.least())
          .put("baselineHigh", baseline.greatest())
          .put("ratio", ratio.median())
          .put("ratioLow", ratio.least())
          .put("ratioHigh", ratio.greatest())
          .put("ratioLowerQuartile", ratio.lowerQuartile());
    }
    Finding.Target target = finding.target();
    if (target != null) {
      line.put("target", target.bound())
          .put("targetIs", target.atLeast() ? "at least" : "at most")
          .put("met", finding.met());
    }
    line.put("size", circumstances.size())
        .put("components", circumstances.components())
        .put("pairs", circumstances.pairs())
        .put("date", circumstances.date().toString());
    line.set("machine", json.valueToTree(circumstances.machine()));
    return line.toString();
  }

  private Path file(String benchmark) {
    return folder.resolve(benchmark + ".jsonl");
  }
}
