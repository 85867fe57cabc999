package org.citygrid.intake.photo;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.citygrid.asset.Register;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Wires the keeping of photos.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhotoSettings.class)
@OnRole("intake")
class PhotoConfiguration {
  @Bean
  Photos photos(
      PhotoSettings settings,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      JsonMapper json,
      TownClock clock) {
    return new Photos(
        settings, new PhotoTable(jdbc, json), new TransactionTemplate(transactions), clock);
  }

  @Bean
  Darkroom darkroom(Photos photos, PhotoSettings settings, MeterRegistry meters) {
    Gauge.builder("citygrid.photos.waiting", photos, Photos::countWaiting)
        .description("photos that wait to be decoded and written anew")
        .register(meters);
    return new Darkroom(photos, settings.lull(), settings.prepareWithin());
  }

  @Bean
  PhotoAnswer photoAnswer(Photos photos) {
    return new PhotoAnswer(photos);
  }

  @Bean
  PhotoController photoController(Photos photos, PhotoAnswer answer) {
    return new PhotoController(photos, answer);
  }

  @Bean
  PhotoSweep photoSweep(Photos photos, Register register) {
    return new PhotoSweep(photos, register);
  }
}
