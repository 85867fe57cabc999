package org.citygrid.dispatch.arrival;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citygrid.asset.Catalogue;
import org.citygrid.platform.message.Batches;
import org.citygrid.platform.message.Topics;
import org.citygrid.platform.role.OnRole;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Hears the reports that intake has accepted.
@Component
@OnRole("dispatch")
class ReportListener {
  private final Batches batches;
  private final Arrivals arrivals;
  private final Catalogue catalogue;

  ReportListener(Batches batches, Arrivals arrivals, Catalogue catalogue) {
    this.batches = batches;
    this.arrivals = arrivals;
    this.catalogue = catalogue;
  }

  @KafkaListener(
      id = "dispatch-reports",
      groupId = "dispatch",
      topics = Topics.REPORTS,
      containerFactory = Batches.FEED)
  void hear(List<ConsumerRecord<String, byte[]>> records) {
    batches.process(
        records, Report.class, report -> report.flaw(catalogue), reports -> arrivals.take(reports));
  }
}
