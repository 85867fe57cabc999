package org.citygrid.ui.live;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citygrid.platform.message.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Hears every case event in every process (a consumer group of its own each) from now on; the past
/// is read from the register of cases.
class CaseEventListener {
  private static final Logger LOG = LoggerFactory.getLogger(CaseEventListener.class);

  private final LiveStream stream;
  private final ObjectReader reader;

  CaseEventListener(LiveStream stream, JsonMapper json) {
    this.stream = stream;
    this.reader =
        json.readerFor(LiveEvent.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @KafkaListener(
      id = "live",
      idIsGroup = false,
      topics = Topics.CASE_EVENTS,
      groupId = "live-#{T(java.util.UUID).randomUUID()}",
      batch = "true",
      properties = "auto.offset.reset=latest")
  void hear(List<ConsumerRecord<String, byte[]>> records) {
    List<LiveEvent> events = new ArrayList<>(records.size());
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        events.add(reader.readValue(record.value()));
      } catch (JacksonException garbled) {
        // Pages only show what is stored elsewhere; the store's own consumer puts this record
        // aside.
        LOG.debug("unreadable case event at {}@{}", record.partition(), record.offset());
      }
    }
    stream.tell(events);
  }

  @Scheduled(fixedDelay = 15_000)
  void keepAlive() {
    stream.keepAlive();
  }
}
