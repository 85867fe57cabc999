package org.citygrid.geofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citygrid.geofile.Fixtures.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingOutTheEncodingTest {
  private static final String TEXT =
      "编号,名称,经度,纬度\r\n0101,上水井盖，沥苑社区,113.1,23.1\r\n0102,路灯（单臂）,113.2,23.2\r\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void of_chinese_text(String charset) throws IOException {
    Told told = Fixtures.read(folder, "a.csv", TEXT, Charset.forName(charset));

    assertThat(told.value(0, "名称")).isEqualTo("上水井盖，沥苑社区");
    assertThat(told.value(1, "编号")).isEqualTo("0102");
    assertThat(told.row(1).geometry()).isEqualTo(Fixtures.wkt("POINT (113.2 23.2)"));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251,Колодец на улице Ленина",
    "windows-1252,Kanaldeckel Straße Überführung"
  })
  void never_takes_western_or_russian_letters_for_chinese(String charset, String text)
      throws IOException {
    Told told =
        Fixtures.read(
            folder, "a.csv", "name,lon,lat\n" + text + ",1,2\n", Charset.forName(charset));

    assertThat(told.described().charset()).isEqualTo("windows-1252");
    assertThat(told.warnings()).contains("encoding-doubtful");
  }

  @Test
  void looks_as_far_as_the_first_letter_that_is_not_ascii() throws IOException {
    StringBuilder text = new StringBuilder("name,lon,lat\n");
    text.repeat("plain,113.1,23.1\n", 200_000).append("井盖路灯,113.1,23.1\n");

    Told told = Fixtures.read(folder, "a.csv", text.toString(), Charset.forName("GBK"));

    assertThat(told.value(200_000, "name")).isEqualTo("井盖路灯");
  }

  @Test
  void a_cpg_file_that_the_texts_contradict_does_not_count() throws IOException {
    Path zip =
        Files.write(
            folder.resolve("a.zip"),
            Fixtures.written(
                GeoFileFormat.SHAPEFILE, Fixtures.COLUMNS, Fixtures.ROWS.subList(0, 1)));
    try (var files = java.nio.file.FileSystems.newFileSystem(zip)) {
      Files.writeString(files.getPath("covers.cpg"), "ISO-8859-1");
    }

    Told told = Fixtures.read(zip, Reading.findOut());

    assertThat(told.value(0, "name")).isEqualTo("上水井盖");
    assertThat(told.warnings()).contains("encoding-contradicted");
  }

  @Test
  void what_was_asked_for_goes_first() throws IOException {
    Path file = Files.write(folder.resolve("a.csv"), TEXT.getBytes(Charset.forName("GBK")));

    Told told = Fixtures.read(file, Reading.findOut().as(Charset.forName("UTF-8")));

    assertThat(told.described().charsetFrom()).isEqualTo("asked for");
    assertThat(told.row(0).faults())
        .extracting(Fault::reason)
        .contains("holds bytes that are no UTF-8");
  }
}
