package org.citygrid.data.day;

/// A spot on a street where things happen, with the component that stands there.
///
/// @param lon WGS 84, degrees
/// @param lat WGS 84, degrees
public record Place(
    double lon,
    double lat,
    String address,
    String dutyGridCode,
    int dutyGridNumber,
    String collector,
    String componentCode,
    String componentClass,
    String maintenanceUnit) {}
