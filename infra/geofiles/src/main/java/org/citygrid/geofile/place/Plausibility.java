package org.citygrid.geofile.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.citygrid.geofile.Described.Warning;
import org.locationtech.jts.geom.Coordinate;

/// Judges by the first places of a file whether its coordinate system can be the true one.
public final class Plausibility {
  private static final Pattern SHIFTED_NAME =
      Pattern.compile("gcj|amap|gaode|高德|火星|腾讯|tencent", Pattern.CASE_INSENSITIVE);

  private Plausibility() {}

  /// @param names of the file, its layer and its columns, which may betray where it comes from
  public static List<Warning> judge(ToLonLat places, List<String> names) {
    List<Warning> warnings = new ArrayList<>();
    List<Coordinate> sample = places.sample();
    if (places.crs() == null && !sample.isEmpty()) {
      warnings.add(new Warning("crs-unknown", unknown(sample)));
    } else if (!sample.isEmpty()) {
      if (places.inDegrees()) {
        judgeDegrees(sample, warnings);
      } else {
        judgeMetres(sample, warnings);
      }
    }
    if (places.shiftUnknown()) {
      warnings.add(
          new Warning(
              "datum-shift-unknown",
              "The way from the datum of this file to CGCS2000 is not public: places can be off by"
                  + " tens of metres. Shapes and distances are right."));
    }
    if (names.stream().anyMatch(name -> SHIFTED_NAME.matcher(name).find())) {
      warnings.add(
          new Warning(
              "gcj02-suspected",
              "A name in this file speaks of a Chinese map service: its places may be GCJ-02, some 500"
                  + " metres off."));
    }
    return warnings;
  }

  private static String unknown(List<Coordinate> sample) {
    String numbers = "%.1f %.1f".formatted(sample.getFirst().x, sample.getFirst().y);
    return most(sample, at -> Math.abs(at.x) > 360 || Math.abs(at.y) > 360)
        ? "The file does not say its coordinate system, and its numbers (%s) are metres: name it, such as EPSG:4547."
            .formatted(numbers)
        : "The file does not say its coordinate system (the first numbers are %s): name it, such as EPSG:4490."
            .formatted(numbers);
  }

  private static void judgeDegrees(List<Coordinate> sample, List<Warning> warnings) {
    if (most(sample, at -> Math.abs(at.x) > 360 || Math.abs(at.y) > 360)) {
      warnings.add(
          new Warning(
              "metres-in-degrees",
              "The numbers (%.1f %.1f) are too large for degrees: the file is in metres, and its coordinate system must be named."
                  .formatted(sample.getFirst().x, sample.getFirst().y)));
    } else if (most(sample, Plausibility::onlyRightWhenSwapped)) {
      warnings.add(
          new Warning(
              "axes-swapped",
              String.format(
                  Locale.ROOT,
                  "Longitude and latitude seem to be exchanged: the first place would lie at longitude"
                      + " %.4f, latitude %.4f.",
                  sample.getFirst().x,
                  sample.getFirst().y)));
    }
  }

  /// Beyond the polar circles nobody runs a town, but exchanged it may be one.
  private static boolean onlyRightWhenSwapped(Coordinate at) {
    return Math.abs(at.y) > 72 && Math.abs(at.y) <= 180 && Math.abs(at.x) <= 66;
  }

  private static void judgeMetres(List<Coordinate> sample, List<Warning> warnings) {
    if (most(sample, at -> Math.abs(at.x) <= 180 && Math.abs(at.y) <= 180)) {
      warnings.add(
          new Warning(
              "degrees-in-metres",
              "The coordinate system is in metres, but the numbers (%s %s) look like degrees."
                  .formatted(sample.getFirst().x, sample.getFirst().y)));
    } else if (most(sample, at -> northing(at.x) && easting(at.y))) {
      warnings.add(
          new Warning(
              "axes-swapped",
              "Northing stands before easting (%.1f %.1f): the axes are exchanged, as Chinese surveyors write x and y."
                  .formatted(sample.getFirst().x, sample.getFirst().y)));
    }
  }

  /// Whether `metres` can be a northing in China.
  public static boolean northing(double metres) {
    return metres > 1_800_000 && metres < 6_000_000;
  }

  /// Whether `metres` can be an easting of a Gauss-Krüger zone, with or without the zone's number.
  public static boolean easting(double metres) {
    double inZone = metres >= 13_000_000 && metres < 46_000_000 ? metres % 1_000_000 : metres;
    return inZone > 100_000 && inZone < 900_000;
  }

  private static boolean most(List<Coordinate> sample, Predicate<Coordinate> test) {
    return sample.stream().filter(test).count() * 10 > sample.size() * 9L;
  }
}
