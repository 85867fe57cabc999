package org.citygrid.asset.register;

import java.time.Instant;
import java.time.LocalDate;
import org.citygrid.asset.ComponentState;
import org.jspecify.annotations.Nullable;

/// A component as its table has it; geometry and dimensions as JSON text.
record CardRow(
    String code,
    String classCode,
    @Nullable String competentUnit,
    String ownerUnit,
    @Nullable String maintenanceUnit,
    @Nullable String divisionCode,
    @Nullable String cellCode,
    @Nullable String dutyGridCode,
    String location,
    double lon,
    double lat,
    @Nullable String address,
    @Nullable String spec,
    String dimensions,
    ComponentState state,
    LocalDate since,
    Instant changedAt,
    @Nullable String source,
    @Nullable String note,
    boolean synthetic,
    int version) {}
