package org.citygrid.platform.message;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/// Creates the topics as soon as a broker answers; until then it keeps trying beside everything
/// else.
final class TopicSetup {
  private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final KafkaAdmin admin;
  private final int partitions;
  private final int replicas;

  TopicSetup(KafkaAdmin admin, int partitions, int replicas) {
    this.admin = admin;
    this.partitions = partitions;
    this.replicas = replicas;
  }

  /// Tries once; pauses when no broker answered.
  ///
  /// @return whether to try again
  boolean tryOnce() throws InterruptedException {
    try {
      admin.createOrModifyTopics(topics());
      LOG.info("topics are there");
      return false;
    } catch (RuntimeException noBroker) {
      LOG.debug("no broker yet: {}", noBroker.getMessage());
      Thread.sleep(AGAIN);
      return true;
    }
  }

  private NewTopic[] topics() {
    return Topics.ALL.stream()
        .flatMap(name -> List.of(name, Topics.deadLettersOf(name)).stream())
        .map(name -> TopicBuilder.name(name).partitions(partitions).replicas(replicas).build())
        .toArray(NewTopic[]::new);
  }
}
