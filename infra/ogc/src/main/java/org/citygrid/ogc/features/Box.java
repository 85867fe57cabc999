package org.citygrid.ogc.features;

import java.util.List;
import java.util.Optional;
import org.citygrid.ogc.Clause;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// The parameter `bbox`: least corner, greatest corner, in the axis order of its system. Heights
/// are read and mean nothing here: features lie flat.
record Box(double x1, double y1, double x2, double y2, Crs crs) {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /// Empty unless four or six numbers of which the first half is less than the second.
  static Optional<Box> read(String text, Crs crs) {
    List<Double> numbers;
    try {
      numbers = List.of(text.split(",", -1)).stream().map(Double::valueOf).toList();
    } catch (NumberFormatException notNumbers) {
      return Optional.empty();
    }
    int half = numbers.size() / 2;
    if (!(numbers.size() == 4 || numbers.size() == 6)
        || numbers.stream().anyMatch(n -> !Double.isFinite(n))) {
      return Optional.empty();
    }
    var box =
        new Box(numbers.get(0), numbers.get(1), numbers.get(half), numbers.get(half + 1), crs);
    return box.isPossible() ? Optional.of(box) : Optional.empty();
  }

  private boolean isPossible() {
    double lat1 = crs.northFirst() ? x1 : y1;
    double lat2 = crs.northFirst() ? x2 : y2;
    double lon1 = crs.northFirst() ? y1 : x1;
    double lon2 = crs.northFirst() ? y2 : x2;
    return crs.degrees()
        ? lat1 <= lat2
            && lat1 >= -90
            && lat2 <= 90
            && Math.abs(lon1) <= 180
            && Math.abs(lon2) <= 180
        : lat1 <= lat2 && lon1 <= lon2;
  }

  /// What touches it. A box whose west lies east of its east reaches over the 180th meridian.
  Clause touches(String column) {
    double west = crs.northFirst() ? y1 : x1;
    double east = crs.northFirst() ? y2 : x2;
    double south = crs.northFirst() ? x1 : y1;
    double north = crs.northFirst() ? x2 : y2;
    if (west <= east) {
      return touches(column, west, south, east, north);
    }
    return Clause.of("(")
        .then(touches(column, west, south, 180, north))
        .then(Clause.of(" or "))
        .then(touches(column, -180, south, east, north))
        .then(Clause.of(")"));
  }

  /// Of a point and a box along the meridians its two numbers tell. The index alone does not: it
  /// keeps boxes in single precision, at these longitudes up to a metre too large.
  private Clause touches(String column, double west, double south, double east, double north) {
    var corners =
        new Coordinate[] {
          corner(west, south),
          corner(east, south),
          corner(east, north),
          corner(west, north),
          corner(west, south)
        };
    Clause box = crs.stored(FACTORY.createPolygon(corners));
    Clause exactly = Clause.of("ST_Intersects(" + column + ", ").then(box).then(Clause.of(")"));
    return crs.degrees()
        ? Clause.of("(" + column + " && ")
            .then(box)
            .then(Clause.of(" and case GeometryType(" + column + ") when 'POINT' then "))
            .then(
                Clause.of(
                    "ST_X(%1$s) between ? and ? and ST_Y(%1$s) between ? and ? else "
                        .formatted(column),
                    west,
                    east,
                    south,
                    north))
            .then(exactly)
            .then(Clause.of(" end)"))
        : exactly;
  }

  private Coordinate corner(double east, double north) {
    return crs.northFirst() ? new Coordinate(north, east) : new Coordinate(east, north);
  }
}
