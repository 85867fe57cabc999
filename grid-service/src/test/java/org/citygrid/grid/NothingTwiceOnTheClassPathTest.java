package org.citygrid.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citygrid.geo.CoordinateSystems;
import org.junit.jupiter.api.Test;

/// The trimmed GeoTools beside everything else that this room runs with (infra/geotools/README.md).
class NothingTwiceOnTheClassPathTest {
  @Test
  void no_class_of_the_trimmed_geotools_is_in_another_library() throws Exception {
    ClassLoader loader = CoordinateSystems.class.getClassLoader();
    var twice = new TreeSet<String>();
    for (String name : classesBeside(CoordinateSystems.class)) {
      if (Collections.list(loader.getResources(name)).size() != 1) {
        twice.add(name);
      }
    }

    assertThat(twice).isEmpty();
  }

  private static List<String> classesBeside(Class<?> type) throws Exception {
    Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return classesUnder(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
      return classesUnder(jar.getPath("/"));
    }
  }

  private static List<String> classesUnder(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .toList();
    }
  }
}
