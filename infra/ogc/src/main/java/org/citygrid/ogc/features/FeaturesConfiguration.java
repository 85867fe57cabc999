package org.citygrid.ogc.features;

import java.util.List;
import javax.sql.DataSource;
import org.citygrid.ogc.Collections;
import org.citygrid.ogc.TileLayer;
import org.citygrid.ogc.web.Answer;
import org.citygrid.ogc.web.Shell;
import org.citygrid.platform.setting.TownClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Wires what serves features.
@Configuration(proxyBeanMethods = false)
public class FeaturesConfiguration {
  @Bean
  Facts ogcFacts(JdbcClient jdbc) {
    return new Facts(jdbc);
  }

  @Bean
  FeatureController featureController(
      Collections collections,
      DataSource database,
      PlatformTransactionManager transactions,
      Facts facts,
      JsonMapper json,
      Shell shell,
      TownClock clock) {
    var jdbc = new JdbcTemplate(database);
    return new FeatureController(
        collections,
        new FeatureTable(jdbc, facts),
        new Export(jdbc, reading(transactions)),
        facts,
        new GeoJson(json),
        new FeaturePages(shell),
        clock);
  }

  @Bean
  DocumentController ogcDocumentController(
      Collections collections,
      Facts facts,
      ObjectProvider<TileLayer> tiles,
      Shell shell,
      Answer answer) {
    List<TileLayer> layers = tiles.orderedStream().toList();
    return new DocumentController(
        collections,
        new Documents(facts, layers),
        new ApiDocument(),
        new FeaturePages(shell),
        answer);
  }

  private static TransactionTemplate reading(PlatformTransactionManager transactions) {
    var reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return reading;
  }
}
