package org.citygrid.geofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/// Small files of geodata, and what is read from them.
final class Fixtures {
  static final List<Column> COLUMNS =
      List.of(
          new Column("code", Column.Type.TEXT),
          new Column("name", Column.Type.TEXT),
          new Column("count", Column.Type.INTEGER),
          new Column("height", Column.Type.DECIMAL),
          new Column("checked", Column.Type.BOOLEAN),
          new Column("since", Column.Type.DATE));

  private Fixtures() {}

  record Row(@Nullable String wkt, @Nullable Object... values) {}

  static final List<Row> ROWS =
      List.of(
          new Row(
              "POINT (113.1 23.1)",
              "0101",
              "上水井盖",
              3L,
              new BigDecimal("0.75"),
              true,
              LocalDate.of(2024, 5, 1)),
          new Row(
              "LINESTRING (113.1 23.1, 113.2 23.1)",
              "0102",
              "=1+1",
              -4L,
              new BigDecimal("-2.5"),
              false,
              null),
          new Row(
              "POLYGON ((113.1 23.1, 113.1 23.2, 113.2 23.2, 113.2 23.1, 113.1 23.1), (113.12 23.12, 113.14 23.12, 113.14 23.14, 113.12 23.12))",
              "0103",
              "'=quoted, \"text\"",
              null,
              null,
              null,
              LocalDate.of(1999, 12, 31)),
          new Row(
              "MULTIPOINT ((113.1 23.1), (113.3 23.3))",
              "0104",
              "-",
              0L,
              BigDecimal.ZERO,
              null,
              null),
          new Row(null, "0105", null, null, null, null, null));

  static byte[] written(GeoFileFormat format, List<Column> columns, List<Row> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GeoFileWriter writer = GeoFiles.writer(format, out, "covers", columns)) {
      for (Row row : rows) {
        writer.write(row.wkt() == null ? null : wkt(row.wkt()), row.values());
      }
    }
    return out.toByteArray();
  }

  static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }

  record Told(Described described, List<Feature> rows) {
    Feature row(int at) {
      return rows.get(at);
    }

    @Nullable Object value(int row, String column) {
      for (int at = 0; at < described.columns().size(); at++) {
        if (described.columns().get(at).name().equals(column)) {
          return rows.get(row).values()[at];
        }
      }
      throw new AssertionError("no column " + column + " in " + described.columns());
    }

    List<String> warnings() {
      return described.warnings().stream().map(Described.Warning::code).toList();
    }
  }

  static Told read(Path file, Reading how) throws IOException {
    List<Feature> rows = new ArrayList<>();
    try (GeoFileReader reader = GeoFiles.open(file, file.getFileName().toString(), how)) {
      reader.read(rows::add);
      List<Feature> again = new ArrayList<>();
      reader.read(again::add);
      assertThat(again).hasSameSizeAs(rows);
      return new Told(reader.described(), rows);
    }
  }

  static Told read(Path folder, String name, byte[] bytes) throws IOException {
    return read(Files.write(folder.resolve(name), bytes), Reading.findOut());
  }

  static Told read(Path folder, String name, String text, Charset charset) throws IOException {
    return read(folder, name, text.getBytes(charset));
  }

  static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
}
