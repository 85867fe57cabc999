package org.citygrid.geofile.shapefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.Described;
import org.citygrid.geofile.Described.Warning;
import org.citygrid.geofile.Fault;
import org.citygrid.geofile.Feature;
import org.citygrid.geofile.GeoFileFormat;
import org.citygrid.geofile.Reading;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.geofile.place.ToLonLat;
import org.citygrid.geofile.source.RowSource;
import org.citygrid.geofile.source.WorkFolder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// Reads a Shapefile: its shapes, the table beside them, or either alone.
public final class ShapefileSource implements RowSource {
  private static final int LONGEST_PRJ = 1 << 16;

  private final WorkFolder folder;
  private final @Nullable ShapeRecords shapes;
  private final @Nullable DbfTable table;
  private final @Nullable DbfTexts texts;
  private final Described described;
  private final ToLonLat places;
  private volatile long position;

  private ShapefileSource(
      WorkFolder folder,
      @Nullable ShapeRecords shapes,
      @Nullable DbfTable table,
      @Nullable DbfTexts texts,
      Described described,
      ToLonLat places) {
    this.folder = folder;
    this.shapes = shapes;
    this.table = table;
    this.texts = texts;
    this.described = described;
    this.places = places;
  }

  /// @param file the `.shp` or the `.dbf`, its parts beside it
  public static ShapefileSource open(Path file, String layer, Reading how) throws IOException {
    List<Closeable> opened = new ArrayList<>();
    WorkFolder folder = new WorkFolder();
    opened.add(folder);
    try {
      Parts parts = Parts.beside(file, folder);
      @Nullable ShapeRecords shapes =
          parts.shp() == null ? null : new ShapeRecords(parts.shp(), parts.shx());
      if (shapes != null) {
        opened.add(shapes);
      }
      @Nullable DbfTable table = parts.dbf() == null ? null : new DbfTable(parts.dbf());
      if (table != null) {
        opened.add(table);
      }
      @Nullable DbfEncoding encoding =
          table == null ? null : DbfEncoding.of(table, parts.cpg(), how.charset());
      String crsFrom = "the file holds no places";
      @Nullable String crs = null;
      if (shapes != null) {
        crs = how.crs() != null ? how.crs() : parts.prj() == null ? null : prj(parts.prj());
        crsFrom =
            how.crs() != null
                ? "asked for"
                : crs != null ? "the .prj file" : "there is no .prj file";
      }
      ToLonLat places = ToLonLat.from(crs);
      Described described =
          new Described(
              GeoFileFormat.SHAPEFILE,
              layer,
              List.of(layer),
              columns(table, encoding),
              crs,
              crsFrom,
              encoding == null ? null : encoding.charset().name(),
              encoding == null ? "there is no .dbf file" : encoding.from(),
              rows(shapes, table),
              warnings(shapes, table, encoding));
      return new ShapefileSource(
          folder,
          shapes,
          table,
          encoding == null ? null : new DbfTexts(encoding.charset()),
          described,
          places);
    } catch (IOException | RuntimeException broken) {
      for (Closeable each : opened.reversed()) {
        each.close();
      }
      throw broken;
    }
  }

  @Override
  public Described described() {
    return described;
  }

  @Override
  public ToLonLat places() {
    return places;
  }

  @Override
  public long bytesRead() {
    return position;
  }

  @Override
  public void read(Predicate<Feature> rows) throws IOException {
    places.restart();
    long row = 0;
    if (shapes != null) {
      shapes.restart();
    }
    while (more(row)) {
      @Nullable Feature feature = feature(row++);
      if (feature != null && !rows.test(feature)) {
        return;
      }
      position = shapes == null ? tablePosition(row) : shapes.position() + tablePosition(row);
    }
    if (shapes != null) {
      position = shapes.size() + (table == null ? 0 : table.size());
    }
  }

  @Override
  public void close() throws IOException {
    if (shapes != null) {
      shapes.close();
    }
    if (table != null) {
      table.close();
    }
    folder.close();
  }

  private long tablePosition(long row) {
    return table == null ? 0 : table.position(row);
  }

  private boolean hasRecord(long row) {
    return table != null && row < table.rows();
  }

  private boolean more(long row) throws IOException {
    return (shapes != null && shapes.hasNext()) || hasRecord(row);
  }

