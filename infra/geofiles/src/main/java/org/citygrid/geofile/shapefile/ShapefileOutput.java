package org.citygrid.geofile.shapefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.GeoFileWriter;
import org.citygrid.geofile.source.WorkFolder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// Writes a zip of Shapefiles, one for each kind of shape that came: a Shapefile holds one kind. A
/// row without a shape goes where the first row went. Texts are UTF-8; longer than 254 bytes they
/// are cut, as the format demands.
public final class ShapefileOutput implements GeoFileWriter {
  private static final String CGCS2000 =
      """
      GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",\
      SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]]\
      """;

  private final OutputStream out;
  private final String layer;
  private final List<Column> columns;
  private final WorkFolder folder = new WorkFolder();
  private final Map<ShapeKind, Sink> sinks = new EnumMap<>(ShapeKind.class);
  private final List<ShapeKind> order = new ArrayList<>();

  private record Sink(ShapeFile shapes, DbfSpool rows) {}

  public ShapefileOutput(OutputStream out, String layer, List<Column> columns) throws IOException {
    this.out = out;
    this.layer = layer.replaceAll("[\\\\/:*?\"<>|]", "_");
    this.columns = columns;
  }

  @Override
  public void write(@Nullable Geometry geometry, @Nullable Object... values) throws IOException {
    ShapeKind kind =
        geometry == null || geometry.isEmpty()
            ? order.isEmpty() ? ShapeKind.POINTS : order.getFirst()
            : ShapeKind.of(geometry);
    if (kind == ShapeKind.MIXED) {
      for (int at = 0; geometry != null && at < geometry.getNumGeometries(); at++) {
        write(geometry.getGeometryN(at), values);
      }
      return;
    }
    Sink sink = sink(kind);
    sink.shapes.write(geometry == null || geometry.isEmpty() ? null : geometry);
    sink.rows.write(values);
  }

  @Override
  public void close() throws IOException {
    try (folder;
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      zip.setLevel(4);
      if (sinks.isEmpty()) {
        sink(ShapeKind.POINTS);
      }
      for (ShapeKind kind : order) {
        Sink sink = sink(kind);
        String name = order.size() == 1 ? layer : layer + "_" + kind.ending();
        sink.shapes.close();
        put(zip, name + ".shp", folder.file(kind + ".shp"));
        put(zip, name + ".shx", folder.file(kind + ".shx"));
        zip.putNextEntry(new ZipEntry(name + ".dbf"));
        sink.rows.finish(zip);
        zip.closeEntry();
        put(zip, name + ".prj", CGCS2000);
        put(zip, name + ".cpg", "UTF-8");
      }
    }
  }

  private Sink sink(ShapeKind kind) throws IOException {
    Sink sink = sinks.get(kind);
    if (sink == null) {
      sink =
          new Sink(
              new ShapeFile(folder.file(kind + ".shp"), folder.file(kind + ".shx"), kind),
              new DbfSpool(folder.file(kind + ".rows"), columns));
      sinks.put(kind, sink);
      order.add(kind);
    }
    return sink;
  }

  private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }
}
