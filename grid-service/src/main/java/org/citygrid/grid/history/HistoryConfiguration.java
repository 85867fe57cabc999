package org.citygrid.grid.history;

import org.citygrid.grid.LandHistory;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lays out the land's memory.
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {
  @Bean
  LandChanges landChanges(
      JdbcClient jdbc, PlatformTransactionManager transactions, TownClock clock) {
    return new LandChanges(jdbc, new TransactionTemplate(transactions), clock);
  }

  @Bean
  LandHistory landHistory(JdbcClient jdbc) {
    return new HistoryTable(jdbc);
  }

  @Bean
  @OnRole("grid")
  HistoryController landHistoryController(
      JdbcClient jdbc, LandChanges changes, FollowedGrids grids) {
    return new HistoryController(new HistoryTable(jdbc), new UndoTable(jdbc), changes, grids);
  }
}
