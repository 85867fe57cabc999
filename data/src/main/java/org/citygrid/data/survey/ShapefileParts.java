package org.citygrid.data.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A shapefile is several files; over the wire they go as one zip.
final class ShapefileParts {
  private static final Set<String> ENDINGS = Set.of("shp", "shx", "dbf", "prj", "cpg", "cst");

  private ShapefileParts() {}

  static boolean isPart(Path file) {
    return ending(file).equals("shp");
  }

  /// Packs the file and its companions.
  ///
  /// @return a temporary file
  static Path zip(Path shp) throws IOException {
    Path zip = Files.createTempFile("citygrid-", ".zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.setLevel(1);
      for (Path part : parts(shp)) {
        out.putNextEntry(new ZipEntry(part.getFileName().toString()));
        Files.copy(part, out);
        out.closeEntry();
      }
    }
    return zip;
  }

  private static List<Path> parts(Path shp) throws IOException {
    String stem = stem(shp);
    Path folder = shp.toAbsolutePath().getParent();
    if (folder == null) {
      return List.of(shp);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> stem(file).equals(stem) && ENDINGS.contains(ending(file)))
          .sorted()
          .toList();
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
