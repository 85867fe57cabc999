package org.citygrid.geofile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;

/// Files that others made, against what GDAL reads from them (`src/test/ogr/expected.py`): the same
/// rows, the same texts, the same places. Skipped where the folder is missing: it is looked for in
/// `CITYGRID_SAMPLE_DATA`, then beside the checkout in `shared/data`. Leaves its findings in
/// `target/importable-files.md`.
class TheSampleFilesTest {
  private static final List<String> FINDINGS = new ArrayList<>();

  /// Where we and GDAL differ, and why that is right.
  private static final Map<String, String> DIFFERENCES =
      Map.ofEntries(
          Map.entry("lsOnePoint", "a line of one point is a fault of its row; GDAL lets it pass"),
          Map.entry("extraAtEnd", "three records, then bytes left over; GDAL refuses the file"),
          Map.entry("curvedpolygon", "curves are refused row by row; GDAL strokes them"),
          Map.entry("multisurface", "curves are refused row by row; GDAL strokes them"),
          Map.entry("compoundcurve", "curves are refused row by row; GDAL strokes them"),
          Map.entry("dot.in.name", "tiles only; GDAL says so too"),
          Map.entry("giantPoly", "tiles only; GDAL says so too"),
          Map.entry(
              "dup_column",
              "its ellipsoid has a radius of 57 m: refused; GDAL transforms nothing either"),
          Map.entry(
              "archsites",
              "NAD27: GDAL knows its way to WGS 84, some 200 m; we know those of Chinese datums"),
          Map.entry("roads", "NAD27: as archsites"));

  /// Some columns that we read as texts are numbers or dates to GDAL, and some truths are texts.
  private static final String NO_TEXT = "(?s)[TF]|-?[\\d.]+([eE][-+]?\\d+)?|\\d{4}[-/]\\d\\d.*";

