package org.citygrid.geofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.citygrid.geofile.Fixtures.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZippedFilesTest {
  @TempDir Path folder;

  @Test
  void may_have_folders_capitals_chinese_names_and_what_a_mac_adds() throws IOException {
    Path zip = folder.resolve("a.zip");
    byte[] shapefile =
        Fixtures.written(GeoFileFormat.SHAPEFILE, Fixtures.COLUMNS, Fixtures.ROWS.subList(0, 1));
    try (ZipOutputStream out =
            new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("GBK"));
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(shapefile))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        String name = entry.getName().replace("covers", "井盖").toUpperCase(java.util.Locale.ROOT);
        put(out, "普查 2026/" + name, bytes);
        put(out, "__MACOSX/普查 2026/._" + name, new byte[10]);
      }
      put(out, "说明.txt", "请看".getBytes(StandardCharsets.UTF_8));
    }

    Told told = Fixtures.read(zip, Reading.findOut());

    assertThat(told.described().layers()).containsExactly("井盖");
    assertThat(told.value(0, "name")).isEqualTo("上水井盖");
    assertThat(told.row(0).geometry()).isEqualTo(Fixtures.wkt("POINT (113.1 23.1)"));
  }

  @Test
  void may_hold_several_layers_of_which_one_is_chosen() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(out, "north/covers.csv", "code,lon,lat\n1,113,23\n".getBytes(StandardCharsets.UTF_8));
      put(out, "south/covers.csv", "code,lon,lat\n2,113,22\n".getBytes(StandardCharsets.UTF_8));
      put(
          out,
          "lamps.gpkg",
          Fixtures.written(GeoFileFormat.GEOPACKAGE, Fixtures.COLUMNS, Fixtures.ROWS));
    }

    assertThat(Fixtures.read(zip, Reading.findOut()).described().layers())
        .containsExactlyInAnyOrder("north/covers", "south/covers", "lamps");
    assertThat(Fixtures.read(zip, Reading.findOut().layer("south/covers")).value(0, "code"))
        .isEqualTo("2");
    assertThat(Fixtures.read(zip, Reading.findOut().layer("lamps")).rows()).hasSize(5);
    assertThatThrownBy(() -> Fixtures.read(zip, Reading.findOut().layer("benches")))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("it has");
  }

  @Test
  void may_be_gzipped_each_by_itself() throws IOException {
    for (GeoFileFormat format :
        List.of(GeoFileFormat.CSV, GeoFileFormat.GEOJSON, GeoFileFormat.GEOPACKAGE)) {
      Path file = folder.resolve("a." + format.extension() + ".gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(Fixtures.written(format, Fixtures.COLUMNS, Fixtures.ROWS));
      }

      assertThat(Fixtures.read(file, Reading.findOut()).rows()).as(format.name()).hasSize(5);
    }
  }

  @Test
  void with_nothing_to_read_are_refused() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(out, "photo.jpg", new byte[] {1, 2, 3});
    }

    assertThatThrownBy(() -> Fixtures.read(zip, Reading.findOut()))
        .hasMessage("the zip holds no Shapefile, GeoPackage, GeoJSON or CSV");
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
