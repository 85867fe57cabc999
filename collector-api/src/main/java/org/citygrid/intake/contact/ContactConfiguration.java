package org.citygrid.intake.contact;

import org.citygrid.asset.Catalogue;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Wires the way from a case or enquiry back to whoever waits for its end.
@Configuration(proxyBeanMethods = false)
@OnRole("intake")
class ContactConfiguration {
  @Bean
  ContactController contactController(
      JdbcClient jdbc, Accounts accounts, Catalogue catalogue, JsonMapper json, TownClock clock) {
    return new ContactController(new ContactTable(jdbc), accounts, catalogue, json, clock);
  }
}
