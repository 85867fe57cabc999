package org.citygrid.geo;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/// The way from one coordinate reference system into another. Safe for use by many threads.
///
/// Axis order is x, y on both sides: longitude, latitude in degrees; easting, northing in metres.
/// Heights are left as they are.
public final class Transform {
  private final MathTransform math;
  private final DatumShift shift;
  private final int targetSrid;

  Transform(MathTransform math, DatumShift shift, int targetSrid) {
    this.math = math;
    this.shift = shift;
    this.targetSrid = targetSrid;
  }

  /// Whether the result can be trusted to centimetres, or only in shape.
  public DatumShift datumShift() {
    return shift;
  }

  /// Transforms one place.
  ///
  /// @throws IllegalArgumentException if the place lies where the projection has no answer
  public Coordinate apply(double x, double y) {
    double[] ordinates = {x, y};
    apply(ordinates, 0, 1);
    return new Coordinate(ordinates[0], ordinates[1]);
  }

  /// Transforms `count` places in place: x, y, x, y … from `offset` on.
  ///
  /// @throws IllegalArgumentException if a place lies where the projection has no answer
  public void apply(double[] ordinates, int offset, int count) {
    try {
      math.transform(ordinates, offset, ordinates, offset, count);
    } catch (TransformException e) {
      throw new IllegalArgumentException(
          "no transform for x=%s y=%s; are the axes swapped or is the system another one?"
              .formatted(ordinates[offset], ordinates[offset + 1]),
          e);
    }
  }

  /// Transforms a copy of `geometry` vertex by vertex, so that neighbours go on sharing their
  /// edges. The copy's SRID is the target's EPSG code, 0 when it has none.
  ///
  /// @throws IllegalArgumentException if a vertex lies where the projection has no answer
  public Geometry apply(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply(new EachVertex());
    copy.setSRID(targetSrid);
    return copy;
  }

  private final class EachVertex implements CoordinateSequenceFilter {
    private final double[] ordinates = new double[2];

    @Override
    public void filter(CoordinateSequence vertices, int at) {
      ordinates[0] = vertices.getX(at);
      ordinates[1] = vertices.getY(at);
      Transform.this.apply(ordinates, 0, 1);
      vertices.setOrdinate(at, CoordinateSequence.X, ordinates[0]);
      vertices.setOrdinate(at, CoordinateSequence.Y, ordinates[1]);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
