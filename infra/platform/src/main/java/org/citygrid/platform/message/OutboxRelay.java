package org.citygrid.platform.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries the outbox to Kafka: reads the oldest rows, sends them with `acks=all`, deletes them
/// after every one is acknowledged. A crash in between sends them again, which consumers must bear.
/// One relay works at a time (an advisory lock), so messages of one key keep their order.
final class OutboxRelay {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int BATCH = 2_000;
  private static final Duration POLL = Duration.ofMillis(500);

  /// What is told within this time goes together: whoever listens works by the batch, and a batch
  /// of ten costs hardly more than one of one.
  private static final Duration GATHER = Duration.ofMillis(100);

  /// After so many rows are gone their traces are swept away: every look for the oldest row would
  /// walk past them, and the database itself comes by once a minute at best.
  private static final int SWEEP = 10_000;

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final OutboxTable outbox;
  private final TransactionTemplate transaction;
  private final KafkaTemplate<String, byte[]> kafka;
  private final Semaphore wake;
  private boolean failing;
  private int gone;

  OutboxRelay(
      OutboxTable outbox,
      TransactionTemplate transaction,
      KafkaTemplate<String, byte[]> kafka,
      Semaphore wake) {
    this.outbox = outbox;
    this.transaction = transaction;
    this.kafka = kafka;
    this.wake = wake;
  }

  /// Carries one batch, then waits for more unless the batch was full. The first message after a
  /// pause goes at once; those that follow it closely go together.
  ///
  /// @return always true: there is always more to come
  boolean carry() throws InterruptedException {
    int carried = carryBatch();
    gone += carried;
    if (gone >= SWEEP) {
      gone = 0;
      outbox.sweep();
    }
    if (carried < BATCH) {
      if (carried > 0) {
        Thread.sleep(GATHER);
      }
      awaitWork(POLL);
    }
    return true;
  }

  private void awaitWork(Duration atMost) throws InterruptedException {
    if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private int carryBatch() throws InterruptedException {
    try {
      Integer carried = transaction.execute(status -> sendAndDelete());
      if (failing) {
        failing = false;
        LOG.info("outbox drains again");
      }
      return carried == null ? 0 : carried;
    } catch (RuntimeException failure) {
      if (!failing) {
        failing = true;
        LOG.warn("outbox waits, nothing is lost: {}", failure.getMessage());
      }
      Thread.sleep(AFTER_FAILURE);
      return 0;
    }
  }

  /// One round, within a transaction; fails as a whole when Kafka does not take every message.
  int sendAndDelete() {
    List<OutboxTable.Row> rows = outbox.lockOldest(BATCH);
    if (rows.isEmpty()) {
      return 0;
    }
    List<CompletableFuture<?>> sent = new ArrayList<>(rows.size());
    for (OutboxTable.Row row : rows) {
      sent.add(kafka.send(record(row)));
    }
    kafka.flush();
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    outbox.delete(rows.stream().map(OutboxTable.Row::id).toList());
    return rows.size();
  }

  /// CloudEvents 1.0, binary content mode of the Kafka protocol binding.
  private static ProducerRecord<String, byte[]> record(OutboxTable.Row row) {
    var message = new ProducerRecord<>(row.topic(), row.key(), row.payload());
    message
        .headers()
        .add("ce_specversion", "1.0".getBytes(UTF_8))
        .add("ce_id", row.eventId().toString().getBytes(UTF_8))
        .add("ce_type", row.type().getBytes(UTF_8))
        .add("ce_source", "urn:citygrid".getBytes(UTF_8))
        .add("ce_time", row.time().toInstant().toString().getBytes(UTF_8))
        .add("content-type", "application/json".getBytes(UTF_8));
    return message;
  }
}
