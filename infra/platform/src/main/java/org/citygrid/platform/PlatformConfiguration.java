package org.citygrid.platform;

import java.time.InstantSource;
import org.citygrid.platform.setting.CityGridSettings;
import org.citygrid.platform.setting.DuplicateSettings;
import org.citygrid.platform.setting.TownClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Wires what all rooms stand on; a process imports it beside the rooms' own configurations.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CityGridSettings.class, DuplicateSettings.class})
@EnableScheduling
@ComponentScan(
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Configuration|Advice)"))
public class PlatformConfiguration {
  @Bean
  TownClock townClock(CityGridSettings settings) {
    return new TownClock(InstantSource.system(), settings.zoneId());
  }
}
