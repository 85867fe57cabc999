package org.citygrid.data.town;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanningBiggerCitiesTest {

  @Test
  void shanghais_size_adds_up() {
    var plans = TownSize.SHANGHAI.plans();

    assertThat(plans.stream().mapToInt(TownPlan::cells).sum()).isEqualTo(40_625);
    assertThat(plans.stream().mapToInt(TownPlan::dutyGrids).sum()).isEqualTo(1_829);
    assertThat(plans.stream().mapToInt(TownPlan::components).sum()).isEqualTo(12_000_000);
    assertThat(plans).extracting(TownPlan::code).doesNotHaveDuplicates();
  }

  @Test
  void invented_counties_cannot_be_taken_for_real_ones() {
    assertThat(TownSize.SHANGHAI.plans()).allMatch(plan -> plan.countyCode().startsWith("9900"));
    assertThat(TownSize.CITY_1M.plans()).allMatch(TownPlan::synthetic);
  }

  @Test
  void one_of_its_towns_can_be_made_alone() {
    TownPlan plan = TownSize.SHANGHAI.plans().get(17);
    Town town = TownMaker.make(7, plan);

    assertThat(town.cells()).hasSize(plan.cells());
    assertThat(town.dutyGrids()).hasSize(plan.dutyGrids()).allMatch(grid -> grid.cells() > 0);
  }
}
