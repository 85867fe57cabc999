package org.citygrid.platform.message;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/// How rooms listen: whole batches, offsets committed after each, and no end to patience. What is
/// wrong with a record is found by [Batches] and put aside; an exception here means that the
/// database or the broker is away, and then the batch waits rather than being skipped.
@Configuration(proxyBeanMethods = false)
class BatchConfiguration {
  private static final long FIRST_WAIT_MS = 200;
  private static final long LONGEST_WAIT_MS = 5_000;

  @Bean
  Batches batches(DeadLetters deadLetters, JsonMapper json) {
    return new Batches(deadLetters, json);
  }

  @Bean(Batches.FEED)
  ConcurrentKafkaListenerContainerFactory<String, byte[]> batchFeed(
      ConsumerFactory<String, byte[]> consumers) {
    var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
    factory.setConsumerFactory(consumers);
    factory.setBatchListener(true);
    factory.getContainerProperties().setAckMode(AckMode.BATCH);
    factory.setMissingTopicsFatal(false);
    factory.setCommonErrorHandler(new DefaultErrorHandler(patience()));
    return factory;
  }

  private static ExponentialBackOff patience() {
    var backOff = new ExponentialBackOff(FIRST_WAIT_MS, 2);
    backOff.setMaxInterval(LONGEST_WAIT_MS);
    return backOff;
  }
}
