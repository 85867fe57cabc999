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

/// Hears every step of cases and enquiries in every process (a consumer group of its own each) from
/// now on; the past is read from their registers.
class StepListener {
  private static final Logger LOG = LoggerFactory.getLogger(StepListener.class);

  private final LiveStream stream;
  private final ObjectReader cases;
  private final ObjectReader enquiries;

  StepListener(LiveStream stream, JsonMapper json) {
    this.stream = stream;
    this.cases = readerOf(json, LiveCase.class);
    this.enquiries = readerOf(json, LiveEnquiry.class);
  }

  private static ObjectReader readerOf(JsonMapper json, Class<? extends LiveEvent> kind) {
    return json.readerFor(kind).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @KafkaListener(
      id = "live",
      idIsGroup = false,
      topics = {Topics.CASE_EVENTS, Topics.ENQUIRY_EVENTS},
      groupId = "live-#{T(java.util.UUID).randomUUID()}",
      batch = "true",
      properties = "auto.offset.reset=latest")
  void hear(List<ConsumerRecord<String, byte[]>> records) {
    List<LiveEvent> events = new ArrayList<>(records.size());
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        ObjectReader reader = record.topic().equals(Topics.ENQUIRY_EVENTS) ? enquiries : cases;
        events.add(reader.readValue(record.value()));
      } catch (JacksonException garbled) {
        // Pages only show what is stored elsewhere; the store's own consumer puts this record
        // aside.
        LOG.debug("unreadable {} at {}@{}", record.topic(), record.partition(), record.offset());
      }
    }
    stream.tell(events);
  }

  @Scheduled(fixedDelay = 15_000)
  void keepAlive() {
    stream.keepAlive();
  }
}
