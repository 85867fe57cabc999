package org.citygrid.ui;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The plan of the house, kept by the build: which room may know which (ARCHITECTURE.md).
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.citygrid");

  /// Folder of each module that owns a schema, and the schema's name.
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "infra/platform", "platform",
          "grid-service", "grid",
          "asset-registry", "asset",
          "collector-api", "intake",
          "case-dispatch", "dispatch");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          platform, grid asset intake dispatch data ui geo ogc geofile
          geo,      grid asset intake dispatch data ui platform ogc geofile
          geofile,  grid asset intake dispatch data ui platform ogc
          ogc,      grid asset intake dispatch data ui
          grid,     asset intake dispatch data ui
          asset,    intake dispatch ui
          intake,   dispatch data ui
          dispatch, intake data ui
          data,     grid asset intake dispatch ui platform
          """)
  void arrows_between_rooms_point_one_way(String room, String others) {
    String[] forbidden =
        Stream.of(others.split(" ")).map(o -> "org.citygrid." + o + "..").toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("org.citygrid." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid", "asset", "intake", "dispatch"})
  void a_room_is_entered_only_by_its_door(String room) {
    DescribedPredicate<JavaClass> innerPart =
        resideInAPackage("org.citygrid." + room + "..")
            .and(DescribedPredicate.not(resideInAPackage("org.citygrid." + room)));

    noClasses()
        .that()
        .resideOutsideOfPackage("org.citygrid." + room + "..")
        .should()
        .dependOnClassesThat(innerPart)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.citygrid.dispatch.workflow",
        "org.citygrid.dispatch.deadline",
        "org.citygrid.dispatch.enquiry.flow",
        "org.citygrid.dispatch.evaluation.scheme"
      })
  void cores_are_plain_java(String core) {
    noClasses()
        .that()
        .resideInAPackage(core)
        .and()
        .haveSimpleNameNotEndingWith("Configuration")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.springframework..",
                "org.apache.kafka..",
                "java.sql..",
                "javax.sql..",
                "tools.jackson.."))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"platform", "geofile", "ogc", "grid", "asset", "intake", "dispatch", "data", "ui"})
  void packages_of_a_room_do_not_go_in_circles(String room) {
    slices()
        .matching("org.citygrid." + room + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void no_room_reads_another_rooms_tables() {
    List<String> trespassing =
        SCHEMAS.entrySet().stream()
            .flatMap(room -> foreignTables(room.getKey(), room.getValue()))
            .toList();

    assertThat(trespassing).isEmpty();
  }

  private static Stream<String> foreignTables(String folder, String own) {
    String others =
        String.join("|", SCHEMAS.values().stream().filter(schema -> !schema.equals(own)).toList());
    Pattern foreign =
        Pattern.compile(
            "\\b(?:from|join|into|update|table|copy|delete from)\\s+(?:" + others + ")\\.[a-z_]+",
            Pattern.CASE_INSENSITIVE);
    return sources(folder)
        .flatMap(file ->
            foreign
                .matcher(read(file))
                .results()
                .map(hit -> file.getFileName() + ": " + hit.group()));
  }

  private static Stream<Path> sources(String folder) {
    Path main = Path.of("..", folder, "src", "main");
    try {
      return Files.walk(main)
          .filter(file -> file.toString().matches(".*\\.(java|sql)"))
          .toList()
          .stream();
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "the sources of " + folder + " are not beside this module", missing);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
