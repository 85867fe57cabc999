package org.citygrid.asset;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
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

/// Runs platform and register over HTTP, on a database of their own. All tests share one.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:citygrid-defaults.yaml",
      "citygrid.roles=registry",
      "citygrid.admin.password=only-for-tests",
      "citygrid.asset.imports-dir=target/imports",
      "citygrid.asset.tiles.follow=PT0S" // a change is seen at once
    })
@ContextConfiguration(
    classes = RunningRegister.Process.class,
    initializers = RunningRegister.OwnDatabase.class)
@interface RunningRegister {
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({PlatformConfiguration.class, AssetConfiguration.class})
  class Process {
    @Bean
    Grids grids() {
      return new ChequeredTown();
    }
  }

  class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context, DevServices.shared().settings("asset"));
    }
  }
}
