package org.citygrid.intake.enquiry;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citygrid.platform.message.Batches;
import org.citygrid.platform.message.Topics;
import org.springframework.kafka.annotation.KafkaListener;

/// Hears of every step of every enquiry, for whoever asked.
final class EnquiryEventListener {
  private final Batches batches;
  private final EnquiryTable table;

  EnquiryEventListener(Batches batches, EnquiryTable table) {
    this.batches = batches;
    this.table = table;
  }

  @KafkaListener(
      id = "intake-enquiry-events",
      groupId = "citygrid-intake",
      topics = Topics.ENQUIRY_EVENTS,
      containerFactory = Batches.FEED)
  void hear(List<ConsumerRecord<String, byte[]>> records) {
    batches.process(records, EnquiryEvent.class, EnquiryEvent::flaw, table::remember);
  }
}
