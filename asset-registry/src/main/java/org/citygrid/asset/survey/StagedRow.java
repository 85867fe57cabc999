package org.citygrid.asset.survey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A row with nothing wrong in itself, placed in its grid; a missing code is still to be issued.
///
/// @param county of the code, or of the place where a code is to be issued
/// @param dimensions JSON
/// @param since empty when the survey does not say
record StagedRow(
    long line,
    @Nullable String code,
    String county,
    String classCode,
    @Nullable String competentUnit,
    String ownerUnit,
    @Nullable String maintenanceUnit,
    @Nullable String cellCode,
    @Nullable String dutyGridCode,
    @Nullable String divisionCode,
    Geometry location,
    @Nullable String spec,
    String dimensions,
    String state,
    @Nullable LocalDate since,
    @Nullable String source,
    @Nullable String note,
    @Nullable String address,
    boolean synthetic) {}
