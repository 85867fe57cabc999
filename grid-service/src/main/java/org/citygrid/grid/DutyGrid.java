package org.citygrid.grid;

import org.citygrid.geo.LonLat;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// The unit grids that one collector walks.
///
/// @param number what people call it by
/// @param divisionCode the town
/// @param areaSquareMetres sum of its cells' surveyed areas; 0 before it has cells
/// @param cells how many unit grids it is made of
/// @param center a point inside it, CGCS2000; null before it has an outline
public record DutyGrid(
    DutyGridCode code,
    int number,
    LocalText name,
    DivisionCode divisionCode,
    double areaSquareMetres,
    int cells,
    @Nullable LonLat center) {}
