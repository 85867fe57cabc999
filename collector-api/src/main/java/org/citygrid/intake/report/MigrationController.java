package org.citygrid.intake.report;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.citygrid.intake.form.PastLines;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where an administrator hands over the reports of former days, one JSON object a line.
@RestController
final class MigrationController {
  private final ReportMigration migration;

  MigrationController(ReportMigration migration) {
    this.migration = migration;
  }

  @PostMapping(
      path = "/api/migration/reports",
      consumes = {"application/x-ndjson", MediaType.TEXT_PLAIN_VALUE, "application/json"})
  PastLines.Outcome migrate(HttpServletRequest request) throws IOException {
    return migration.migrate(request.getInputStream());
  }
}
