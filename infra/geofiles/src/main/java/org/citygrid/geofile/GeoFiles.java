package org.citygrid.geofile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.citygrid.geofile.csv.CsvOutput;
import org.citygrid.geofile.csv.CsvSource;
import org.citygrid.geofile.geojson.GeoJsonOutput;
import org.citygrid.geofile.geojson.GeoJsonSource;
import org.citygrid.geofile.source.Bytes;
import org.citygrid.geofile.source.RowSource;
import org.citygrid.geofile.text.TextFile;

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
    RowSource source = source(file, fileName, how);
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
      case SHAPEFILE, GEOPACKAGE, XLSX -> throw new UnsupportedOperationException("not yet");
    };
  }

  private static RowSource source(Path file, String fileName, Reading how) throws IOException {
    Bytes bytes = new Bytes(file, fileName);
    byte[] head = bytes.head(HEAD);
    if (head.length == 0) {
      throw new UnreadableFile("the file is empty");
    }
    TextFile text = TextFile.of(bytes, how.charset());
    return startsLikeJson(head)
        ? GeoJsonSource.open(text, layer(bytes), how, head)
        : CsvSource.open(text, layer(bytes), how);
  }

  private static boolean startsLikeJson(byte[] head) {
    String start =
        new String(head, ISO_8859_1).replaceAll("[\\x00\\xef\\xbb\\xbf\\xff\\xfe\\x1e\\s]", "");
    return start.startsWith("{");
  }

  private static String layer(Bytes bytes) {
    String name = bytes.name().substring(bytes.name().lastIndexOf('/') + 1);
    int dot = name.toLowerCase(Locale.ROOT).lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
