package org.citygrid.intake.enquiry;

import org.citygrid.grid.Grids;
import org.citygrid.intake.IntakeSettings;
import org.citygrid.intake.photo.Photos;
import org.citygrid.intake.report.RequestReader;
import org.citygrid.platform.message.Batches;
import org.citygrid.platform.message.Outbox;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.CityGridSettings;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Wires the way of an enquiry from the door to its row, and back to whoever asked.
@Configuration(proxyBeanMethods = false)
@OnRole("intake")
class AskingConfiguration {
  @Bean
  EnquiryTable askedEnquiries(JdbcClient jdbc, JsonMapper json) {
    return new EnquiryTable(jdbc, json);
  }

  @Bean
  EnquiryStory.Shelf enquiryStories(EnquiryTable table) {
    return new EnquiryStory.Shelf(table);
  }

  @Bean
  EnquiryEventListener askedEnquiriesListener(Batches batches, EnquiryTable table) {
    return new EnquiryEventListener(batches, table);
  }

  @Bean
  AskingController askingController(
      JsonMapper json,
      EnquiryTable table,
      EnquiryStory.Shelf stories,
      PlatformTransactionManager transactions,
      Outbox outbox,
      Photos photos,
      Grids grids,
      CityGridSettings town,
      TownClock clock,
      IntakeSettings settings) {
    var transaction = new TransactionTemplate(transactions);
    var asking = new Asking(json, table, transaction, outbox, photos, grids, town, clock);
    return new AskingController(
        asking,
        new Satisfaction(json, table, transaction, outbox, clock),
        stories,
        new RequestReader((int) settings.maxReport().toBytes()),
        new EnquiryMigration(json, table, transaction, outbox, asking, town, clock));
  }
}
