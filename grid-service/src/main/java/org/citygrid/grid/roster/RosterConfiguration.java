package org.citygrid.grid.roster;

import org.citygrid.grid.history.LandChanges;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps the roster, in processes that play the role `grid`.
@Configuration(proxyBeanMethods = false)
@OnRole("grid")
public class RosterConfiguration {
  @Bean
  RosterController rosterController(
      JdbcClient jdbc,
      LandChanges changes,
      FollowedGrids grids,
      Accounts accounts,
      TownClock clock) {
    var roster = new Roster(new RosterTable(jdbc), changes, grids, clock);
    return new RosterController(roster, grids, accounts, clock);
  }
}
