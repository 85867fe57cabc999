package org.citygrid.geofile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.citygrid.geofile.Fixtures.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingThePlacesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lon,lat",
        "LNG,LAT",
        "Longitude,Latitude",
        "X,Y",
        "经度,纬度",
        "东经,北纬",
        "gcj02_lng,gcj02_lat",
        "x坐标,y坐标"
      })
  void in_two_columns_by_their_usual_names(String names) throws IOException {
    Told told = Fixtures.read(folder, "a.csv", "code," + names + "\n1,113.5,23.5\n", UTF_8);

    assertThat(told.row(0).geometry()).isEqualTo(Fixtures.wkt("POINT (113.5 23.5)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void whatever_stands_between_the_columns(String delimiter) throws IOException {
    String text = "code,lon,lat\n1,113.5,23.5\n2,113.6,23.6\n".replace(",", delimiter);

    Told told = Fixtures.read(folder, "a.txt", text, UTF_8);

    assertThat(told.row(1).geometry()).isEqualTo(Fixtures.wkt("POINT (113.6 23.6)"));
  }

  @Test
  void in_a_column_of_wkt() throws IOException {
    Told told =
        Fixtures.read(
            folder,
            "a.csv",
            "code;shape\n1;\"SRID=4547;LINESTRING (408000 2550000, 408001 2550000)\"\n",
            UTF_8);

    assertThat(told.described().crs()).isEqualTo("EPSG:4547");
    Told comma =
        Fixtures.read(
            folder,
            "b.csv",
            "code,shape\n1,\"LINESTRING (113 23, 114 24)\"\n2,nonsense\n3,\n",
            UTF_8);
    assertThat(comma.row(0).geometry()).isEqualTo(Fixtures.wkt("LINESTRING (113 23, 114 24)"));
    assertThat(comma.row(1).faults()).extracting(Fault::field).containsExactly("shape");
    assertThat(comma.row(2).geometry()).isNull();
  }

  @Test
  void in_metres_once_the_system_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "code,x,y\n1,408000.5,2550000.25\n");

    Told unknown = Fixtures.read(file, Reading.findOut());
    Told named = Fixtures.read(file, Reading.findOut().in("EPSG:4547"));

    assertThat(unknown.described().crs()).isNull();
    assertThat(unknown.warnings()).contains("crs-unknown");
    assertThat(unknown.row(0).geometry()).isNull();
    assertThat(Objects.requireNonNull(named.row(0).geometry()).getCoordinate().x)
        .isCloseTo(113.1, within(0.01));
    assertThat(Objects.requireNonNull(named.row(0).geometry()).getCoordinate().y)
        .isCloseTo(23.05, within(0.02));
  }

  @Test
  void with_x_to_the_north_as_chinese_surveyors_write_it() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "code,x,y\n1,2550000.25,408000.5\n");

    Told told = Fixtures.read(file, Reading.findOut().in("EPSG:4547"));

    assertThat(Objects.requireNonNull(told.row(0).geometry()).getCoordinate().x)
        .isCloseTo(113.1, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "axes-swapped,      EPSG:4490, 23.1,      113.1",
    "axes-swapped,      EPSG:4547, 2550000,   408000",
    "metres-in-degrees, EPSG:4490, 408000,    2550000",
    "degrees-in-metres, EPSG:4547, 113.1,     23.1",
    "datum-shift-unknown, EPSG:2383, 408000,  2550000",
  })
  void and_saying_what_cannot_be_right(String warning, String crs, String x, String y)
      throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.csv"), "code,lon,lat\n1,%s,%s\n".formatted(x, y));

    Told told = Fixtures.read(file, Reading.findOut().in(crs));

    assertThat(told.warnings()).contains(warning);
  }

  @Test
  void in_the_system_that_an_old_geojson_names() throws IOException {
    Told told =
        Fixtures.read(
            folder,
            "a.json",
            """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},
             "features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[408000.5,2550000.25]}}]}
            """,
            UTF_8);

    assertThat(told.described().crsFrom()).isEqualTo("the crs member");
    assertThat(Objects.requireNonNull(told.row(0).geometry()).getCoordinate().x)
        .isCloseTo(113.1, within(0.01));
  }

  @Test
  void and_never_when_the_named_system_does_not_exist() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "code,lon,lat\n1,113,23\n");

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Fixtures.read(file, Reading.findOut().in("EPSG:99999")))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("name another one");
  }
}
