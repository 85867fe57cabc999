package org.citygrid.ui.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import org.citygrid.devservices.DevServices;
import org.citygrid.ui.CityGrid;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// Runs a test against the whole program on a real PostGIS and a real Kafka, with Dali set up in it
/// as `./citygrid demo` does, but without its history. All tests share one town; each makes its own
/// cases.
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = CityGrid.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "citygrid.admin.password=" + Town.PASSWORD,
      "citygrid.asset.imports-dir=target/imports"
    })
@ContextConfiguration(initializers = RunningTown.Services.class)
@Import(Town.class)
public @interface RunningTown {
  /// Points the program at the run's own PostGIS and Kafka.
  class Services implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context, "citygrid.photos.dir=" + photos());
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context, DevServices.shared().settings("whole"));
    }

    private static String photos() {
      try {
        return Files.createTempDirectory("citygrid-photos").toString();
      } catch (IOException noRoom) {
        throw new UncheckedIOException(noRoom);
      }
    }
  }
}
