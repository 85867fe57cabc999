package org.citygrid.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrimmedGeoToolsTest {
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void every_class_stands_on_the_class_path_once() throws IOException {
    ClassLoader loader = TrimmedGeoToolsTest.class.getClassLoader();
    var twice = new TreeSet<String>();
    for (String name : filesUnder(CLASSES)) {
      if (name.endsWith(".class") && Collections.list(loader.getResources(name)).size() != 1) {
        twice.add(name);
      }
    }

    assertThat(twice).isEmpty();
  }

  @Test
  void only_what_the_readme_names_was_kept() throws IOException {
    assertThat(filesUnder(CLASSES))
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(name ->
            List.of(
                    "org/citygrid/geo/",
                    "org/geotools/",
                    "org/ejml/",
                    "javax/measure/",
                    "si/uom/",
                    "systems/uom/",
                    "tech/units/",
                    "tech/uom/")
                .stream()
                .anyMatch(name::startsWith));
  }

  @Test
  void every_factory_named_for_service_loading_exists() throws Exception {
    for (String file : filesUnder(CLASSES)) {
      if (file.startsWith("META-INF/services/")) {
        for (String factory : Files.readAllLines(CLASSES.resolve(file))) {
          assertThat(CLASSES.resolve(factory.strip().replace('.', '/') + ".class")).exists();
        }
      }
    }
  }

  private static Set<String> filesUnder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new TreeSet<>(
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString())
              .toList());
    }
  }
}
