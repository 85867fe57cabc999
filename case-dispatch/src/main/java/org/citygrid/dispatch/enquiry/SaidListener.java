package org.citygrid.dispatch.enquiry;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citygrid.platform.message.Batches;
import org.citygrid.platform.message.Topics;
import org.citygrid.platform.role.OnRole;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Hears what citizens ask and how they rate answers.
@Component
@OnRole("dispatch")
class SaidListener {
  private final Batches batches;
  private final Hearing hearing;

  SaidListener(Batches batches, Hearing hearing) {
    this.batches = batches;
    this.hearing = hearing;
  }

  @KafkaListener(
      id = "dispatch-enquiries",
      groupId = "dispatch",
      topics = Topics.ENQUIRIES,
      containerFactory = Batches.FEED)
  void hear(List<ConsumerRecord<String, byte[]>> records) {
    batches.process(records, Said.class, Said::flaw, said -> hearing.take(said));
  }
}
