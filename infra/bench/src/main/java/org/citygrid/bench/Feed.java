package org.citygrid.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.citygrid.bench.Reports.Told;

/// The topic of reports, seen from outside: filled while the cases' door is held shut, and watched
/// until everything has passed through it.
final class Feed implements AutoCloseable {
  private static final String REPORTS = "citygrid.reports.v1";
  private static final Map<String, String> READERS =
      Map.of(
          REPORTS,
          "dispatch",
          "citygrid.field-results.v1",
          "dispatch",
          "citygrid.case-events.v1",
          "citygrid-intake");
  private static final long PATIENCE_SECONDS = 600;

  private final Rig rig;
  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;

  Feed(Rig rig) {
    this.rig = rig;
    Map<String, Object> broker = Map.of("bootstrap.servers", rig.kafka());
    this.admin = Admin.create(broker);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", rig.kafka(), "acks", "all", "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /// Fills the topic while nobody can read the table of cases, then opens it.
  ///
  /// @return seconds from there until every report has become a case
  double pour(List<Told> reports) throws Exception {
    awaitRest();
    long start;
    try (Connection shut = rig.connect()) {
      shut.setAutoCommit(false);
      Rig.execute(shut, "lock table dispatch.city_case in access exclusive mode");
      fill(reports);
      start = System.nanoTime();
      shut.commit();
    }
    awaitReaders(REPORTS);
    return (System.nanoTime() - start) / 1e9;
  }

  private void fill(List<Told> reports) throws InterruptedException, ExecutionException {
    List<Future<?>> sent = new ArrayList<>();
    for (Told report : reports) {
      sent.add(
          producer.send(
              new ProducerRecord<>(REPORTS, report.key(), report.json().getBytes(UTF_8))));
    }
    producer.flush();
    for (Future<?> one : sent) {
      one.get();
    }
  }

  /// Until the outbox is empty and everybody has heard everything.
  void awaitRest() throws Exception {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    try (var connection = rig.connect()) {
      while (true) {
        while (Rig.number(connection, "select count(*) from platform.outbox") > 0) {
          pause(end);
        }
        for (String topic : READERS.keySet()) {
          awaitReaders(topic);
        }
        if (Rig.number(connection, "select count(*) from platform.outbox") == 0) {
          return;
        }
      }
    }
  }

  private void awaitReaders(String topic) throws Exception {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!isThrough(topic)) {
      pause(end);
    }
  }

  private boolean isThrough(String topic) throws Exception {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (var partition :
        requireNonNull(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic))
            .partitions()) {
      partitions.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
    }
    var read =
        admin
            .listConsumerGroupOffsets(Objects.requireNonNull(READERS.get(topic)))
            .partitionsToOffsetAndMetadata()
            .get();
    for (var end : admin.listOffsets(partitions).all().get().entrySet()) {
      var offset = read.get(end.getKey());
      if (end.getValue().offset() > (offset == null ? 0 : offset.offset())) {
        return false;
      }
    }
    return true;
  }

  private static void pause(long end) throws InterruptedException {
    if (System.nanoTime() > end) {
      throw new NotMeasured("the cases did not come in within ten minutes");
    }
    Thread.sleep(20);
  }

  /// How many of these have a case.
  long count(String run) throws SQLException {
    try (var connection = rig.connect()) {
      return Rig.number(
          connection,
          "select count(*) from dispatch.city_case where starts_with(receipt, '" + run + "')");
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
