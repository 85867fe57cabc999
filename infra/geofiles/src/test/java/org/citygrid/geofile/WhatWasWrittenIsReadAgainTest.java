package org.citygrid.geofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citygrid.geofile.Fixtures.COLUMNS;
import static org.citygrid.geofile.Fixtures.ROWS;
import static org.citygrid.geofile.Fixtures.wkt;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.citygrid.geofile.Fixtures.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

class WhatWasWrittenIsReadAgainTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"GEOJSON", "GEOJSON_SEQ", "GEOPACKAGE", "CSV"})
  void with_its_shapes_texts_and_numbers(GeoFileFormat format) throws IOException {
    Told told =
        Fixtures.read(
            folder, "covers." + format.extension(), Fixtures.written(format, COLUMNS, ROWS));

    assertThat(told.described().format()).isEqualTo(format);
    assertThat(told.rows())
        .hasSameSizeAs(ROWS)
        .allSatisfy(row -> assertThat(row.faults()).isEmpty());
    for (int at = 0; at < ROWS.size(); at++) {
      assertThat(told.value(at, "code")).isEqualTo(ROWS.get(at).values()[0]);
      assertThat(told.value(at, "name")).isEqualTo(ROWS.get(at).values()[1]);
      assertSamePlace(told.row(at).geometry(), ROWS.get(at).wkt());
    }
    assertThat(told.value(1, "height").toString()).isEqualTo("-2.5");
    assertThat(told.value(0, "count").toString()).isEqualTo("3");
    assertThat(told.value(0, "since").toString()).isEqualTo("2024-05-01");
  }

  @Test
  void in_a_shapefile_each_kind_of_shape_in_a_layer_of_its_own() throws IOException {
    byte[] zip = Fixtures.written(GeoFileFormat.SHAPEFILE, COLUMNS, ROWS);
    Path file = Files.write(folder.resolve("covers.zip"), zip);

    List<Integer> rows = new ArrayList<>();
    for (String layer :
        List.of("covers_areas", "covers_lines", "covers_multipoints", "covers_points")) {
      Told told = Fixtures.read(file, Reading.findOut().layer(layer));
      rows.add(told.rows().size());
      assertThat(told.described().charset()).isEqualTo("UTF-8");
      assertThat(told.described().layers()).contains(layer).hasSize(4);
    }
    Told points = Fixtures.read(file, Reading.findOut().layer("covers_points"));
    Told areas = Fixtures.read(file, Reading.findOut().layer("covers_areas"));

    assertThat(rows).containsExactly(1, 1, 1, 2);
    assertSamePlace(areas.row(0).geometry(), ROWS.get(2).wkt());
    assertThat(points.row(0).values())
        .containsExactly(
            "0101", "上水井盖", 3L, new BigDecimal("0.75"), true, LocalDate.of(2024, 5, 1));
    assertThat(points.row(1).geometry()).isNull();
  }

  @Test
  void with_long_names_and_long_texts_cut_to_what_a_shapefile_can_hold() throws IOException {
    String text = "井".repeat(100);
    List<Column> columns =
        List.of(
            new Column("maintenanceUnit", Column.Type.TEXT),
            new Column("maintenanceUnitName", Column.Type.TEXT),
            new Column("养护单位名称", Column.Type.TEXT));
    byte[] zip =
        Fixtures.written(
            GeoFileFormat.SHAPEFILE,
            columns,
            List.of(new Fixtures.Row("POINT (113 23)", "a", text, "c")));

    Told told = Fixtures.read(folder, "long.zip", zip);

    assertThat(told.described().columns().stream().map(Column::name))
        .containsExactly("maintenanc", "maintena_1", "养护单");
    assertThat(told.row(0).values()).containsExactly("a", "井".repeat(84), "c");
  }

  @Test
  void with_no_rows_at_all() throws IOException {
    for (GeoFileFormat format :
        List.of(
            GeoFileFormat.CSV,
            GeoFileFormat.GEOJSON,
            GeoFileFormat.SHAPEFILE,
            GeoFileFormat.GEOPACKAGE)) {
      Told told =
          Fixtures.read(
              folder, "empty." + format.extension(), Fixtures.written(format, COLUMNS, List.of()));

      assertThat(told.rows()).as(format.name()).isEmpty();
    }
  }

  @Test
  void a_workbook_holds_formulas_as_texts() throws IOException {
    byte[] xlsx = Fixtures.written(GeoFileFormat.XLSX, COLUMNS, ROWS);
    Path file = Files.write(folder.resolve("covers.xlsx"), xlsx);

    try (var zip = new java.util.zip.ZipFile(file.toFile())) {
      String sheet =
          new String(
              zip.getInputStream(Objects.requireNonNull(zip.getEntry("xl/worksheets/sheet1.xml")))
                  .readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);

      assertThat(sheet).contains("&apos;=1+1").doesNotContain("<f>");
    }
  }

  private static void assertSamePlace(Geometry read, String written) {
    if (written == null) {
      assertThat(read).isNull();
    } else {
      assertThat(read.equalsTopo(wkt(written))).as(written).isTrue();
    }
  }
}
