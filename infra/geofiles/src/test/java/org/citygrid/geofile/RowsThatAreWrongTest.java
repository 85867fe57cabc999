package org.citygrid.geofile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citygrid.geofile.Fixtures.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsThatAreWrongTest {
  @TempDir Path folder;

  @Test
  void come_with_their_line_and_a_reason() throws IOException {
    Told told =
        Fixtures.read(
            folder,
            "a.csv",
            "code,lon,lat\n1,abc,23\n2,113,23,extra\n\"3\n4\",113,23\n5,113,95\n",
            UTF_8);

    assertThat(told.rows()).extracting(Feature::line).containsExactly(2L, 3L, 4L, 6L);
    assertThat(told.row(0).faults()).containsExactly(new Fault("lon", "abc", "is not a number"));
    assertThat(told.row(1).faults())
        .extracting(Fault::reason)
        .containsExactly("has 4 fields where the heading has 3");
    assertThat(told.value(2, "code")).isEqualTo("3\n4");
    assertThat(told.row(3).faults()).extracting(Fault::field).containsExactly("geometry");
  }

  @Test
  void of_a_sequence_do_not_hide_those_after_them() throws IOException {
    String good =
        "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,23]}}";

    Told told = Fixtures.read(folder, "a.ndjson", good + "\n{\"type\":\n\n" + good + "\n", UTF_8);

    assertThat(told.rows()).extracting(Feature::line).containsExactly(1L, 2L, 4L);
    assertThat(told.row(1).faults()).hasSize(1);
    assertThat(told.value(2, "a")).isEqualTo(1L);
  }

  @Test
  void a_sequence_with_record_separators_may_break_its_lines() throws IOException {
    String feature = "{\"type\":\"Feature\",\n\"properties\":{\"a\":%d},\n\"geometry\":null}";

    Told told =
        Fixtures.read(
            folder,
            "a.json",
            "\u001e" + feature.formatted(1) + "\n\u001e" + feature.formatted(2) + "\n",
            UTF_8);

    assertThat(told.described().format()).isEqualTo(GeoFileFormat.GEOJSON_SEQ);
    assertThat(told.value(1, "a")).isEqualTo(2L);
    assertThat(told.row(1).line()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1,2,3]                                      | this is JSON, but no GeoJSON: a list has no type
          {"a":1}                                      | this is JSON, but neither a FeatureCollection nor a Feature
          {"type":"FeatureCollection","features":[     | the file breaks off after 0 features
          <kml/>                                       | XML (KML, GML, GPX) is not read: convert it to GeoJSON or GeoPackage
          ''                                           | the file is empty
          """)
  void a_file_that_is_none_is_refused_with_a_reason(String text, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), text);

    assertThatThrownBy(() -> Fixtures.read(file, Reading.findOut()))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith(
            reason.startsWith("the file breaks off after")
                ? "this is not valid JSON, or it breaks off"
                : reason);
  }

  /// Else all rows behind the mark would vanish into one field, and nobody be told.
  @Test
  void a_quotation_without_end_refuses_the_file() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"),
            "code,lon,lat,note\n1,113,23,good\n2,113,23,\"open\n3,113,23,swallowed\n");

    assertThatThrownBy(() -> Fixtures.read(file, Reading.findOut()))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("a quotation that begins in the row of line 3 is never closed");
  }

  @Test
  void a_workbook_is_refused_with_advice() throws IOException {
    Path file =
        Files.write(
            folder.resolve("a.xlsx"),
            Fixtures.written(GeoFileFormat.XLSX, Fixtures.COLUMNS, List.of()));

    assertThatThrownBy(() -> Fixtures.read(file, Reading.findOut()))
        .hasMessage("Excel workbooks cannot be read: save the sheet as CSV");
  }
}
