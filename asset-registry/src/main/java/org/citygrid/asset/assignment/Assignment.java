package org.citygrid.asset.assignment;

import java.util.Objects;
import org.citygrid.grid.Placement;
import org.jspecify.annotations.Nullable;

/// Where a component is counted and who walks there.
record Assignment(
    @Nullable String cellCode, @Nullable String dutyGridCode, @Nullable String divisionCode) {

  static Assignment of(Placement place) {
    return new Assignment(
        place.cell() == null ? null : place.cell().value(),
        place.dutyGrid() == null ? null : place.dutyGrid().value(),
        place.division() == null ? null : place.division().value());
  }

  /// A component and its assignment, as the register has it or should have it.
  record Of(String code, double lon, double lat, Assignment assignment) {
    boolean differsFrom(Assignment other) {
      return !Objects.equals(assignment, other);
    }
  }
}
