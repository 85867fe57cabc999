package org.citygrid.platform.schema;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs the migrations before any bean that talks to the database exists.
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {
  static final String MIGRATED = "schemasMigrated";

  @Bean(MIGRATED)
  Object schemasMigrated(DataSource database, List<ModuleSchema> schemas) {
    new SchemaMigrations(database, schemas, Duration.ofSeconds(30)).run();
    return new Object();
  }

  /// Whoever asks for a JDBC client gets it only after the migrations.
  @Bean
  static BeanFactoryPostProcessor migrationsComeFirst() {
    return factory -> {
      for (Class<?> type : List.of(JdbcOperations.class, JdbcClient.class)) {
        for (String name : factory.getBeanNamesForType(type, true, false)) {
          dependOnMigrations(factory, name);
        }
      }
    };
  }

  private static void dependOnMigrations(ConfigurableListableBeanFactory factory, String name) {
    var definition = factory.getBeanDefinition(name);
    String[] before = definition.getDependsOn();
    var all = new java.util.ArrayList<>(before == null ? List.of() : List.of(before));
    all.add(MIGRATED);
    definition.setDependsOn(all.toArray(String[]::new));
  }
}
