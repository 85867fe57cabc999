package org.citygrid.geofile.csv;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.citygrid.geofile.Reading;
import org.citygrid.geofile.UnreadableFile;
import org.citygrid.geofile.place.Plausibility;
import org.jspecify.annotations.Nullable;

/// Which columns of a CSV hold the place: two of numbers, or one of WKT, which goes before where it
/// is filled; −1 for none.
record PlaceColumns(int lon, int lat, int wkt) {
  private static final List<String> LON =
      List.of(
          "lon",
          "lng",
          "long",
          "longitude",
          "经度",
          "经",
          "东经",
          "lon84",
          "lng84",
          "wgs84lon",
          "wgs84lng",
          "经度坐标",
          "gpslon",
          "gpslng",
          "gcj02lon",
          "gcj02lng",
          "pointx",
          "xcoord",
          "coordx",
          "xcoordinate",
          "x坐标",
          "横坐标",
          "easting",
          "east",
          "x",
          "东坐标");
  private static final List<String> LAT =
      List.of(
          "lat",
          "lat",
          "lat",
          "latitude",
          "纬度",
          "纬",
          "北纬",
          "lat84",
          "lat84",
          "wgs84lat",
          "wgs84lat",
          "纬度坐标",
          "gpslat",
          "gpslat",
          "gcj02lat",
          "gcj02lat",
          "pointy",
          "ycoord",
          "coordy",
          "ycoordinate",
          "y坐标",
          "纵坐标",
          "northing",
          "north",
          "y",
          "北坐标");
  private static final List<String> WKT =
      List.of("wkt", "geom", "geometry", "thegeom", "shape", "geowkt", "几何", "坐标串", "空间信息");
  private static final String WKT_ALONE = "wkt";
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?is)\\s*(SRID=\\d+;)?\\s*(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION|LINEARRING)\\s*(Z|M|ZM)?\\s*(\\(|EMPTY).*");

  /// Takes the columns that were asked for, else finds them by their names and first values.
  static PlaceColumns find(List<String> names, List<List<String>> rows, Reading how) {
    int wkt = asked(names, how.wktColumn());
    int lon = asked(names, how.lonColumn());
    int lat = asked(names, how.latColumn());
    if (lon >= 0 && lat >= 0) {
      return new PlaceColumns(lon, lat, wkt);
    }
    PlaceColumns pair = pair(names, rows);
    if (wkt < 0) {
      wkt = shapes(names, rows);
    }
    return wkt < 0 || (pair.lon >= 0 && names.get(pair.lon).equals("lon"))
        ? new PlaceColumns(pair.lon, pair.lat, wkt)
        : new PlaceColumns(-1, -1, wkt);
  }

  static boolean isShape(String text) {
    return SHAPE.matcher(text).matches();
  }

  boolean any() {
    return wkt >= 0 || lon >= 0;
  }

  List<String> names(List<String> all) {
    return IntStream.of(lon, lat, wkt).filter(at -> at >= 0).mapToObj(all::get).toList();
  }

  private static int asked(List<String> names, @Nullable String name) {
    if (name == null) {
      return -1;
    }
    int at = names.indexOf(name);
    if (at < 0) {
      throw UnreadableFile.because("mapping", "the file has no column \"" + name + "\"", null);
    }
    return at;
  }

  private static int shapes(List<String> names, List<List<String>> rows) {
    for (int column = 0; column < names.size(); column++) {
      int at = column;
      List<String> values =
          rows.stream()
              .filter(row -> row.size() > at)
              .map(row -> row.get(at))
              .filter(text -> !text.isBlank())
              .toList();
      boolean named = WKT.contains(plain(names.get(column)));
      long fitting = values.stream().filter(PlaceColumns::isShape).count();
      if (values.isEmpty()
          ? WKT_ALONE.equals(names.get(column))
          : fitting * (named ? 10 : 1) >= values.size()) {
        return column;
      }
    }
    return -1;
  }

  private static PlaceColumns pair(List<String> names, List<List<String>> rows) {
    List<String> plain = names.stream().map(PlaceColumns::plain).toList();
    for (int kind = 0; kind < LON.size(); kind++) {
      int lon = plain.indexOf(LON.get(kind));
      int lat = plain.indexOf(LAT.get(kind));
      if (lon >= 0 && lat >= 0) {
        return northFirst(plain.get(lon), rows, lon, lat)
            ? new PlaceColumns(lat, lon, -1)
            : new PlaceColumns(lon, lat, -1);
      }
    }
    int lon = beginning(plain, "longitude", "lon", "lng", "经度");
    int lat = beginning(plain, "latitude", "lat", "纬度");
    return lon >= 0 && lat >= 0 ? new PlaceColumns(lon, lat, -1) : new PlaceColumns(-1, -1, -1);
  }

  /// Chinese surveyors call the northing x and the easting y; the numbers tell.
  private static boolean northFirst(String name, List<List<String>> rows, int x, int y) {
    if (!name.equals("x") && !name.equals("x坐标")) {
      return false;
    }
    return !rows.isEmpty()
        && rows.stream()
            .allMatch(row ->
                row.size() > Math.max(x, y)
                    && Plausibility.northing(number(row.get(x)))
                    && Plausibility.easting(number(row.get(y))));
  }

  private static int beginning(List<String> plain, String... beginnings) {
    for (String beginning : beginnings) {
      for (int at = 0; at < plain.size(); at++) {
        if (plain.get(at).startsWith(beginning)) {
          return at;
        }
      }
    }
    return -1;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-()（）]", "");
  }

  /// NaN when it is none. A decimal comma is taken for a point.
  static double number(String text) {
    String plain = text.strip();
    try {
      return Double.parseDouble(plain);
    } catch (NumberFormatException other) {
      if (plain.indexOf(',') < 0 || plain.length() > 30) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(plain.replace(',', '.'));
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }
}
