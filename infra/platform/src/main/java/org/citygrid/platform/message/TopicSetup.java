package org.citygrid.platform.message;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/// Creates the topics as soon as a broker answers; until then it keeps trying beside everything
/// else.
final class TopicSetup implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final KafkaAdmin admin;
  private final int partitions;
  private final int replicas;
  private volatile @Nullable Thread worker;

  TopicSetup(KafkaAdmin admin, int partitions, int replicas) {
    this.admin = admin;
    this.partitions = partitions;
    this.replicas = replicas;
  }

  @Override
  public void start() {
    Thread thread = Thread.ofVirtual().name("topic-setup").unstarted(this::createTopics);
    worker = thread;
    thread.start();
  }

  @Override
  public void stop() {
    Thread running = worker;
    worker = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }

  private void createTopics() {
    while (worker == Thread.currentThread()) {
      try {
        admin.createOrModifyTopics(topics());
        LOG.info("topics are there");
        return;
      } catch (RuntimeException noBroker) {
        try {
          Thread.sleep(AGAIN);
        } catch (InterruptedException stop) {
          return;
        }
      }
    }
  }

  private NewTopic[] topics() {
    return List.of(Topics.REPORTS, Topics.FIELD_RESULTS, Topics.CASE_EVENTS).stream()
        .flatMap(name -> List.of(name, Topics.deadLettersOf(name)).stream())
        .map(name -> TopicBuilder.name(name).partitions(partitions).replicas(replicas).build())
        .toArray(NewTopic[]::new);
  }
}