  private @Nullable Feature feature(long row) throws IOException {
    List<Fault> faults = new ArrayList<>(0);
    boolean hasShape = shapes != null && shapes.hasNext();
    @Nullable ByteBuffer shape = hasShape && shapes != null ? shapes.next() : null;
    @Nullable Object[] values = new @Nullable Object[described.columns().size()];
    if (table != null && hasRecord(row)) {
      ByteBuffer record = table.record(row);
      if (DbfTable.isDeleted(record)) {
        return null;
      }
      fill(values, record, faults);
    } else if (table != null && values.length > 0) {
      faults.add(new Fault("row", null, "has a shape, but no record in the .dbf file"));
    }
    if (shapes != null && !hasShape) {
      faults.add(new Fault("geometry", null, "is missing: the .shp file has fewer records"));
    } else if (hasShape && shape == null) {
      faults.add(new Fault("geometry", null, "lies outside the .shp file"));
    }
    @Nullable Geometry geometry = shape == null ? null : geometry(shape, faults);
    return new Feature(row + 1, geometry, values, faults);
  }

  private @Nullable Geometry geometry(ByteBuffer shape, List<Fault> faults) {
    if (Shape.isPoint(shape)) {
      return places.point(shape.getDouble(4), shape.getDouble(12), faults);
    }
    try {
      @Nullable Geometry geometry = Shape.read(shape);
      return geometry == null ? null : places.apply(geometry, faults);
    } catch (IllegalArgumentException broken) {
      faults.add(new Fault("geometry", null, String.valueOf(broken.getMessage())));
      return null;
    }
  }

  private void fill(@Nullable Object[] values, ByteBuffer record, List<Fault> faults) {
    if (table == null || texts == null) {
      return;
    }
    byte[] bytes = record.array();
    int start = record.position();
    List<DbfField> fields = table.fields();
    for (int at = 0; at < values.length; at++) {
      DbfField field = fields.get(at);
      if (field.isText()) {
        int from = start + field.offset();
        @Nullable String text = texts.text(bytes, from, from + field.length());
        values[at] = text;
        if (text != null && text.indexOf('\ufffd') >= 0) {
          faults.add(new Fault(name(at), text, "holds bytes that are no " + described.charset()));
        }
      } else {
        values[at] = value(field, bytes, start, at, faults);
      }
    }
  }

  private @Nullable Object value(
      DbfField field, byte[] bytes, int start, int at, List<Fault> faults) {
    try {
      return field.value(bytes, start);
    } catch (IllegalArgumentException wrong) {
      String seen =
          new String(
              bytes,
              start + field.offset(),
              field.length(),
              java.nio.charset.StandardCharsets.ISO_8859_1);
      faults.add(new Fault(name(at), seen.strip(), String.valueOf(wrong.getMessage())));
      return null;
    }
  }

  private String name(int column) {
    return described.columns().get(column).name();
  }

  private static List<Column> columns(@Nullable DbfTable table, @Nullable DbfEncoding encoding) {
    if (table == null || encoding == null) {
      return List.of();
    }
    DbfTexts texts = new DbfTexts(encoding.charset());
    Set<String> seen = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (int at = 0; at < table.fields().size(); at++) {
      byte[] bytes = table.nameBytes(at);
      @Nullable String decoded = texts.text(bytes, 0, bytes.length);
      String base = decoded == null ? "column " + (at + 1) : decoded;
      String name = base;
      for (int again = 2; !seen.add(name); again++) {
        name = base + " (" + again + ")";
      }
      columns.add(new Column(name, table.fields().get(at).type()));
    }
    return columns;
  }

  private static long rows(@Nullable ShapeRecords shapes, @Nullable DbfTable table) {
    long records = table == null ? -1 : table.rows();
    return Math.max(records, shapes == null ? -1 : shapes.count());
  }

  private static List<Warning> warnings(
      @Nullable ShapeRecords shapes, @Nullable DbfTable table, @Nullable DbfEncoding encoding) {
    List<Warning> warnings = new ArrayList<>();
    if (encoding != null) {
      warnings.addAll(encoding.warnings());
    }
    if (shapes == null) {
      warnings.add(new Warning("no-geometry", "There is no .shp file, so there are no places."));
    }
    if (table == null) {
      warnings.add(
          new Warning("no-attributes", "There is no .dbf file, so nothing is known but places."));
    }
    if (shapes != null && !shapes.hasIndex()) {
      warnings.add(
          new Warning(
              "no-index", "There is no usable .shx file; the shapes are read as they lie."));
    }
    if (table != null && table.fields().stream().anyMatch(DbfField::elsewhere)) {
      warnings.add(
          new Warning(
              "memo-not-read", "Long texts in a separate file (memo fields) are not read."));
    }
    return warnings;
  }

  private static @Nullable String prj(Path prj) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(prj)) {
      bytes = in.readNBytes(LONGEST_PRJ);
    }
    String wkt = new String(bytes, UTF_8).replace("\ufeff", "").strip();
    if (wkt.isEmpty()) {
      return null;
    }
    if (!wkt.contains("[")) {
      throw new UnreadableFile(
          "the .prj file holds no coordinate system: name it, such as EPSG:4547");
    }
    return wkt;
  }
}
