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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

    var reports = told(Topics.REPORTS, words);
    String caseId = town.get("acceptor", "/api/cases/" + number).text("id");
    var events = told(Topics.CASE_EVENTS, caseId);
    var results = told(Topics.FIELD_RESULTS, caseId);

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

    assertThat(told(Topics.REPORTS, words))
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

    var asked = told(Topics.ENQUIRIES, words);
    String id = JsonMapper.shared().readTree(asked.getFirst()).get("enquiryId").asString();
    var said = told(Topics.ENQUIRIES, id);
    var events = told(Topics.ENQUIRY_EVENTS, id);

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
  private static List<String> told(String topic, String words) {
    List<String> found = new ArrayList<>();
    Map<String, Object> fromTheStart =
        Map.of(
            "bootstrap.servers",
            DevServices.shared().kafka().bootstrap(),
            "group.id",
            "schemas-" + UUID.randomUUID(),
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(fromTheStart, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      Town.await(
          () -> {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
              String value = record.value() == null ? "" : new String(record.value(), UTF_8);
              if (value.contains(words)) {
                found.add(value);
              }
            }
            return found.size();
          },
          count -> count > 0 && consumer.poll(Duration.ofMillis(1)).isEmpty(),
          Duration.ofSeconds(30));
    }
    return found;
  }
}
