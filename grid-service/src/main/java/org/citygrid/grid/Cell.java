package org.citygrid.grid;

import org.jspecify.annotations.Nullable;

/// A unit grid, the smallest piece of managed land.
///
/// @param divisionCode the community
/// @param dutyGridCode null while it belongs to nobody's walk
/// @param areaSquareMetres as surveyed
/// @param responsibleBody null means the local government
/// @param managementLevel A core, B general, C other: handling limits may depend on it
public record Cell(
    CellCode code,
    DivisionCode divisionCode,
    @Nullable DutyGridCode dutyGridCode,
    double areaSquareMetres,
    @Nullable String responsibleBody,
    @Nullable String landUse,
    String managementLevel) {}
