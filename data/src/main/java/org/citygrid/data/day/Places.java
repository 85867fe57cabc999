package org.citygrid.data.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.citygrid.data.town.DutyGrid;
import org.citygrid.data.town.Sequences;
import org.citygrid.data.town.Town;

/// The spots of a town. Two of five cases come from few spots that are always in trouble, so that
/// some places have three and more.
final class Places {

  private static final int HOT_SPOTS = 900;
  private static final int EVERY = 6;

  private final List<Place> all = new ArrayList<>();
  private final List<Place> broken = new ArrayList<>();

  Places(Town town, CaseMix mix) {
    Map<String, DutyGrid> grids = new HashMap<>();
    town.dutyGrids().forEach(grid -> grids.put(grid.code(), grid));
    Map<String, DutyGrid> gridOfCell = new HashMap<>();
    for (var cell : town.cells()) {
      DutyGrid grid = grids.get(cell.dutyGridCode());
      if (grid != null) {
        gridOfCell.put(cell.code(), grid);
      }
    }
    int[] count = {0};
    town.forEachComponent(
        new Sequences(),
        component -> {
          DutyGrid grid = gridOfCell.get(component.cellCode());
          if (grid != null && count[0]++ % EVERY == 0) {
            var place =
                new Place(
                    component.lon(),
                    component.lat(),
                    component.address(),
                    grid.code(),
                    grid.number(),
                    grid.collector(),
                    component.code(),
                    component.classCode(),
                    component.maintenanceUnit());
            all.add(place);
            if (mix.hasCondition(CaseMix.COMPONENT, component.classCode())) {
              broken.add(place);
            }
          }
        });
  }

  Place any(RandomGenerator random) {
    if (random.nextDouble() < 0.4) {
      int hot = (int) (HOT_SPOTS * random.nextDouble() * random.nextDouble());
      return all.get((int) ((long) hot * 7919 % all.size()));
    }
    return all.get(random.nextInt(all.size()));
  }

  /// A spot whose component can be the subject of a case.
  Place withComponent(RandomGenerator random) {
    return broken.get(random.nextInt(broken.size()));
  }

  /// Some spots of one duty grid, in the order of its streets: a collector's round.
  List<Place> round(String dutyGridCode) {
    return all.stream().filter(place -> place.dutyGridCode().equals(dutyGridCode)).toList();
  }
}
