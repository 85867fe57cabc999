package org.citygrid.intake.report;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Register;
import org.citygrid.grid.Grids;
import org.citygrid.intake.IntakeSettings;
import org.citygrid.intake.photo.Photos;
import org.citygrid.platform.message.Outbox;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Wires the way of a report from the door to its row.
@Configuration(proxyBeanMethods = false)
@OnRole("intake")
class ReportConfiguration {
  private static final int GROUP = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Bean
  TownFactsOfDoors townFacts(Grids grids, Catalogue catalogue, Register register) {
    return new TownFactsOfDoors(grids, catalogue, register);
  }

  @Bean
  ReportTable reportTable(
      JdbcClient jdbc, PlatformTransactionManager transactions, Outbox outbox, Photos photos) {
    return new ReportTable(jdbc, new TransactionTemplate(transactions), outbox, photos);
  }

  @Bean
  UploadAdvice uploadAdvice() {
    return new UploadAdvice();
  }

  @Bean
  ReportCounts reportCounts(MeterRegistry meters) {
    return new ReportCounts(meters);
  }

  /// A row that breaks a rule is its own sender's trouble; everything else meets the whole group.
  @Bean
  GroupCommit<Filing, Acceptance> reportCommits(ReportTable table, IntakeSettings settings) {
    return new GroupCommit<>(
        table::acceptAll,
        failure -> !(failure instanceof DataIntegrityViolationException),
        settings.writers(),
        GROUP,
        PATIENCE);
  }

  @Bean
  ReportController reportController(
      JdbcClient jdbc,
      JsonMapper json,
      TownFactsOfDoors town,
      ReportTable table,
      GroupCommit<Filing, Acceptance> commits,
      Photos photos,
      ReportCounts counts,
      TownClock clock,
      IntakeSettings settings) {
    ReportCheck check = new ReportCheck(town);
    return new ReportController(
        new ReportIntake(json, check, table, commits, photos, counts, clock),
        new Following(jdbc, json, table, commits, counts, clock),
        new RequestReader((int) settings.maxReport().toBytes()),
        json);
  }

  @Bean
  MigrationController migrationController(
      JsonMapper json,
      TownFactsOfDoors town,
      ReportTable table,
      Photos photos,
      ReportCounts counts,
      TownClock clock) {
    return new MigrationController(new ReportMigration(json, town, table, photos, counts, clock));
  }
}
