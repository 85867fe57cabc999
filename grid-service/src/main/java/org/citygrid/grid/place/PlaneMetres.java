package org.citygrid.grid.place;

import org.citygrid.geo.LocalMetres;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/// Lays land out flat in metres, and back, for measuring and cutting.
///
/// A straight line stays straight, so what fits edge to edge in degrees fits here, whichever
/// corners the neighbours have. That a survey's projection does not do: half a kilometre of its
/// straight edge is some centimetres off the line in degrees, and every border would have gaps.
/// Areas are true to 0.1 % within 10 km north and south of the latitude it was made for.
public final class PlaneMetres {
  private final AffineTransformation flat;
  private final AffineTransformation back;
  private final double perDegreeEast;

  /// @param lat the latitude through the middle of the land, degrees
  public PlaneMetres(double lat) {
    var metres = new LocalMetres(lat);
    perDegreeEast = metres.perDegreeEast();
    flat = AffineTransformation.scaleInstance(perDegreeEast, metres.perDegreeNorth());
    back = AffineTransformation.scaleInstance(1 / perDegreeEast, 1 / metres.perDegreeNorth());
  }

  /// From degrees to x = easting, y = northing in metres.
  public Geometry flat(Geometry degrees) {
    return flat.transform(degrees);
  }

  /// From metres back to CGCS2000 degrees.
  public Geometry degrees(Geometry metres) {
    return back.transform(metres);
  }

  /// The true area of something laid out flat that lies at that latitude, square metres.
  public double area(Geometry metres, double lat) {
    return metres.getArea() * new LocalMetres(lat).perDegreeEast() / perDegreeEast;
  }
}
