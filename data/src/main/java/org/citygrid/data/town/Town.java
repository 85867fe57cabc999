package org.citygrid.data.town;

import java.util.List;
import java.util.function.Consumer;

/// A generated town. Components are made anew each time they are asked for, one at a time, always
/// the same: a city's worth is never in memory.
public final class Town {

  private final TownPlan plan;
  private final List<Division> divisions;
  private final List<Cell> cells;
  private final List<DutyGrid> dutyGrids;
  private final List<Street> streets;
  private final ComponentMaker components;

  Town(
      TownPlan plan,
      List<Division> divisions,
      List<Cell> cells,
      List<DutyGrid> dutyGrids,
      List<Street> streets,
      ComponentMaker components) {
    this.plan = plan;
    this.divisions = divisions;
    this.cells = cells;
    this.dutyGrids = dutyGrids;
    this.streets = streets;
    this.components = components;
  }

  public TownPlan plan() {
    return plan;
  }

  /// County, town, communities, in this order.
  public List<Division> divisions() {
    return divisions;
  }

  public List<Cell> cells() {
    return cells;
  }

  public List<DutyGrid> dutyGrids() {
    return dutyGrids;
  }

  public List<Street> streets() {
    return streets;
  }

  /// @param sequences the numbers already given in the county; carried on from town to town
  public void forEachComponent(Sequences sequences, Consumer<Component> consumer) {
    components.forEach(sequences, consumer);
  }
}
