package org.citygrid.platform.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/// Puts aside what cannot be processed, with the reason, so that the stream goes on and nothing is
/// lost.
public final class DeadLetters {
  private final KafkaTemplate<String, byte[]> kafka;
  private final MeterRegistry meters;

  DeadLetters(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
    this.kafka = kafka;
    this.meters = meters;
  }

  /// Copies the record to its dead-letter topic and waits for the acknowledgement; only then may
  /// the caller commit its offset.
  ///
  /// @throws IllegalStateException when Kafka does not take it: the caller must not go on
  public void send(ConsumerRecord<String, byte[]> poison, String reason) {
    var letter =
        new ProducerRecord<>(
            Topics.deadLettersOf(poison.topic()),
            null,
            poison.key(),
            poison.value(),
            poison.headers());
    letter
        .headers()
        .add("citygrid-reason", reason.getBytes(UTF_8))
        .add("citygrid-topic", poison.topic().getBytes(UTF_8))
        .add("citygrid-partition", Integer.toString(poison.partition()).getBytes(UTF_8))
        .add("citygrid-offset", Long.toString(poison.offset()).getBytes(UTF_8));
    try {
      kafka.send(letter).get(15, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException refused) {
      throw new IllegalStateException(
          "could not put aside %s-%d@%d"
              .formatted(poison.topic(), poison.partition(), poison.offset()),
          refused);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while putting a message aside", stop);
    }
    meters.counter("citygrid.dead.letters", "topic", poison.topic()).increment();
  }
}
