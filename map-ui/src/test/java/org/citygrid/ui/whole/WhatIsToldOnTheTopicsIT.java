package org.citygrid.ui.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.citygrid.devservices.DevServices;
import org.citygrid.platform.message.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// Others build on the topics by their published schemas, so what is told must keep to them.
@RunningTown
class WhatIsToldOnTheTopicsIT {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Autowired private Town town;

  @Test
  void keeps_to_the_published_schemas_from_report_to_answer() throws Exception {
    String words = "schema " + UUID.randomUUID();
    String number = town.caseOf(town.report("", words));
    town.act("acceptor", number, "SEND_VERIFY", "");
    town.answerTask("collector07", number, "true");

    var reports = told(Topics.REPORTS, words, 1);
    String caseId = town.get("acceptor", "/api/cases/" + number).text("id");
    var events = told(Topics.CASE_EVENTS, caseId, 2);
    var results = told(Topics.FIELD_RESULTS, caseId, 1);

    assertThat(reports).hasSize(1).allSatisfy(value -> keeps(value, "report.v1.json"));
    assertThat(events)
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(value -> keeps(value, "case-event.v1.json"));
    assertThat(results).hasSize(1).allSatisfy(value -> keeps(value, "field-result.v1.json"));
  }

  @Test
  void names_no_citizen() throws Exception {
    String words = "private " + UUID.randomUUID();
    town.caseOf(town.reportOfSomebody(words, "陈小姐", "13800000000"));

    assertThat(told(Topics.REPORTS, words, 1))
        .hasSize(1)
        .allSatisfy(value -> assertThat(value).doesNotContain("陈小姐", "13800000000"));
  }

  @Test
  void keeps_to_the_published_schemas_from_question_to_rating() throws Exception {
    String words = "question " + UUID.randomUUID();
    String receipt =
        town.post(
                "",
                "/api/enquiries",
                "{\"kind\": \"consult\", \"text\": \"%s\", \"contact\": {\"name\": \"陈小姐\"}}"
                    .formatted(words))
            .expect(201)
            .text("receipt");
    String number =
        Town.await(
                () -> town.getQuietly("", "/api/reports/" + receipt),
                answer -> !answer.text("number").isEmpty(),
                Duration.ofSeconds(30))
            .text("number");
    act("acceptor", number, "\"FORWARD\", \"unitCode\": \"sanitation\"");
    act("unit-sanitation", number, "\"ANSWER\", \"answer\": \"每天两次。\"");
    Town.await(
        () -> town.getQuietly("", "/api/reports/" + receipt),
        answer -> answer.text("status").equals("ANSWERED"),
        Duration.ofSeconds(30));
    town.post("", "/api/enquiries/" + receipt + "/satisfaction", "{\"stars\": 1}").expect(201);
    Town.await(
        () -> town.getQuietly("", "/api/reports/" + receipt),
        answer -> answer.text("status").equals("REOPENED"),
        Duration.ofSeconds(30));

    var asked = told(Topics.ENQUIRIES, words, 1);
    String id = JsonMapper.shared().readTree(asked.getFirst()).get("enquiryId").asString();
    var said = told(Topics.ENQUIRIES, id, 2);
    var events = told(Topics.ENQUIRY_EVENTS, id, 4);

    assertThat(said)
        .hasSize(2)
        .allSatisfy(value -> keeps(value, "enquiry.v1.json"))
        .allSatisfy(value -> assertThat(value).doesNotContain("陈小姐", receipt));
    assertThat(events).hasSize(4).allSatisfy(value -> keeps(value, "enquiry-event.v1.json"));
  }

  private void act(String who, String number, String action) throws Exception {
    town.post(who, "/api/enquiries/" + number + "/acts", "{\"action\": " + action + "}")
        .expect(200);
  }

  private static void keeps(String value, String schema) {
    assertThat(schema(schema).validate(value, InputFormat.JSON)).as(value).isEmpty();
    assertThat(unknownFields(value, schema)).as(value).isEmpty();
  }

  /// Fields that the schema does not describe: allowed to readers, but ours are all described.
  private static List<String> unknownFields(String value, String schema) {
    var described = JsonMapper.shared().readTree(text(schema)).get("properties");
    return JsonMapper.shared().readTree(value).propertyNames().stream()
        .filter(name -> !described.has(name))
        .toList();
  }

  private static Schema schema(String name) {
    return SCHEMAS.getSchema(text(name), InputFormat.JSON);
  }

  private static String text(String name) {
    try (InputStream file =
        WhatIsToldOnTheTopicsIT.class.getResourceAsStream("/static/schemas/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /// Everything on a topic that contains these words: other tests of the run use the same topics.
  /// Read to the end that the topic has by then, and on until as many as expected have come.
  private static List<String> told(String topic, String words, int expected) {
    List<String> found = new ArrayList<>();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", DevServices.shared().kafka().bootstrap());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      Instant latest = Instant.now().plusSeconds(60);
      while (found.size() < expected || !reached(consumer, ends)) {
        assertThat(Instant.now()).as("%s told of %s", topic, words).isBefore(latest);
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
          if (record.value() != null && record.value().contains(words)) {
            found.add(record.value());
          }
        }
      }
    }
    return found;
  }

  private static boolean reached(
      KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
