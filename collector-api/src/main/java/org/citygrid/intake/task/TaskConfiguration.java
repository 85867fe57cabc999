package org.citygrid.intake.task;

import org.citygrid.asset.Catalogue;
import org.citygrid.intake.IntakeSettings;
import org.citygrid.intake.photo.Photos;
import org.citygrid.platform.message.Outbox;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Wires the collectors' tasks.
@Configuration(proxyBeanMethods = false)
@OnRole("intake")
class TaskConfiguration {
  @Bean
  TaskController taskController(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Outbox outbox,
      Photos photos,
      JsonMapper json,
      TownClock clock,
      Catalogue catalogue,
      IntakeSettings settings) {
    var tasks =
        new FieldTasks(
            new TaskTable(jdbc),
            new TransactionTemplate(transactions),
            outbox,
            photos,
            json,
            clock);
    return new TaskController(tasks, catalogue, (int) settings.maxReport().toBytes());
  }
}
