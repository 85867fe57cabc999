package org.citygrid.geofile.shapefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.citygrid.geofile.source.Bytes;
import org.citygrid.geofile.source.WorkFolder;
import org.jspecify.annotations.Nullable;

/// The files that together are one Shapefile: the same name with different endings.
public record Parts(
    @Nullable Path shp,
    @Nullable Path shx,
    @Nullable Path dbf,
    @Nullable Path prj,
    @Nullable Path cpg) {
  public static final List<String> ENDINGS = List.of("shp", "shx", "dbf", "prj", "cpg");

  /// Finds the parts beside `file`, in capitals or not, and unpacks those that are gzipped.
  public static Parts beside(Path file, WorkFolder folder) throws IOException {
    String name = plain(file);
    String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    Map<String, Path> parts = new HashMap<>();
    try (Stream<Path> all = Files.list(file.toAbsolutePath().getParent())) {
      for (Path each : all.sorted().toList()) {
        String other = plain(each);
        for (String ending : ENDINGS) {
          if (other.equals(stem + "." + ending) && Files.isRegularFile(each)) {
            parts.putIfAbsent(ending, each);
          }
        }
      }
    }
    boolean itself = name.endsWith(".shp") || name.endsWith(".dbf");
    parts.put(itself ? name.substring(name.length() - 3) : "shp", file);
    for (Map.Entry<String, Path> part : parts.entrySet()) {
      Bytes bytes = new Bytes(part.getValue(), part.getValue().getFileName().toString());
      if (bytes.gzipped()) {
        part.setValue(bytes.unpackedTo(folder.file("part." + part.getKey())).file());
      }
    }
    return new Parts(
        parts.get("shp"), parts.get("shx"), parts.get("dbf"), parts.get("prj"), parts.get("cpg"));
  }

  private static String plain(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
