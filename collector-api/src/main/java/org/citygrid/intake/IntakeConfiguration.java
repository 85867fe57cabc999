package org.citygrid.intake;

import static org.citygrid.platform.identity.Role.ACCEPTOR;
import static org.citygrid.platform.identity.Role.ADMINISTRATOR;
import static org.citygrid.platform.identity.Role.COLLECTOR;
import static org.citygrid.platform.identity.Role.DEPARTMENT;
import static org.citygrid.platform.identity.Role.SHIFT_LEADER;

import org.citygrid.platform.identity.AccessRules;
import org.citygrid.platform.schema.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/// Everything intake needs in a process: importing this one class is enough.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
@ComponentScan(
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "org\\.citygrid\\.intake\\.[a-z]+\\.[A-Z]\\w*Configuration"))
public class IntakeConfiguration {
  @Bean
  ModuleSchema intakeSchema() {
    return new ModuleSchema("intake");
  }

  /// Whoever holds a receipt may follow that report: the receipt is the key.
  @Bean
  AccessRules intakeAccess() {
    return rules ->
        rules
            .post("/api/reports")
            .anyone()
            .get("/api/reports")
            .signedIn()
            .get("/api/reports/{receipt}")
            .anyone()
            .post("/api/reports/{receipt}/follow")
            .anyone()
            .get("/api/reports/{receipt}/photos/{photoId}")
            .anyone()
            .post("/api/enquiries")
            .anyone()
            .post("/api/enquiries/{receipt}/satisfaction")
            .anyone()
            .get("/api/contacts")
            .only(ACCEPTOR, SHIFT_LEADER, DEPARTMENT)
            .get("/api/contacts/waiting")
            .only(ACCEPTOR, SHIFT_LEADER)
            .get("/api/contacts/accesses")
            .only(ADMINISTRATOR)
            .post("/api/contacts/{id}/open")
            .only(ACCEPTOR, SHIFT_LEADER, DEPARTMENT)
            .post("/api/contacts/{id}/calls")
            .only(ACCEPTOR, SHIFT_LEADER)
            .post("/api/photos")
            .signedIn()
            .get("/api/photos/{id}")
            .signedIn()
            .get("/api/tasks")
            .only(COLLECTOR)
            .post("/api/tasks/{taskId}/result")
            .only(COLLECTOR)
            .post("/api/migration/reports")
            .only(ADMINISTRATOR)
            .post("/api/migration/enquiries")
            .only(ADMINISTRATOR);
  }
}
