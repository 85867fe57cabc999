package org.citygrid.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SharingOneRunIT {

  private final DevServices services = DevServices.shared();

  @Test
  void a_new_database_measures_on_the_spheroid() throws SQLException {
    var database = services.postGis().createDatabase("devservices");

    var metres =
        ask(
            database,
            """
            select round(ST_Distance(
              'SRID=4326;POINT(113.10 23.10)'::geography,
              'SRID=4326;POINT(113.11 23.10)'::geography))
            """);

    assertThat(metres).isEqualTo("1024");
  }

  @Test
  void a_database_of_the_same_name_starts_empty_again() throws SQLException {
    var first = services.postGis().createDatabase("devservices_twice");
    run(first, "create table left_over (id int)");

    var second = services.postGis().createDatabase("devservices_twice");

    assertThat(ask(second, "select to_regclass('left_over')::text")).isNull();
  }

  @Test
  void the_owner_of_a_database_is_no_superuser() throws SQLException {
    var database = services.postGis().createDatabase("devservices_owner");

    assertThat(ask(database, "select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
  }

  @Test
  void nothing_is_faster_because_it_is_less_safe() throws SQLException {
    var database = services.postGis().createDatabase("devservices_safe");

    for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      assertThat(ask(database, "show " + setting)).as(setting).isEqualTo("on");
    }
  }

  @Test
  void a_name_that_would_need_quoting_is_refused() {
    assertThatThrownBy(() -> services.postGis().createDatabase("a; drop database postgres"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_record_sent_is_a_record_received() throws Exception {
    var topic = "devservices." + UUID.randomUUID();

    try (var producer =
        new KafkaProducer<>(producing(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "4406051250105", "lamp out")).get();
    }

    try (var consumer =
        new KafkaConsumer<>(consuming(), new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      assertThat(consumer.poll(Duration.ofSeconds(20)))
          .singleElement()
          .satisfies(record -> assertThat(record.value()).isEqualTo("lamp out"));
    }
  }

  @Test
  void a_second_program_of_the_run_finds_the_same_servers() {
    var other = new SharedRun(Home.find()).join();

    assertThat(other.kafka()).isEqualTo(services.kafka());
    assertThat(other.postGis()).isEqualTo(services.postGis());
  }

  private Map<String, Object> producing() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        services.kafka().bootstrap(),
        ProducerConfig.ACKS_CONFIG,
        "all");
  }

  private Map<String, Object> consuming() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, services.kafka().bootstrap(),
        ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
  }

  private static String ask(Database database, String query) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(Database database, String statement) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
