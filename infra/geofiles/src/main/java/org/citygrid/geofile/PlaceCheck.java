package org.citygrid.geofile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.citygrid.geo.CoordinateSystems;
import org.citygrid.geo.Gcj02;
import org.citygrid.geo.LonLat;
import org.citygrid.geo.Transform;
import org.citygrid.geofile.Described.Warning;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/// Judges by the town's outline whether places can be meant as they stand. Shifted or exchanged
/// numbers cannot be told from right ones by themselves, but by how many of them lie in the town.
public final class PlaceCheck {
  private static final int FEW = 10;

  private final Geometry town;
  private final IndexedPointInAreaLocator locator;

  /// @param town polygonal, longitude and latitude in degrees
  public PlaceCheck(Geometry town) {
    this.town = town;
    this.locator = new IndexedPointInAreaLocator(town);
  }

  /// What is doubtful about places, of which there should be a few hundred.
  public List<Warning> judge(List<Coordinate> places) {
    List<Warning> warnings = new ArrayList<>();
    if (places.size() < FEW) {
      return warnings;
    }
    long inside = inside(places, at -> at);
    long swapped = inside(places, at -> new Coordinate(at.y, at.x));
    long unshifted = inside(places, PlaceCheck::fromGcj02);
    if (swapped > inside && swapped * 2 > places.size()) {
      warnings.add(
          new Warning(
              "axes-swapped",
              "With longitude and latitude exchanged, %d of %d places would lie in the town; as they stand, %d do."
                  .formatted(swapped, places.size(), inside)));
    } else if (unshifted - inside > Math.max(2, places.size() / 100)) {
      warnings.add(
          new Warning(
              "gcj02-suspected",
              "Taken as GCJ-02, %d of %d places would lie in the town; as they stand, %d do."
                  .formatted(unshifted, places.size(), inside)));
    } else if (inside == 0) {
      warnings.add(
          new Warning(
              "far-away",
              String.format(
                  Locale.ROOT,
                  "None of %d places looked at lies in the town; the first is at %.4f %.4f.",
                  places.size(),
                  places.getFirst().x,
                  places.getFirst().y)));
    }
    return warnings;
  }

  /// The systems among those that are known in which numbers of an unknown one would lie in the
  /// town.
  ///
  /// @param numbers as the file has them
  /// @return codes such as `EPSG:4547`, CGCS2000 first
  public List<String> systemsThatFit(List<Coordinate> numbers) {
    Optional<Coordinate> middle =
        numbers.stream()
            .sorted((a, b) -> Double.compare(a.x, b.x))
            .skip(numbers.size() / 2)
            .findFirst();
    return middle.stream()
        .flatMap(at -> CoordinateSystems.codes().stream().filter(code -> fits(code, at)))
        .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
        .toList();
  }

  /// CGCS2000 has 4490 and 4491 to 4554.
  private static int rank(String code) {
    int number = Integer.parseInt(code.substring(5));
    return number >= 4490 && number <= 4554 ? number : number + 1_000_000;
  }

  private boolean fits(String code, Coordinate numbers) {
    Envelope near = town.getEnvelopeInternal();
    try {
      Transform transform = CoordinateSystems.transform(code, "EPSG:4490");
      return near.contains(transform.apply(numbers.x, numbers.y));
    } catch (IllegalArgumentException impossible) {
      return false;
    }
  }

  private long inside(List<Coordinate> places, UnaryOperator<Coordinate> as) {
    return places.stream().filter(at -> locator.locate(as.apply(at)) != Location.EXTERIOR).count();
  }

  private static Coordinate fromGcj02(Coordinate at) {
    if (!(Math.abs(at.x) <= 180 && Math.abs(at.y) <= 90)) {
      return at;
    }
    LonLat meant = Gcj02.toWgs84(new LonLat(at.x, at.y));
    return new Coordinate(meant.lon(), meant.lat());
  }
}
