package org.citygrid.platform.message;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import org.citygrid.platform.role.OnRole;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSettings.class)
class MessageConfiguration {
  @Bean
  Semaphore outboxWake() {
    return new Semaphore(0);
  }

  @Bean
  OutboxTable outbox(
      JdbcTemplate jdbc, JsonMapper json, Semaphore outboxWake, MeterRegistry meters) {
    OutboxTable outbox = new OutboxTable(jdbc, json, outboxWake::release);
    Gauge.builder("citygrid.outbox.depth", outbox, OutboxTable::depth)
        .description("messages that wait for Kafka")
        .register(meters);
    return outbox;
  }

  @Bean
  @OnRole("relay")
  Worker outboxRelay(
      OutboxTable outbox,
      PlatformTransactionManager transactions,
      KafkaTemplate<String, byte[]> kafka,
      Semaphore outboxWake) {
    OutboxRelay relay =
        new OutboxRelay(outbox, new TransactionTemplate(transactions), kafka, outboxWake);
    return new Worker("outbox-relay", relay::carry);
  }

  @Bean
  @OnRole("relay")
  Worker topicSetup(KafkaAdmin admin, MessageSettings settings) {
    admin.setAutoCreate(false);
    TopicSetup topics = new TopicSetup(admin, settings.partitions(), settings.replicas());
    return new Worker("topic-setup", topics::tryOnce);
  }

  /// The relay says once that brokers are down; a line for every waiting message would hide all
  /// others.
  @Bean
  ProducerListener<Object, Object> quietProducer() {
    return new ProducerListener<>() {};
  }

  @Bean
  DeadLetters deadLetters(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
    return new DeadLetters(kafka, meters);
  }
}
