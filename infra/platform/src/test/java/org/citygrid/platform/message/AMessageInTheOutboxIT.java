package org.citygrid.platform.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.citygrid.devservices.DevServices;
import org.citygrid.platform.PlatformProcess;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@PlatformProcess
class AMessageInTheOutboxIT {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @Autowired private Outbox outbox;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private JsonMapper json;
  @Autowired private TransactionTemplate transaction;

  private final String topic = "test-" + UUID.randomUUID();

  @Test
  void reaches_kafka_after_the_commit_with_the_headers_of_a_cloud_event() {
    Message message = message("grid-07", 1);

    transaction.executeWithoutResult(status -> outbox.append(message));

    ConsumerRecord<String, byte[]> arrived = await(1).getFirst();
    assertThat(arrived.key()).isEqualTo("grid-07");
    assertThat(new String(arrived.value(), UTF_8)).isEqualTo("{\"number\":1}");
    assertThat(header(arrived, "ce_id")).isEqualTo(message.id().toString());
    assertThat(header(arrived, "ce_type")).isEqualTo("org.citygrid.test.v1");
    assertThat(header(arrived, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(arrived, "ce_time")).isEqualTo("2026-11-23T04:00:00Z");
  }

  @Test
  void is_never_sent_when_its_change_is_rolled_back() {
    transaction.executeWithoutResult(status -> {
      outbox.append(message("grid-07", 1));
      status.setRollbackOnly();
    });
    transaction.executeWithoutResult(status -> outbox.append(message("grid-07", 2)));

    assertThat(await(1))
        .extracting(r -> new String(r.value(), UTF_8))
        .containsExactly("{\"number\":2}");
  }

  @Test
  void keeps_its_place_among_those_of_the_same_key() {
    List<Message> messages = IntStream.range(0, 5_000).mapToObj(n -> message("case-1", n)).toList();

    transaction.executeWithoutResult(status -> outbox.appendAll(messages));

    assertThat(await(5_000))
        .extracting(r -> new String(r.value(), UTF_8))
        .containsExactlyElementsOf(
            IntStream.range(0, 5_000).mapToObj("{\"number\":%d}"::formatted).toList());
  }

  @Test
  void is_not_left_behind_when_others_are_told_while_the_relay_gathers() {
    for (int n = 0; n < 200; n++) {
      Message message = message("case-1", n);
      transaction.executeWithoutResult(status -> outbox.append(message));
    }

    assertThat(await(200))
        .extracting(r -> new String(r.value(), UTF_8))
        .containsExactlyElementsOf(
            IntStream.range(0, 200).mapToObj("{\"number\":%d}"::formatted).toList());
  }

  @Test
  void leaves_no_trace_that_each_look_for_the_next_would_walk_past() {
    long before = sweeps();
    List<Message> many = IntStream.range(0, 12_000).mapToObj(n -> message("case-1", n)).toList();

    transaction.executeWithoutResult(status -> outbox.appendAll(many));

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(sweeps()).isGreaterThan(before));
  }

  private long sweeps() {
    return jdbc.queryForObject(
        "select vacuum_count from pg_stat_user_tables where relid = 'platform.outbox'::regclass",
        Long.class);
  }

  @Test
  void cannot_be_written_without_a_transaction() {
    assertThatThrownBy(() -> outbox.append(message("k", 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction");
  }

  @Test
  void waits_while_no_broker_answers_and_is_still_there_afterwards() {
    OutboxTable table = new OutboxTable(jdbc, json, () -> {});
    KafkaTemplate<String, byte[]> toNowhere = templateFor("127.0.0.1:1");

    OutboxRelay relay = new OutboxRelay(table, transaction, toNowhere, new Semaphore(0));

    Awaitility.await()
        .untilAsserted(() ->
            assertThatThrownBy(() ->
                    transaction.executeWithoutResult(status -> {
                      outbox.append(message("grid-07", 1));
                      if (relay.sendAndDelete() == 0) {
                        status.setRollbackOnly(); // the house's own relay was at work: once more
                      }
                    }))
                .isInstanceOf(RuntimeException.class));
    transaction.executeWithoutResult(status -> outbox.append(message("grid-07", 2)));
    assertThat(await(1)).hasSize(1);
  }

  private Message message(String key, int number) {
    return new Message(
        UUID.randomUUID(), topic, key, "org.citygrid.test.v1", NOON, Map.of("number", number));
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), UTF_8);
  }

  private List<ConsumerRecord<String, byte[]>> await(int count) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", DevServices.shared().kafka().bootstrap());
    properties.put("group.id", topic);
    properties.put("auto.offset.reset", "earliest");
    properties.put("metadata.max.age.ms", "500");
    List<ConsumerRecord<String, byte[]>> arrived = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      Instant end = Instant.now().plusSeconds(30);
      while (arrived.size() < count && Instant.now().isBefore(end)) {
        consumer.poll(Duration.ofMillis(200)).forEach(arrived::add);
      }
    }
    return arrived;
  }

  private static KafkaTemplate<String, byte[]> templateFor(String bootstrap) {
    return new KafkaTemplate<>(
        new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", bootstrap, "max.block.ms", "500"),
            new StringSerializer(),
            new ByteArraySerializer()));
  }
}
