package org.citygrid.dispatch;

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
import org.citygrid.platform.text.LocalText;

/// A town that is one community, one cell and one duty grid, walked by `collector01` at all times.
final class OneGridTown implements Grids {
  static final String COMMUNITY = "440605125001";
  static final String GRID = "440605125G01";

  @Override
  public Placement locate(double lon, double lat) {
    return new Placement(
        new CellCode(COMMUNITY + "001"), new DutyGridCode(GRID), new DivisionCode(COMMUNITY), 0);
  }

  @Override
  public Optional<Cell> findCell(CellCode code) {
    return Optional.empty();
  }

  @Override
  public Optional<DutyGrid> findDutyGrid(DutyGridCode code) {
    return code.value().equals(GRID)
        ? Optional.of(
            new DutyGrid(code, 1, new LocalText("一号网格", "Grid 1"), code.town(), 0, 0, null))
        : Optional.empty();
  }

  @Override
  public List<DutyGrid> listDutyGrids(String divisionPrefix) {
    return List.of();
  }

  @Override
  public Optional<String> findCollector(DutyGridCode code, Instant at) {
    return Optional.of("collector01");
  }

  @Override
  public Optional<DutyGridCode> findDutyOf(String userName, Instant at) {
    return Optional.empty();
  }

  @Override
  public Optional<Division> findDivision(DivisionCode code) {
    return COMMUNITY.startsWith(code.value())
        ? Optional.of(
            new Division(code, new LocalText("区划" + code, "Division " + code), true, null))
        : Optional.empty();
  }

  @Override
  public List<Division> listDivisions(String divisionPrefix) {
    return findDivision(new DivisionCode(COMMUNITY)).stream().toList();
  }

  @Override
  public long revision() {
    return 1;
  }
}
