package org.citygrid.asset;

import org.jspecify.annotations.Nullable;

/// The part of an identity card that decides who handles a case.
///
/// @param lon CGCS2000, degrees; of a line or an area, a point on it
public record ComponentSummary(
    String code,
    String classCode,
    @Nullable String ownerUnit,
    @Nullable String maintenanceUnit,
    @Nullable String cellCode,
    @Nullable String dutyGridCode,
    double lon,
    double lat) {}
