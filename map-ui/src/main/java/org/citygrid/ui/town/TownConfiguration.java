package org.citygrid.ui.town;

import org.citygrid.platform.identity.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TownConfiguration {
  @Bean
  AccessRules townDoors() {
    return doors -> doors.get("/api/town").anyone();
  }
}
