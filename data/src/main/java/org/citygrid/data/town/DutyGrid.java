package org.citygrid.data.town;

import org.locationtech.jts.geom.Geometry;

/// What one collector walks: whole neighbouring cells.
///
/// @param code town, `G`, number
/// @param boundary WGS 84
public record DutyGrid(
    String code,
    int number,
    String nameZh,
    String nameEn,
    String collector,
    Geometry boundary,
    int cells) {}
