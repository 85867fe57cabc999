package org.citygrid.grid.place;

import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps one picture of the land in every process, whatever its roles.
@Configuration(proxyBeanMethods = false)
public class PlaceConfiguration {
  @Bean
  FollowedGrids grids(JdbcClient jdbc, PlatformTransactionManager transactions, TownClock clock) {
    var oneMoment = new TransactionTemplate(transactions);
    oneMoment.setReadOnly(true);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return new FollowedGrids(new AtlasTable(jdbc, oneMoment, clock), clock);
  }
}
