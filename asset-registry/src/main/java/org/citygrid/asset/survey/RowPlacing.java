package org.citygrid.asset.survey;

import java.util.Objects;
import org.citygrid.geo.LonLat;
import org.citygrid.geo.MapDatum;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/// Finds cell, duty grid and division of a checked row, from the index in memory.
///
/// @param county given to codes where a place lies in no division
record RowPlacing(Grids grids, MapDatum datum, String county) {
  StagedRow place(SurveyRow row) {
    Geometry location = Objects.requireNonNull(row.location(), "a checked row has a location");
    convert(location);
    Coordinate inside = representative(location);
    Placement placement = grids.locate(inside.x, inside.y);
    @Nullable String cell = placement.cell() == null ? null : placement.cell().value();
    @Nullable String dutyGrid = placement.dutyGrid() == null ? null : placement.dutyGrid().value();
    @Nullable String division = placement.division() == null ? null : placement.division().value();
    @Nullable String code = row.text("code");
    return new StagedRow(
        row.line(),
        code,
        countyOf(code, division),
        Objects.requireNonNull(RowCheck.classOf(row), "a checked row has a class"),
        row.text("competentUnit"),
        Objects.requireNonNull(row.text("ownerUnit"), "a checked row has an owner"),
        row.text("maintenanceUnit"),
        cell,
        dutyGrid,
        division,
        location,
        row.text("spec"),
        row.dimensions(),
        Objects.requireNonNullElse(row.text("state"), "intact"),
        row.text("since"),
        row.text("source"),
        row.text("note"),
        row.text("address"),
        "true".equals(row.text("synthetic")));
  }

  private void convert(Geometry location) {
    if (datum == MapDatum.WGS84) {
      return;
    }
    location.apply((Coordinate position) -> {
      LonLat ours = datum.toWgs84(new LonLat(position.x, position.y));
      position.setX(ours.lon());
      position.setY(ours.lat());
    });
    location.geometryChanged();
  }

  /// A line or an area stands in the cell of a point on it.
  private static Coordinate representative(Geometry location) {
    return location instanceof Point point
        ? point.getCoordinate()
        : location.getInteriorPoint().getCoordinate();
  }

  private String countyOf(@Nullable String code, @Nullable String division) {
    if (code != null) {
      return code.substring(0, 6);
    }
    return division == null ? county : division.substring(0, 6);
  }
}
