package org.citygrid.intake.status;

import org.citygrid.asset.Catalogue;
import org.citygrid.grid.Grids;
import org.citygrid.intake.enquiry.EnquiryStory;
import org.citygrid.intake.photo.PhotoAnswer;
import org.citygrid.intake.photo.Photos;
import org.citygrid.platform.message.DeadLetters;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.DuplicateSettings;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/// Wires the listening to case events and the answers to reporters.
@Configuration(proxyBeanMethods = false)
@OnRole("intake")
class StatusConfiguration {
  static final String CONTAINERS = "intakeCaseEventContainers";

  @Bean
  CaseStory caseStory(
      JdbcClient jdbc, PlatformTransactionManager transactions, Photos photos, JsonMapper json) {
    return new CaseStory(jdbc, new TransactionTemplate(transactions), photos, json);
  }

  @Bean
  CaseEventListener caseStoryListener(CaseStory story, DeadLetters deadLetters, JsonMapper json) {
    return new CaseEventListener(story, deadLetters, json);
  }

  /// A batch that fails is tried again for as long as it takes: skipping it would lose steps.
  @Bean(CONTAINERS)
  ConcurrentKafkaListenerContainerFactory<String, byte[]> caseEventContainers(
      ConsumerFactory<String, byte[]> consumers) {
    var containers = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
    containers.setConsumerFactory(consumers);
    containers.setBatchListener(true);
    containers.setConcurrency(2);
    ExponentialBackOff patience = new ExponentialBackOff(500, 2);
    patience.setMaxInterval(5000);
    patience.setMaxElapsedTime(Long.MAX_VALUE);
    containers.setCommonErrorHandler(new DefaultErrorHandler(patience));
    return containers;
  }

  @Bean
  SimilarController similarController(
      JdbcClient jdbc,
      Catalogue catalogue,
      Grids grids,
      DuplicateSettings settings,
      TownClock clock) {
    return new SimilarController(new SimilarTable(jdbc), catalogue, grids, settings, clock);
  }

  @Bean
  StatusController statusController(
      JdbcClient jdbc,
      Catalogue catalogue,
      Grids grids,
      PhotoAnswer photos,
      EnquiryStory.Shelf enquiries) {
    return new StatusController(new StatusTable(jdbc), catalogue, grids, photos, enquiries);
  }
}
