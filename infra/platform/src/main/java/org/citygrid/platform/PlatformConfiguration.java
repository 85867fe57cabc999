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
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Wires what all rooms stand on; a process imports it beside the rooms' own configurations.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CityGridSettings.class, DuplicateSettings.class})
@EnableScheduling
@ComponentScan(
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Configuration|Advice)"))
public class PlatformConfiguration {
  /// Somewhat more than there are.
  private static final int TIMED_TASKS = 20;

  @Bean
  TownClock townClock(CityGridSettings settings) {
    return new TownClock(InstantSource.system(), settings.zoneId());
  }

  /// A thread for each thing that is done from time to time. With virtual threads Boot would do all
  /// of them on one: while a town's past is folded or a census taken, for minutes, no heartbeat
  /// would be sent, no case chased and no calendar followed.
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    var scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(TIMED_TASKS);
    scheduler.setThreadNamePrefix("timed-");
    scheduler.setDaemon(true);
    return scheduler;
  }
}
