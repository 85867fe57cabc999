package org.citygrid.data.town;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/// A unit grid.
///
/// @param code 15 digits: county 6, town 3, community 3, sequence 3
/// @param divisionCode its community, 12 digits
/// @param dutyGridCode town, `G`, number
/// @param boundary WGS 84, x = longitude
/// @param areaSquareMetres rounded to whole metres
public record Cell(
    String code,
    String divisionCode,
    String dutyGridCode,
    Polygon boundary,
    long areaSquareMetres,
    String landUse,
    String managementLevel) {

  public Coordinate center() {
    return boundary.getCentroid().getCoordinate();
  }
}
