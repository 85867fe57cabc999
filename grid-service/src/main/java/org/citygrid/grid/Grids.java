package org.citygrid.grid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The land and who walks it, answered from memory. Changes made by any process of the installation
/// are seen within about a second; readers never wait for them.
public interface Grids {
  /// Finds where a place lies; on a shared edge the smaller code wins. Some hundred thousand times
  /// a second on one core.
  ///
  /// @param lon longitude, CGCS2000 or WGS-84 degrees (shifted phone coordinates must be
  ///   straightened first, see [org.citygrid.geo.MapDatum])
  /// @param lat latitude, degrees
  Placement locate(double lon, double lat);

  Optional<Cell> findCell(CellCode code);

  Optional<DutyGrid> findDutyGrid(DutyGridCode code);

  /// @param divisionPrefix grids of this division; empty for all; in the order of their codes
  List<DutyGrid> listDutyGrids(String divisionPrefix);

  /// The user name of whoever walks this grid then: a stand-in before the regular collector.
  Optional<String> findCollector(DutyGridCode code, Instant at);

  /// The grid that this person walks then: where regular before where standing in.
  Optional<DutyGridCode> findDutyOf(String userName, Instant at);

  Optional<Division> findDivision(DivisionCode code);

  /// @param divisionPrefix this division and those below it; empty for all; in the order of their
  ///   codes
  List<Division> listDivisions(String divisionPrefix);

  /// Rises with every change of the land; the same number means the same answers.
  long revision();
}
