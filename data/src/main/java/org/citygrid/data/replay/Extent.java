package org.citygrid.data.replay;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.citygrid.data.town.LocalMetres;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Where a city's requests lie, without the few that lie where no request can.
///
/// @param origin the middle of the plausible places
/// @param ground their convex hull, metres around the origin
record Extent(LocalMetres origin, Geometry ground, int plausible) {

  /// How many median deviations from the median a place may lie, in each direction.
  private static final double REACH = 7;

  /// @throws IllegalArgumentException if too few rows have a place
  static Extent of(List<Request> requests) {
    List<Request> placed =
        requests.stream()
            .filter(Request::hasPlace)
            .filter(r -> Math.abs(value(r.lat())) < 89 && Math.abs(value(r.lon())) <= 180)
            .toList();
    if (placed.size() < 10) {
      throw new IllegalArgumentException("only " + placed.size() + " rows have coordinates");
    }
    double[] lon = middleAndReach(placed, request -> value(request.lon()));
    double[] lat = middleAndReach(placed, request -> value(request.lat()));
    var origin = new LocalMetres(lon[0], lat[0]);
    Coordinate[] near =
        placed.stream()
            .filter(r -> Math.abs(value(r.lon()) - lon[0]) <= lon[1])
            .filter(r -> Math.abs(value(r.lat()) - lat[0]) <= lat[1])
            .map(r -> new Coordinate(origin.x(value(r.lon())), origin.y(value(r.lat()))))
            .toArray(Coordinate[]::new);
    Geometry hull = new GeometryFactory().createMultiPointFromCoords(near).convexHull();
    return new Extent(origin, hull, near.length);
  }

  private static double[] middleAndReach(List<Request> placed, ToDoubleFunction<Request> axis) {
    double middle = median(placed.stream().mapToDouble(axis).toArray());
    double spread =
        median(
            placed.stream().mapToDouble(r -> Math.abs(axis.applyAsDouble(r) - middle)).toArray());
    return new double[] {middle, REACH * Math.max(spread, 1e-3)};
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static double value(@Nullable Double degrees) {
    return degrees == null ? Double.NaN : degrees;
  }
}
