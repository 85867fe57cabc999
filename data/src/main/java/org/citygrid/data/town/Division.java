package org.citygrid.data.town;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A county, town or community.
///
/// @param code 6, 9 or 12 digits
/// @param boundary WGS 84; null for a county, of which only a part is generated
/// @param synthetic whether the code and the names are invented too (the outline always is)
public record Division(
    String code,
    @Nullable String parentCode,
    String nameZh,
    String nameEn,
    @Nullable Geometry boundary,
    boolean synthetic) {}
