package org.citygrid.data.town;

import java.time.LocalDate;
import java.util.List;

/// One thing of the register, invented.
///
/// @param code 16 digits: county 6, class 4, sequence 6
/// @param lon WGS 84, degrees
/// @param lat WGS 84, degrees
public record Component(
    String code,
    String classCode,
    double lon,
    double lat,
    String competentUnit,
    String ownerUnit,
    String maintenanceUnit,
    String spec,
    List<Dimension> dimensions,
    String address,
    String state,
    LocalDate since,
    String cellCode) {

  /// A measured property with its unit, such as diameter 700 mm.
  public record Dimension(String name, double value, String unit) {}
}
