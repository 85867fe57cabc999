package org.citygrid.data.demo;

import java.util.ArrayList;
import java.util.List;
import org.citygrid.data.town.DutyGrid;
import org.citygrid.data.town.Town;
import org.citygrid.data.town.Unit;
import org.jspecify.annotations.Nullable;

/// Who works in the demonstration.
///
/// @param roles as the API names them
record Staff(String userName, String displayName, List<String> roles, @Nullable String unitCode) {

  static List<Staff> of(Town town) {
    List<Staff> all = new ArrayList<>();
    all.add(desk("acceptor", "受理员", "ACCEPTOR"));
    all.add(desk("leader", "值班长", "SHIFT_LEADER"));
    all.add(desk("leader2", "值班长（结案）", "SHIFT_LEADER"));
    all.add(desk("dispatcher", "派遣员", "DISPATCHER"));
    all.add(desk("inspector", "督察员", "INSPECTOR"));
    all.add(desk("evaluator", "评价员", "EVALUATOR"));
    for (Unit unit : Unit.ALL) {
      all.add(new Staff("unit-" + unit.code(), unit.nameZh(), List.of("DEPARTMENT"), unit.code()));
      all.add(
          new Staff(
              "worker-" + unit.code(), unit.nameZh() + "处置员", List.of("WORKER"), unit.code()));
    }
    for (DutyGrid grid : town.dutyGrids()) {
      all.add(desk(grid.collector(), "信息采集员%02d".formatted(grid.number()), "COLLECTOR"));
    }
    return all;
  }

  private static Staff desk(String userName, String displayName, String role) {
    return new Staff(userName, displayName, List.of(role), null);
  }
}
