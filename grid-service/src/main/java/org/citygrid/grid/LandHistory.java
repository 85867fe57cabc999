package org.citygrid.grid;

import java.util.List;
import java.util.Optional;

/// What changed in the land, for rooms that keep places of their own by it. Asks the database.
public interface LandHistory {
  /// Cells that appeared, ended, or changed in shape, attributes or duty grid after that revision,
  /// in the order of their codes.
  ///
  /// @param sinceRevision as once told by [Grids#revision()]
  List<CellCode> changedCells(long sinceRevision);

  /// The box around all that changed its shape or belonging after that revision: cells, duty grids
  /// and divisions, as they were and as they are. A thing outside it lies where it lay; empty when
  /// nothing did.
  Optional<Division.Extent> changedArea(long sinceRevision);
}
