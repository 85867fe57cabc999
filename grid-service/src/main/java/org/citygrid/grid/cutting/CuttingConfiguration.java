package org.citygrid.grid.cutting;

import org.citygrid.grid.history.LandChanges;
import org.citygrid.grid.joining.GridOutlines;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Generates cells, in processes that play the role `grid`.
@Configuration(proxyBeanMethods = false)
@OnRole("grid")
public class CuttingConfiguration {
  @Bean
  CuttingController cuttingController(
      JdbcClient jdbc, LandChanges changes, FollowedGrids grids, TownClock clock) {
    return new CuttingController(
        new CellTable(jdbc), new GridOutlines(jdbc), changes, grids, clock);
  }
}
