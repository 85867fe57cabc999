package org.citygrid.grid.map;

import org.citygrid.geo.LonLat;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.place.Outline;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// A duty grid as told over HTTP.
///
/// @param collector who walks it now; told only to people who are signed in
/// @param boundary told only of a single grid
record GridView(
    DutyGridCode code,
    int number,
    LocalText name,
    DivisionCode divisionCode,
    double areaSquareMetres,
    int cells,
    @Nullable LonLat center,
    @Nullable Collector collector,
    @Nullable Outline boundary) {

  record Collector(String userName, String displayName) {}

  static GridView of(DutyGrid grid, @Nullable Collector collector, @Nullable Outline boundary) {
    return new GridView(
        grid.code(),
        grid.number(),
        grid.name(),
        grid.divisionCode(),
        grid.areaSquareMetres(),
        grid.cells(),
        grid.center(),
        collector,
        boundary);
  }
}
