package org.citygrid.geofile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.citygrid.geofile.csv.CsvOutput;
import org.citygrid.geofile.csv.CsvSource;
import org.citygrid.geofile.geojson.GeoJsonOutput;
import org.citygrid.geofile.geojson.GeoJsonSource;
import org.citygrid.geofile.geopackage.GeoPackageOutput;
import org.citygrid.geofile.geopackage.GeoPackageSource;
import org.citygrid.geofile.shapefile.ShapefileOutput;
import org.citygrid.geofile.shapefile.ShapefileSource;
import org.citygrid.geofile.source.Bytes;
import org.citygrid.geofile.source.RowSource;
import org.citygrid.geofile.source.WorkFolder;
import org.citygrid.geofile.text.TextFile;
import org.citygrid.geofile.xlsx.XlsxOutput;
import org.jspecify.annotations.Nullable;

/// Opens files of geodata for reading, and begins new ones.
public final class GeoFiles {
  private static final int HEAD = 4096;

  private GeoFiles() {}

  /// Opens a Shapefile (`.shp` beside its parts, or a `.zip` of them), a GeoPackage, GeoJSON (whole
  /// or by line) or CSV, each also as `.gz`. What it is, its bytes decide, not its name alone.
  ///
  /// @param fileName as the sender calls it
  /// @throws UnreadableFile if it is none of them, or broken
  public static GeoFileReader open(Path file, String fileName, Reading how) throws IOException {
    return open(file, fileName, how, null);
  }

  /// @param unpacked folder in which what a zip holds stays for the next opening; the caller
  ///   deletes it. Null: it goes when the reader is closed
  /// @throws UnreadableFile if it is none of them, or broken
  public static GeoFileReader open(Path file, String fileName, Reading how, @Nullable Path unpacked)
      throws IOException {
    RowSource source = source(file, fileName, how, unpacked);
    try {
      return new JudgedReader(source, fileName);
    } catch (IOException | RuntimeException unreadable) {
      source.close();
      throw unreadable;
    }
  }

  /// Begins a file whose places are CGCS2000 longitude and latitude in degrees. `out` is closed
  /// with the writer.
  ///
  /// @param layer its name, where the format has one
  public static GeoFileWriter writer(
      GeoFileFormat format, OutputStream out, String layer, List<Column> columns)
      throws IOException {
    return switch (format) {
      case GEOJSON -> new GeoJsonOutput(out, layer, columns, false);
      case GEOJSON_SEQ -> new GeoJsonOutput(out, layer, columns, true);
      case CSV -> new CsvOutput(out, columns);
      case SHAPEFILE -> new ShapefileOutput(out, layer, columns);
      case GEOPACKAGE -> new GeoPackageOutput(out, layer, columns);
      case XLSX -> new XlsxOutput(out, layer, columns);
    };
  }

  /// Begins a table without places, for spreadsheets. `out` is closed with the writer.
  ///
  /// @throws IllegalArgumentException if the format is none of spreadsheets
  public static GeoFileWriter table(
      GeoFileFormat format, OutputStream out, String name, List<Column> columns)
      throws IOException {
    return switch (format) {
      case CSV -> CsvOutput.table(out, columns);
      case XLSX -> XlsxOutput.table(out, name, columns);
      case GEOJSON, GEOJSON_SEQ, SHAPEFILE, GEOPACKAGE ->
          throw new IllegalArgumentException(format + " is no form of a table");
    };
  }

  private static RowSource source(Path file, String fileName, Reading how, @Nullable Path unpacked)
      throws IOException {
    Bytes bytes = new Bytes(file, fileName);
    byte[] head = bytes.head(HEAD);
    Kind kind = Kind.of(head, bytes.name());
    return switch (kind) {
      case ZIP ->
          Archive.open(
              plain(bytes),
              how,
              unpacked,
              (inner, name, inside) -> source(inner, name, inside, null));
      case SHAPEFILE -> ShapefileSource.open(file, layer(bytes), how);
      case GEOPACKAGE -> geoPackage(bytes, how);
      case JSON -> GeoJsonSource.open(TextFile.of(bytes, how.charset()), layer(bytes), how, head);
      case TEXT -> CsvSource.open(TextFile.of(bytes, how.charset()), layer(bytes), how);
      default -> throw new UnreadableFile(kind.why());
    };
  }

  private static RowSource geoPackage(Bytes bytes, Reading how) throws IOException {
    WorkFolder folder = new WorkFolder();
    try {
      Path plain =
          bytes.gzipped() ? bytes.unpackedTo(folder.file("plain.gpkg")).file() : bytes.file();
      return GeoPackageSource.open(plain, folder, how);
    } catch (IOException | RuntimeException broken) {
      folder.close();
      throw broken;
    }
  }

  private static Path plain(Bytes bytes) {
    if (bytes.gzipped()) {
      throw new UnreadableFile("a zip that is gzipped once more is not read: unpack it first");
    }
    return bytes.file();
  }

  private static String layer(Bytes bytes) {
    String name = bytes.name().substring(bytes.name().lastIndexOf('/') + 1);
    int dot = name.toLowerCase(Locale.ROOT).lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
