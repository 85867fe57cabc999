package org.citygrid.geofile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// Opens files of geodata for reading, and begins new ones.
public final class GeoFiles {
  private GeoFiles() {}

  /// Opens a Shapefile (`.shp` beside its parts, or a `.zip` of them), a GeoPackage, GeoJSON (whole
  /// or by line) or CSV, each also as `.gz`. What it is, its bytes decide, not its name alone.
  ///
  /// @param fileName as the sender calls it
  /// @throws UnreadableFile if it is none of them, or broken
  public static GeoFileReader open(Path file, String fileName, Reading how) throws IOException {
    throw new UnsupportedOperationException("not yet");
  }

  /// Begins a file whose places are CGCS2000 longitude and latitude in degrees. `out` is closed
  /// with the writer.
  ///
  /// @param layer its name, where the format has one
  public static GeoFileWriter writer(
      GeoFileFormat format, OutputStream out, String layer, List<Column> columns)
      throws IOException {
    throw new UnsupportedOperationException("not yet");
  }
}
