package org.citygrid.asset;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citygrid.geo.CoordinateSystems;
import org.citygrid.geo.Transform;
import org.locationtech.jts.geom.Coordinate;

/// A zipped shapefile of points as surveyors in Foshan deliver it: CGCS2000 in metres, central
/// meridian 114° E, texts in GBK, and no .cpg that would say so.
final class GbkShapefile {
  private static final Charset GBK = Charset.forName("GBK");
  private static final Transform TO_METRES = CoordinateSystems.transform("EPSG:4490", "EPSG:4547");
  private static final String PRJ =
      """
      PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",\
      DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],\
      PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],\
      PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]\
      """;

  private final List<String> names;
  private final int width;
  private final List<Coordinate> places = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /// @param names at most ten bytes each
  GbkShapefile(int width, String... names) {
    this.names = List.of(names);
    this.width = width;
  }

  GbkShapefile row(double lon, double lat, String... values) {
    places.add(TO_METRES.apply(lon, lat));
    rows.add(List.of(values));
    return this;
  }

  byte[] zip() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      add(zip, "井盖.shp", shp());
      add(zip, "井盖.shx", shx());
      add(zip, "井盖.dbf", dbf());
      add(zip, "井盖.prj", PRJ.getBytes(US_ASCII));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private ByteBuffer header(int bytes) {
    ByteBuffer file = ByteBuffer.allocate(bytes);
    file.putInt(0, 9994).putInt(24, bytes / 2);
    file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 1);
    file.putDouble(36, places.stream().mapToDouble(at -> at.x).min().orElse(0));
    file.putDouble(44, places.stream().mapToDouble(at -> at.y).min().orElse(0));
    file.putDouble(52, places.stream().mapToDouble(at -> at.x).max().orElse(0));
    file.putDouble(60, places.stream().mapToDouble(at -> at.y).max().orElse(0));
    return file.position(100);
  }

  private byte[] shp() {
    ByteBuffer file = header(100 + 28 * places.size());
    for (int i = 0; i < places.size(); i++) {
      file.order(ByteOrder.BIG_ENDIAN).putInt(i + 1).putInt(10);
      file.order(ByteOrder.LITTLE_ENDIAN).putInt(1);
      file.putDouble(places.get(i).x).putDouble(places.get(i).y);
    }
    return file.array();
  }

  private byte[] shx() {
    ByteBuffer file = header(100 + 8 * places.size()).order(ByteOrder.BIG_ENDIAN);
    for (int i = 0; i < places.size(); i++) {
      file.putInt((100 + 28 * i) / 2).putInt(10);
    }
    return file.array();
  }

  private byte[] dbf() {
    int header = 32 + 32 * names.size() + 1;
    int record = 1 + width * names.size();
    ByteBuffer file =
        ByteBuffer.allocate(header + record * rows.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
    file.put(0, (byte) 3).put(1, (byte) 126).put(2, (byte) 1).put(3, (byte) 1);
    file.putInt(4, rows.size()).putShort(8, (short) header).putShort(10, (short) record);
    file.position(32);
    for (String name : names) {
      file.put(padded(name, 11, (byte) 0)).put((byte) 'C').putInt(0).put((byte) width);
      file.position(file.position() + 15);
    }
    file.put((byte) 0x0d);
    for (List<String> row : rows) {
      file.put((byte) ' ');
      row.forEach(value -> file.put(padded(value, width, (byte) ' ')));
    }
    file.put((byte) 0x1a);
    return file.array();
  }

  private static byte[] padded(String text, int length, byte with) {
    byte[] bytes = text.getBytes(GBK);
    byte[] field = new byte[length];
    for (int i = 0; i < length; i++) {
      field[i] = i < bytes.length ? bytes[i] : with;
    }
    return field;
  }
}
