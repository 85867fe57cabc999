package org.citygrid.grid.topology;

import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Checks the land, in processes that play the role `grid`.
@Configuration(proxyBeanMethods = false)
@OnRole("grid")
public class TopologyConfiguration {
  @Bean
  TopologyController topologyController(FollowedGrids grids, TownClock clock) {
    return new TopologyController(grids, clock);
  }
}
