package org.citygrid.grid.map;

import org.citygrid.grid.CellCode;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// Where a place lies.
///
/// @param lon the place straightened to WGS-84, degrees
/// @param metresOutside distance to the nearest town when the place lies in none
record Located(
    double lon,
    double lat,
    @Nullable CellCode cell,
    @Nullable Walk dutyGrid,
    @Nullable Land division,
    @Nullable Double metresOutside,
    GridView.@Nullable Collector collector) {

  record Walk(DutyGridCode code, @Nullable Integer number, @Nullable LocalText name) {}

  record Land(DivisionCode code, @Nullable LocalText name) {}
}
