package org.citygrid.asset.census;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citygrid.grid.Cell;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;

/// How large the surveyed land is, in square kilometres, from the unit grids in which components
/// stand.
final class Areas {
  private final Map<String, Double> byDivision = new HashMap<>();
  private final Map<String, Double> byGrid = new HashMap<>();
  private double whole;

  /// Some hundred thousand cells a second: each is looked up in memory.
  static Areas of(List<String> cells, Grids grids) {
    Areas areas = new Areas();
    cells.forEach(code -> grids.findCell(new CellCode(code)).ifPresent(areas::add));
    return areas;
  }

  private void add(Cell cell) {
    double size = cell.areaSquareMetres() / 1e6;
    whole += size;
    byDivision.merge(cell.divisionCode().value(), size, Double::sum);
    DutyGridCode grid = cell.dutyGridCode();
    if (grid != null) {
      byGrid.merge(grid.value(), size, Double::sum);
    }
  }

  Optional<Double> of(By by, Tally tally, Selection selection) {
    if (tally.key() == null) {
      return Optional.empty();
    }
    return switch (by) {
      case GRID -> Optional.ofNullable(byGrid.get(tally.key()));
      case DIVISION -> Optional.ofNullable(byDivision.get(tally.key()));
      case CLASS, OWNER, STATE -> selected(selection);
    };
  }

  /// What the selection covers.
  Optional<Double> selected(Selection selection) {
    if (selection.grid() != null) {
      return Optional.ofNullable(byGrid.get(selection.grid()));
    }
    String division = selection.division();
    return Optional.of(
        division == null
            ? whole
            : byDivision.entrySet().stream()
                .filter(one -> one.getKey().startsWith(division))
                .mapToDouble(Map.Entry::getValue)
                .sum());
  }
}
