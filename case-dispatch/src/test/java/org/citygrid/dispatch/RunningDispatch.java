package org.citygrid.dispatch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.citygrid.asset.AssetConfiguration;
import org.citygrid.devservices.DevServices;
import org.citygrid.grid.Grids;
import org.citygrid.platform.PlatformConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// Runs platform, register and dispatch on a database of their own and the run's broker. All tests
/// share one; the topics may carry what other modules' tests have sent, so each test looks at its
/// own reports alone.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:citygrid-defaults.yaml",
      "citygrid.admin.password=only-for-tests",
      "citygrid.evaluation.may-lag=0s"
    })
@ContextConfiguration(
    classes = RunningDispatch.Process.class,
    initializers = RunningDispatch.OwnDatabase.class)
@interface RunningDispatch {
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({PlatformConfiguration.class, AssetConfiguration.class, DispatchConfiguration.class})
  class Process {
    @Bean
    Grids grids() {
      return new OneGridTown();
    }
  }

  class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context, DevServices.shared().settings("dispatch"));
    }
  }
}
