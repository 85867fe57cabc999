package org.citygrid.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citygrid.data.town.TownFiles;
import org.citygrid.data.town.TownSize;
import tools.jackson.databind.json.JsonMapper;

/// `Generate --size dali|city-1m|shanghai --seed 7 --out FOLDER` writes a generated town as files.
public final class Generate {

  private Generate() {}

  @SuppressWarnings("SystemOut") // a command's answer belongs there
  public static void main(String[] arguments) {
    Map<String, String> options;
    TownSize size;
    try {
      options = Options.read(List.of(arguments), "size", "seed", "out").values();
      size = TownSize.named(options.getOrDefault("size", "dali"));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    long seed = Long.parseLong(options.getOrDefault("seed", "7"));
    Path folder = Path.of(options.getOrDefault("out", size.label()));
    long start = System.nanoTime();
    var written = new TownFiles(JsonMapper.shared(), folder).write(size, seed);
    System.out.printf(
        "SYNTHETIC %s (seed %d): %,d towns, %,d cells, %,d duty grids, %,d streets, %,d components"
            + " in %s, %.1f s%n",
        size.label(),
        seed,
        written.towns(),
        written.cells(),
        written.dutyGrids(),
        written.streets(),
        written.components(),
        folder,
        (System.nanoTime() - start) / 1e9);
  }
}
