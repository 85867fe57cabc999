package org.citygrid.grid.map;

import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers questions about the land over HTTP, in processes that play the role `grid`.
@Configuration(proxyBeanMethods = false)
@OnRole("grid")
public class MapConfiguration {
  @Bean
  GridController gridController(FollowedGrids grids, Accounts accounts, TownClock clock) {
    return new GridController(grids, new Days(grids, clock), accounts, clock);
  }

  @Bean
  DivisionController divisionController(FollowedGrids grids, TownClock clock) {
    return new DivisionController(new Days(grids, clock));
  }

  @Bean
  CellController cellController(FollowedGrids grids, TownClock clock) {
    return new CellController(new Days(grids, clock));
  }

  @Bean
  TileController gridTileController(FollowedGrids grids, JdbcClient jdbc) {
    return new TileController(grids, new TileTable(jdbc));
  }
}
