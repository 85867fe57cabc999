package org.citygrid.geofile;

import java.util.Comparator;
import java.util.List;
import org.citygrid.geo.CoordinateSystems;
import org.citygrid.geo.Transform;
import org.locationtech.jts.geom.Coordinate;

/// Tries numbers of an unknown coordinate system in every one that is known: where they lie in the
/// town, it may be the one.
public final class FittingSystems {
  private static final int TRIED = 20;

  private FittingSystems() {}

  /// A town that knows its own land.
  @FunctionalInterface
  public interface Town {
    boolean holds(double lon, double lat);
  }

  /// Takes about a second the first time, some milliseconds later.
  ///
  /// @param numbers as the file has them
  /// @return codes such as `EPSG:4547` in which most numbers lie in the town, CGCS2000 first
  public static List<String> find(List<Coordinate> numbers, Town town) {
    int step = Math.max(1, numbers.size() / TRIED);
    List<Coordinate> some = new java.util.ArrayList<>();
    for (int at = 0; at < numbers.size(); at += step) {
      some.add(numbers.get(at));
    }
    return some.isEmpty()
        ? List.of()
        : CoordinateSystems.codes().stream()
            .filter(code -> fits(code, some, town))
            .sorted(Comparator.comparing(FittingSystems::rank))
            .toList();
  }

  /// CGCS2000 has 4490 to 4554.
  private static int rank(String code) {
    int number = Integer.parseInt(code.substring(5));
    return number >= 4490 && number <= 4554 ? number : number + 1_000_000;
  }

  private static boolean fits(String code, List<Coordinate> numbers, Town town) {
    Transform transform = CoordinateSystems.transform(code, "EPSG:4490");
    int inside = 0;
    for (Coordinate each : numbers) {
      inside += lies(transform, each, town) ? 1 : 0;
      if (inside == 0 && each == numbers.get(Math.min(4, numbers.size() - 1))) {
        return false;
      }
    }
    return inside * 2 > numbers.size();
  }

  private static boolean lies(Transform transform, Coordinate numbers, Town town) {
    try {
      Coordinate place = transform.apply(numbers.x, numbers.y);
      return Math.abs(place.x) <= 180 && Math.abs(place.y) <= 90 && town.holds(place.x, place.y);
    } catch (IllegalArgumentException impossible) {
      return false;
    }
  }
}
