package org.citygrid.grid;

import org.jspecify.annotations.Nullable;

/// Where a place lies in the divided land.
///
/// @param cell the unit grid; null outside every cell
/// @param dutyGrid whose walk it lies on; null where nobody walks
/// @param division the community or, where none is known, the town; outside, the nearest town
///   within 5 km; null farther out
/// @param metresOutside distance to that nearest town, to about 0.1 %; 0 inside
public record Placement(
    @Nullable CellCode cell,
    @Nullable DutyGridCode dutyGrid,
    @Nullable DivisionCode division,
    double metresOutside) {

  /// Beyond everything we know.
  public static final Placement NOWHERE = new Placement(null, null, null, Double.POSITIVE_INFINITY);
}
