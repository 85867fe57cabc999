package org.citygrid.geofile.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygrid.geo.CoordinateSystems;
import org.citygrid.geo.DatumShift;
import org.citygrid.geo.Transform;
import org.citygrid.geo.UnknownCrs;
import org.citygrid.geofile.Fault;
import org.citygrid.geofile.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/// The way from the numbers of a file to longitude and latitude. For one thread.
public final class ToLonLat {
  /// Makes all geometries of files; their SRID is CGCS2000.
  public static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), 4490);

  private static final int SAMPLE = 1000;
  private static final Pattern LON_LAT_WKT =
      Pattern.compile("(?is)\\s*GEOGCS\\s*\\[.*(WGS_?\\s?(19)?84|CHINA_?\\s?2000|CGCS_?2000).*");

  private static final Pattern SPHEROID =
      Pattern.compile("(?i)SPHEROID\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*(\\d+(?:\\.\\d+)?)");

  private final @Nullable String crs;
  private final @Nullable Transform transform;
  private final List<Coordinate> sample = new ArrayList<>();
  private final double[] ordinates = new double[2];
  private final EachVertex eachVertex = new EachVertex();

  private ToLonLat(@Nullable String crs, @Nullable Transform transform) {
    this.crs = crs;
    this.transform = transform;
  }

  /// @param crs `EPSG:4547`, WKT 1, or null when nobody knows: then no place can be told
  /// @throws UnreadableFile if it names or describes a system that is not known
  public static ToLonLat from(@Nullable String crs) {
    if (crs == null || isLonLat(crs)) {
      return new ToLonLat(crs, null);
    }
    requireEarth(crs);
    try {
      return new ToLonLat(crs, CoordinateSystems.transform(crs, "EPSG:4490"));
    } catch (UnknownCrs | IndexOutOfBoundsException | NullPointerException | ClassCastException e) {
      throw UnreadableFile.because(
          "crs",
          "the coordinate system cannot be used (%s): name another one, such as EPSG:4547"
              .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  private static void requireEarth(String crs) {
    Matcher spheroid = SPHEROID.matcher(crs);
    if (spheroid.find() && Math.abs(Double.parseDouble(spheroid.group(1)) - 6_371_000) > 30_000) {
      throw UnreadableFile.because(
          "crs",
          "the coordinate system's ellipsoid is not the Earth's (its radius is %s): name another one, such as EPSG:4547"
              .formatted(spheroid.group(1)),
          null);
    }
  }

  /// Whether `crs` is CGCS2000 or WGS 84 in degrees, which need no transforming.
  public static boolean isLonLat(String crs) {
    return switch (crs.toUpperCase(Locale.ROOT)) {
      case "EPSG:4490", "EPSG:4326", "OGC:CRS84", "CRS84" -> true;
      default ->
          LON_LAT_WKT.matcher(crs).matches()
              && crs.toLowerCase(Locale.ROOT).contains("degree")
              && !crs.contains("TOWGS84");
    };
  }

  public @Nullable String crs() {
    return crs;
  }

  /// Whether places come out only roughly, because the way between the datums is not known.
  public boolean shiftUnknown() {
    return transform != null && transform.datumShift() == DatumShift.UNKNOWN;
  }

  /// Whether the file's numbers are degrees.
  public boolean inDegrees() {
    return crs != null
        && (isLonLat(crs) || crs.stripLeading().startsWith("GEOGCS") || GEOGRAPHIC.contains(crs));
  }

  private static final List<String> GEOGRAPHIC =
      List.of("EPSG:4610", "EPSG:4214", "EPSG:4555", "EPSG:4326", "EPSG:4490");

  /// The numbers of the first places, one of each geometry, as the file has them.
  public List<Coordinate> sample() {
    return sample;
  }

  /// Forgets the sample, so that reading begins anew.
  public void restart() {
    sample.clear();
  }

  /// A place from two numbers.
  ///
  /// @return null, and a fault, when there can be no such place
  public @Nullable Point point(double x, double y, List<Fault> faults) {
    remember(x, y);
    if (crs == null) {
      faults.add(unknown());
      return null;
    }
    ordinates[0] = x;
    ordinates[1] = y;
    @Nullable String problem = move();
    if (problem != null) {
      faults.add(new Fault("geometry", x + " " + y, problem));
      return null;
    }
    return GEOMETRIES.createPoint(new Coordinate(ordinates[0], ordinates[1]));
  }

  /// Moves a geometry; `geometry` itself is changed.
  ///
  /// @return null, and a fault, when one of its vertices can be no place
  public @Nullable Geometry apply(Geometry geometry, List<Fault> faults) {
    if (geometry.isEmpty()) {
      return geometry;
    }
    Coordinate first = geometry.getCoordinate();
    remember(first.x, first.y);
    if (crs == null) {
      faults.add(unknown());
      return null;
    }
    eachVertex.problem = null;
    geometry.apply(eachVertex);
    if (eachVertex.problem != null) {
      faults.add(new Fault("geometry", eachVertex.where, eachVertex.problem));
      return null;
    }
    geometry.setSRID(4490);
    return geometry;
  }

  private void remember(double x, double y) {
    if (sample.size() < SAMPLE && Double.isFinite(x) && Double.isFinite(y)) {
      sample.add(new Coordinate(x, y));
    }
  }

  private static Fault unknown() {
    return new Fault("geometry", null, "the coordinate system of the file is not known");
  }

  private @Nullable String move() {
    if (!Double.isFinite(ordinates[0]) || !Double.isFinite(ordinates[1])) {
      return "is not a number";
    }
    if (transform != null) {
      try {
        transform.apply(ordinates, 0, 1);
      } catch (IllegalArgumentException | ArithmeticException impossible) {
        return "does not lie in the coordinate system of the file";
      }
    }
    if (!(Math.abs(ordinates[0]) <= 180)) {
      return "longitude is not within -180 and 180 degrees";
    }
    if (!(Math.abs(ordinates[1]) <= 90)) {
      return "latitude is not within -90 and 90 degrees";
    }
    return null;
  }

  private final class EachVertex implements CoordinateSequenceFilter {
    private @Nullable String problem;
    private @Nullable String where;

    @Override
    public void filter(CoordinateSequence vertices, int at) {
      ordinates[0] = vertices.getX(at);
      ordinates[1] = vertices.getY(at);
      problem = move();
      if (problem != null) {
        where = vertices.getX(at) + " " + vertices.getY(at);
        return;
      }
      vertices.setOrdinate(at, CoordinateSequence.X, ordinates[0]);
      vertices.setOrdinate(at, CoordinateSequence.Y, ordinates[1]);
    }

    @Override
    public boolean isDone() {
      return problem != null;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
