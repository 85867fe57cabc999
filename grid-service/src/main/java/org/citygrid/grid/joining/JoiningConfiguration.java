package org.citygrid.grid.joining;

import org.citygrid.grid.history.LandChanges;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes duty grids, in processes that play the role `grid`.
@Configuration(proxyBeanMethods = false)
@OnRole("grid")
public class JoiningConfiguration {
  @Bean
  JoiningController joiningController(
      JdbcClient jdbc, LandChanges changes, FollowedGrids grids, TownClock clock) {
    return new JoiningController(
        new Joining(new DutyGridTable(jdbc), new GridOutlines(jdbc), changes, grids, clock));
  }
}
