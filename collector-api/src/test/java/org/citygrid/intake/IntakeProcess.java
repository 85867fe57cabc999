package org.citygrid.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citygrid.asset.AssetConfiguration;
import org.citygrid.devservices.DevServices;
import org.citygrid.grid.GridConfiguration;
import org.citygrid.platform.PlatformConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// Runs a test inside a real process that holds intake and all it stands on, except the relay: what
/// it tells stays in the outbox, where tests can see it, and photos wait until a test prepares
/// them.
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = IntakeProcess.Process.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:citygrid-defaults.yaml",
      "citygrid.admin.password=correct horse",
      "citygrid.intake.max-report=8KB",
      "citygrid.photos.lull=1d",
      "citygrid.photos.prepare-within=1d"
    })
@ContextConfiguration(initializers = IntakeProcess.Services.class)
public @interface IntakeProcess {
  /// All roles but `relay`: nobody carries the outbox away, so that tests can look into it.
  String ROLES = "intake,registry,grid,web";

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({
    PlatformConfiguration.class,
    GridConfiguration.class,
    AssetConfiguration.class,
    IntakeConfiguration.class
  })
  class Process {}

  /// Points the process at the run's own PostGIS and Kafka, and at a folder of its own.
  class Services implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context, "citygrid.roles=" + ROLES, "citygrid.photos.dir=" + newFolder());
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context, DevServices.shared().settings("intake"));
    }

    private static Path newFolder() {
      try {
        return Files.createTempDirectory("citygrid-photos");
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    }
  }
}
