package org.citygrid.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citygrid.data.town.TownFiles;
import org.citygrid.data.town.TownSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A generated city as files, made once and kept: the land, and its first components in the forms
/// in which surveys come. Synthetic, from seed 7.
final class City {
  private static final long SEED = 7;
  private static final List<String> FIELDS =
      List.of(
          "code",
          "competentUnit",
          "ownerUnit",
          "maintenanceUnit",
          "spec",
          "address",
          "state",
          "since",
          "source",
          "synthetic");

  private final JsonMapper json = JsonMapper.shared();
  private final Path folder;
  private final Wish wish;

  City(Path folder, Wish wish) {
    this.folder = folder.resolve(wish.city());
    this.wish = wish;
  }

  /// Writes what is missing.
  void make() throws IOException {
    if (!Files.exists(folder.resolve("complete"))) {
      new TownFiles(json, folder).write(TownSize.named(wish.city()), SEED);
      Files.writeString(folder.resolve("complete"), "seed " + SEED + "\n");
    }
    if (!Files.exists(lines())) {
      cut();
    }
  }

  Path land(String kind) {
    return folder.resolve(kind + ".geojson");
  }

  /// The division code of the city's first town.
  String town() {
    return TownSize.named(wish.city()).plans().getFirst().code();
  }

  /// One GeoJSON feature on a line.
  Path lines() {
    return folder.resolve("components-" + wish.components() + ".ndjson");
  }

  private void cut() throws IOException {
    Path partly = folder.resolve("partly");
    try (Stream<String> all = Files.lines(folder.resolve("components.ndjson"));
        BufferedWriter out = Files.newBufferedWriter(partly)) {
      for (String line : (Iterable<String>) all.limit(wish.components())::iterator) {
        out.write(line);
        out.write('\n');
      }
    }
    Files.move(partly, lines());
  }

  /// The same as a table: a column for each field, `lon`, `lat`, and one for each dimension.
  Path csv() throws IOException {
    Path file = folder.resolve("components-" + wish.components() + ".csv");
    if (Files.exists(file)) {
      return file;
    }
    Set<String> dimensions = dimensions();
    Path partly = folder.resolve("partly");
    try (Stream<String> all = Files.lines(lines());
        BufferedWriter out = Files.newBufferedWriter(partly)) {
      List<String> heading = new ArrayList<>(FIELDS);
      heading.addAll(List.of("lon", "lat"));
      heading.addAll(dimensions);
      out.write(String.join(",", heading));
      out.write('\n');
      for (String line : (Iterable<String>) all::iterator) {
        out.write(row(json.readTree(line), dimensions));
        out.write('\n');
      }
    }
    Files.move(partly, file);
    return file;
  }

  private Set<String> dimensions() throws IOException {
    Set<String> found = new LinkedHashSet<>();
    try (Stream<String> all = Files.lines(lines())) {
      all.forEach(line ->
          json.readTree(line)
              .path("properties")
              .path("dimensions")
              .forEach(dimension -> found.add(columnOf(dimension))));
    }
    return found;
  }

  private static String columnOf(JsonNode dimension) {
    String unit = dimension.path("unit").asString("");
    String name = "dim:" + dimension.path("name").asString();
    return unit.isEmpty() ? name : name + "(" + unit + ")";
  }

  private static String row(JsonNode feature, Set<String> dimensions) {
    JsonNode properties = feature.path("properties");
    JsonNode at = feature.path("geometry").path("coordinates");
    StringBuilder row = new StringBuilder(200);
    FIELDS.forEach(field -> row.append(quoted(properties.path(field).asString(""))).append(','));
    row.append(at.path(0).asString("")).append(',').append(at.path(1).asString(""));
    for (String column : dimensions) {
      row.append(',');
      for (JsonNode dimension : properties.path("dimensions")) {
        if (columnOf(dimension).equals(column)) {
          row.append(dimension.path("value").asString(""));
        }
      }
    }
    return row.toString();
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  /// The same as a shapefile in UTF-8, made by GDAL; dimensions are left out, which it cannot hold.
  ///
  /// @return `components.shp`
  Path shapefile() throws IOException, InterruptedException {
    Path shapes = folder.resolve("shape-" + wish.components());
    Path file = shapes.resolve("components.shp");
    if (Files.exists(file)) {
      return file;
    }
    Files.createDirectories(shapes);
    String layer = lines().getFileName().toString().replace(".ndjson", "");
    PgBench.Programs.run(
        new ProcessBuilder(
            "ogr2ogr",
            "-f",
            "ESRI Shapefile",
            file.toString(),
            "GeoJSONSeq:" + lines(),
            "-lco",
            "ENCODING=UTF-8",
            "-dialect",
            "SQLite",
            "-sql",
            """
            select code, competentUnit as competent, ownerUnit as owner, maintenanceUnit as maintain,
              spec, address, state, since, geometry from "%s"
            """
                .formatted(layer)));
    return file;
  }

  /// The shapefile's parts in one archive, as it is uploaded.
  Path zipped(Path shapefile) throws IOException {
    Path zip = shapefile.resolveSibling("components.zip");
    if (Files.exists(zip)) {
      return zip;
    }
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.setLevel(1);
      for (String part : List.of("shp", "shx", "dbf", "prj", "cpg")) {
        Path file = shapefile.resolveSibling("components." + part);
        if (Files.exists(file)) {
          out.putNextEntry(new ZipEntry("components." + part));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
    }
    return zip;
  }

  static String read(Path file) throws IOException {
    return Files.readString(file, UTF_8);
  }
}
