package org.citygrid.grid.cutting;

import org.citygrid.grid.Cell;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.DutyGridCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A unit grid as it would be stored.
///
/// @param boundary CGCS2000 degrees
/// @param dutyGrid the one that most of it lay in; null where nobody walked
/// @param share how much of it lay in that duty grid, 0 to 1
/// @param before the present cell that most of it lies in; null on new land
record NewCell(
    CellCode code,
    Geometry boundary,
    double areaSquareMetres,
    @Nullable DutyGridCode dutyGrid,
    double share,
    @Nullable Cell before) {}
