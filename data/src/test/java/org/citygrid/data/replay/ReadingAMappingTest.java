package org.citygrid.data.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citygrid.data.Catalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAMappingTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baltimore_311_sample",
        "syracuse_potholes_a",
        "syracuse_potholes_b",
        "nyc_311_2019_full_columns"
      })
  void the_mappings_that_come_along_name_only_classes_that_exist(String name) throws IOException {
    var mapping = Mapping.read(Path.of("replay", name + ".yaml"));

    Set<String> known = classes();
    assertThat(known).contains(mapping.otherwise().kind() + mapping.otherwise().classCode());
    if (mapping.types() != null) {
      assertThat(mapping.types()).allMatch(rule -> known.contains(rule.kind() + rule.classCode()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BGE-StLight(s) Out, component, 0137",
    "TRM-Pothole Repair, event, 0113",
    "FCCS-Refunds, event, 0595"
  })
  void the_first_rule_that_matches_the_type_wins(String type, String kind, String classCode)
      throws IOException {
    var mapping = Mapping.read(Path.of("replay", "baltimore_311_sample.yaml"));

    assertThat(mapping.thing(type)).isEqualTo(new Mapping.Thing(kind, classCode));
  }

  @Test
  void a_real_towns_code_is_refused() {
    assertThatThrownBy(() -> read(minimal().replace("990009001", "440605125")))
        .hasMessageContaining("must be nine digits beginning with 99");
  }

  @Test
  void an_unknown_word_is_named() {
    assertThatThrownBy(() -> read(minimal() + "colour: red\n")).hasMessageContaining("colour");
  }

  @Test
  void a_missing_part_is_named() {
    assertThatThrownBy(() -> read(minimal().replace("zone: UTC\n", "")))
        .hasMessageContaining("lacks zone");
  }

  @Test
  void rows_are_read_as_the_mapping_says_and_bad_ones_keep_their_gaps() throws IOException {
    Path file = folder.resolve("requests.csv");
    Files.writeString(
        file,
        """
        when,what,Latitude,Longitude
        4/12/2016 7:54,"  a hole ",-76.1,43.0
        never,another,,
        """);

    List<Request> requests = new RequestFile(read(minimal())).read(file);

    assertThat(requests).hasSize(2);
    assertThat(requests.getFirst().lon()).isEqualTo(-76.1);
    assertThat(requests.getFirst().lat()).isEqualTo(43.0);
    assertThat(requests.getFirst().createdAt()).hasToString("2016-04-12T07:54:00Z");
    assertThat(requests.getFirst().description()).isEqualTo("a hole");
    assertThat(requests.get(1).createdAt()).isNull();
    assertThat(requests.get(1).hasPlace()).isFalse();
    assertThat(requests.get(1).id()).isEqualTo("line 3");
  }

  @Test
  void a_column_that_is_not_there_is_named() throws IOException {
    Path file = folder.resolve("requests.csv");
    Files.writeString(file, "when,what,lat,lon\n");

    assertThatThrownBy(() -> new RequestFile(read(minimal())).read(file))
        .hasMessageContaining("has no column Latitude");
  }

  /// Its headings are swapped on purpose.
  private static String minimal() {
    return """
    name: small
    division: {code: "990009001", nameZh: 小, nameEn: Small}
    zone: UTC
    columns: {created: when, lon: Latitude, lat: Longitude, description: [what]}
    timeFormats: ["M/d/yyyy H:mm"]
    otherwise: {kind: event, classCode: "0113"}
    """;
  }

  private Mapping read(String yaml) throws IOException {
    return Mapping.read(Files.writeString(folder.resolve("m.yaml"), yaml));
  }

  private static Set<String> classes() {
    Set<String> known = new HashSet<>();
    for (var name : List.of(Catalogues.COMPONENT_CLASSES, Catalogues.EVENT_CLASSES)) {
      Catalogues.rows(name).stream()
          .filter(row -> Catalogues.CURRENT_EDITION.equals(row.get("edition")))
          .forEach(row -> known.add(row.get("kind") + row.get("code")));
    }
    return known;
  }
}
