package org.citygrid.asset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citygrid.grid.Cell;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;

/// A town of ten by ten square cells, a thousandth of a degree wide each, from 113.100° E, 23.100°
/// N: one community, one duty grid.
final class ChequeredTown implements Grids {
  static final double WEST = 113.1;
  static final double SOUTH = 23.1;

  private volatile int firstCell = 1;
  private volatile long revision = 1;

  /// Gives all cells new numbers.
  void divideFrom(int first) {
    firstCell = first;
    revision++;
  }

  @Override
  public Placement locate(double lon, double lat) {
    int column = (int) Math.floor((lon - WEST) * 1000 + 1e-6);
    int row = (int) Math.floor((lat - SOUTH) * 1000 + 1e-6);
    if (column < 0 || column > 9 || row < 0 || row > 9) {
      return Placement.NOWHERE;
    }
    String cell = "440605125001%03d".formatted(firstCell + row * 10 + column);
    return new Placement(
        new CellCode(cell), new DutyGridCode("440605125G01"), new DivisionCode("440605125001"), 0);
  }

  @Override
  public Optional<Cell> findCell(CellCode code) {
    return Optional.empty();
  }

  @Override
  public Optional<DutyGrid> findDutyGrid(DutyGridCode code) {
    return Optional.empty();
  }

  @Override
  public List<DutyGrid> listDutyGrids(String divisionPrefix) {
    return List.of();
  }

  @Override
  public Optional<String> findCollector(DutyGridCode code, Instant at) {
    return Optional.empty();
  }

  @Override
  public Optional<DutyGridCode> findDutyOf(String userName, Instant at) {
    return Optional.empty();
  }

  @Override
  public Optional<Division> findDivision(DivisionCode code) {
    return Optional.empty();
  }

  @Override
  public List<Division> listDivisions(String divisionPrefix) {
    return List.of();
  }

  @Override
  public long revision() {
    return revision;
  }
}
