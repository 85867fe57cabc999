package org.citygrid.data.town;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Writes a generated city as files: four GeoJSON collections and one line-delimited list of
/// components. Components stream; memory holds the grid alone.
public final class TownFiles {

  private final JsonMapper json;
  private final GeoJson geoJson;
  private final Path folder;

  public TownFiles(JsonMapper json, Path folder) {
    this.json = json;
    this.geoJson = new GeoJson(json);
    this.folder = folder;
  }

  /// What was written.
  public record Written(long towns, long cells, long dutyGrids, long streets, long components) {}

  /// @throws UncheckedIOException if the folder cannot be written
  public Written write(TownSize size, long seed) {
    try {
      Files.createDirectories(folder);
      List<Town> towns = new ArrayList<>();
      for (TownPlan plan : size.plans()) {
        towns.add(TownMaker.make(seed, plan));
      }
      json.writeValue(folder.resolve("divisions.geojson"), geoJson.divisions(towns));
      json.writeValue(folder.resolve("cells.geojson"), geoJson.cells(towns));
      json.writeValue(folder.resolve("grids.geojson"), geoJson.dutyGrids(towns));
      json.writeValue(folder.resolve("streets.geojson"), geoJson.streets(towns));
      return new Written(
          towns.size(),
          towns.stream().mapToLong(town -> town.cells().size()).sum(),
          towns.stream().mapToLong(town -> town.dutyGrids().size()).sum(),
          towns.stream().mapToLong(town -> town.streets().size()).sum(),
          writeComponents(towns));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private long writeComponents(List<Town> towns) throws IOException {
    var sequences = new Sequences();
    long[] count = {0};
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("components.ndjson"))) {
      for (Town town : towns) {
        town.forEachComponent(
            sequences,
            component -> {
              writeLine(out, geoJson.line(component));
              count[0]++;
            });
      }
    }
    return count[0];
  }

  private static void writeLine(BufferedWriter out, String line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
