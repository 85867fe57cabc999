package org.citygrid.intake.status;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citygrid.platform.message.DeadLetters;
import org.citygrid.platform.message.Topics;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.kafka.annotation.KafkaListener;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Hears of every step of every case. What cannot be read is put aside with the reason and the
/// stream goes on; when the database is away the stream waits.
final class CaseEventListener {
  private final CaseStory story;
  private final DeadLetters deadLetters;
  private final JsonMapper json;

  CaseEventListener(CaseStory story, DeadLetters deadLetters, JsonMapper json) {
    this.story = story;
    this.deadLetters = deadLetters;
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  private record Heard(ConsumerRecord<String, byte[]> record, CaseEvent event) {}

  @KafkaListener(
      id = "intake-case-events",
      groupId = "citygrid-intake",
      topics = Topics.CASE_EVENTS,
      containerFactory = StatusConfiguration.CONTAINERS)
  void hear(List<ConsumerRecord<String, byte[]>> records) {
    List<Heard> heard = new ArrayList<>(records.size());
    for (ConsumerRecord<String, byte[]> record : records) {
      read(record, heard);
    }
    if (!heard.isEmpty()) {
      remember(heard);
    }
  }

  private void read(ConsumerRecord<String, byte[]> record, List<Heard> heard) {
    if (record.value() == null) {
      deadLetters.send(record, "has no value");
      return;
    }
    try {
      CaseEvent event = json.readValue(record.value(), CaseEvent.class);
      String fault = event == null ? "is null" : event.findFault();
      if (event == null || fault != null) {
        deadLetters.send(record, "not a case event: " + fault);
      } else {
        heard.add(new Heard(record, event));
      }
    } catch (JacksonException malformed) {
      deadLetters.send(record, "not a case event: " + malformed.getClass().getSimpleName());
    }
  }

  /// One event that the database refuses must not hold up the others.
  private void remember(List<Heard> heard) {
    try {
      story.remember(heard.stream().map(Heard::event).toList());
    } catch (DataAccessResourceFailureException away) {
      throw away;
    } catch (NonTransientDataAccessException refused) {
      if (heard.size() == 1) {
        deadLetters.send(
            heard.getFirst().record(),
            "refused by the database: " + refused.getClass().getSimpleName());
      } else {
        heard.forEach(one -> remember(List.of(one)));
      }
    }
  }
}