  record Expected(
      String file, String layer, String crs, long rows, long shapes, Envelope box, String texts) {
    static Expected of(String line) {
      String[] parts = line.split("\t");
      Envelope box =
          new Envelope(
              Double.parseDouble(parts[5]),
              Double.parseDouble(parts[7]),
              Double.parseDouble(parts[6]),
              Double.parseDouble(parts[8]));
      return new Expected(
          parts[0],
          parts[1],
          parts[2],
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]),
          box,
          parts[9]);
    }

    String last() {
      return layer.substring(layer.lastIndexOf(':') + 1);
    }

    @Override
    public String toString() {
      return file + " " + layer;
    }
  }

  private static final class Found {
    private Described described = null;
    private long rows;
    private long shapes;
    private final Envelope box = new Envelope();
    private final CRC32 texts = new CRC32();
    private final Map<String, Integer> faults = new TreeMap<>();

    void add(Feature row) {
      rows++;
      if (row.geometry() != null) {
        shapes++;
        box.expandToInclude(row.geometry().getEnvelopeInternal());
      }
      for (int at = 0; at < row.values().length; at++) {
        Object value = row.values()[at];
        if (described.columns().get(at).type() == Column.Type.TEXT
            && value != null
            && !value.toString().isBlank()
            && !value.toString().strip().matches(NO_TEXT)) {
          texts.update((value.toString().strip() + "\n").getBytes(UTF_8));
        }
      }
      row.faults()
          .forEach(fault -> faults.merge(fault.field() + " " + fault.reason(), 1, Integer::sum));
    }
  }

  @BeforeAll
  static void data() {
    assumeTrue(
        Files.isDirectory(folder()),
        "no sample files: set CITYGRID_SAMPLE_DATA to the folder that holds assets, boundaries, import, roads");
  }

  static Stream<Expected> files() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TheSampleFilesTest.class.getResourceAsStream("expected.tsv"))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines().skip(1).map(Expected::of).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void are_read_as_gdal_reads_them(Expected expected) throws IOException {
    Path file = folder().resolve(expected.file());
    Reading how =
        Reading.findOut()
            .layer(expected.layer().isEmpty() ? null : expected.layer())
            .in(expected.crs().isEmpty() ? null : expected.crs());
    Found found = new Found();
    try (GeoFileReader reader = GeoFiles.open(file, file.getFileName().toString(), how)) {
      found.described = reader.described();
      reader.read(found::add);
    } catch (UnreadableFile refused) {
      FINDINGS.add(line(expected, "refused: " + refused.getMessage(), ""));
      assertThat(expected.rows() == -1 || DIFFERENCES.containsKey(expected.last()))
          .as(refused.getMessage())
          .isTrue();
      return;
    }
    FINDINGS.add(line(expected, told(found), notes(found)));
    if (DIFFERENCES.containsKey(expected.last())) {
      return;
    }

    assertThat(found.rows).as("rows").isEqualTo(expected.rows());
    assertThat(found.shapes).as("shapes").isEqualTo(expected.shapes());
    if (expected.shapes() > 0) {
      assertSame(found.box, expected.box());
    }
    assertThat(String.format("%08x", found.texts.getValue()))
        .as("texts")
        .isEqualTo(expected.texts());
  }

  @AfterAll
  static void tell() throws IOException {
    if (!FINDINGS.isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.add(
          "| file, layer | GDAL: rows, shapes, extent | CityGrid: rows, shapes, extent | found out, remarks |");
      lines.add("|---|---|---|---|");
      lines.addAll(FINDINGS);
      Files.write(Path.of("target", "importable-files.md"), lines);
    }
  }

  /// Two metres: GDAL shifts some datums that we leave as they are, and says how.
  private static void assertSame(Envelope found, Envelope expected) {
    double near = 0.001;
    assertThat(found.getMinX()).as("west").isCloseTo(expected.getMinX(), within(near));
    assertThat(found.getMaxX()).as("east").isCloseTo(expected.getMaxX(), within(near));
    assertThat(found.getMinY()).as("south").isCloseTo(expected.getMinY(), within(near));
    assertThat(found.getMaxY()).as("north").isCloseTo(expected.getMaxY(), within(near));
  }

  private static String told(Found found) {
    return "%d, %d%s".formatted(found.rows, found.shapes, extent(found.shapes, found.box));
  }

  private static String extent(long shapes, Envelope box) {
    return shapes == 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", %.4f %.4f – %.4f %.4f",
            box.getMinX(),
            box.getMinY(),
            box.getMaxX(),
            box.getMaxY());
  }

  private static String notes(Found found) {
    List<String> notes = new ArrayList<>();
    if (found.described.charset() != null) {
      notes.add(found.described.charset() + " (" + found.described.charsetFrom() + ")");
    }
    notes.add(found.described.crsFrom());
    found.described.warnings().forEach(warning -> notes.add("`" + warning.code() + "`"));
    found.faults.forEach((fault, times) -> notes.add(times + " × " + fault));
    return String.join("; ", notes);
  }

  private static String line(Expected expected, String told, String notes) {
    String gdal =
        expected.rows() < 0
            ? "cannot be opened"
            : "%d, %d%s"
                .formatted(
                    expected.rows(), expected.shapes(), extent(expected.shapes(), expected.box()));
    String difference = DIFFERENCES.get(expected.last());
    String all =
        Stream.of(notes, difference == null ? "" : difference)
            .filter(text -> !text.isEmpty())
            .reduce((a, b) -> a + "; " + b)
            .orElse("");
    String name =
        expected.layer().isEmpty() ? expected.file() : expected.file() + ", " + expected.layer();
    String crs = expected.crs().isEmpty() ? "" : " (asked for: " + expected.crs() + ")";
    return "| " + name + crs + " | " + gdal + " | " + told + " | " + all.replace("|", "\\|") + " |";
  }

  static Path folder() {
    String set =
        System.getenv()
            .getOrDefault("CITYGRID_SAMPLE_DATA", System.getProperty("citygrid.sample.data", ""));
    return set.isEmpty() ? Path.of("..", "..", "..", "..", "shared", "data") : Path.of(set);
  }
}
