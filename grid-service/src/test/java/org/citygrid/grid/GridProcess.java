package org.citygrid.grid;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.citygrid.devservices.DevServices;
import org.citygrid.platform.PlatformConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// Runs a test inside a real process that holds the platform and this room; all such tests share
/// it.
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = GridProcess.Process.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:citygrid-defaults.yaml",
      "citygrid.admin.password=correct horse",
      "citygrid.grid.follow=PT0.1S"
    })
@ContextConfiguration(initializers = GridProcess.Services.class)
public @interface GridProcess {
  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({PlatformConfiguration.class, GridConfiguration.class})
  class Process {}

  /// Points the process at the run's own PostGIS and Kafka.
  class Services implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context, DevServices.shared().settings("grid"));
    }
  }
}
