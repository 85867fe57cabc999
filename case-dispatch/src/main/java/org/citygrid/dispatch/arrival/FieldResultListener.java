package org.citygrid.dispatch.arrival;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citygrid.platform.message.Batches;
import org.citygrid.platform.message.Topics;
import org.citygrid.platform.role.OnRole;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Hears what collectors found in the field.
@Component
@OnRole("dispatch")
class FieldResultListener {
  private final Batches batches;
  private final FieldResults results;

  FieldResultListener(Batches batches, FieldResults results) {
    this.batches = batches;
    this.results = results;
  }

  @KafkaListener(
      id = "dispatch-field-results",
      groupId = "dispatch",
      topics = Topics.FIELD_RESULTS,
      containerFactory = Batches.FEED)
  void hear(List<ConsumerRecord<String, byte[]>> records) {
    batches.process(records, FieldResult.class, FieldResult::flaw, found -> results.take(found));
  }
}
