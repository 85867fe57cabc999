package org.citygrid.ogc;

import org.citygrid.ogc.features.FeaturesConfiguration;
import org.citygrid.ogc.tiles.TilesConfiguration;
import org.citygrid.ogc.web.Answer;
import org.citygrid.ogc.web.Shell;
import org.citygrid.platform.identity.AccessRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// Serves every [OgcCollection] and [TileLayer] of the process under `/ogc`. Rooms that lay out one
/// import this.
@Configuration(proxyBeanMethods = false)
@Import({FeaturesConfiguration.class, TilesConfiguration.class})
public class OgcConfiguration {
  @Bean
  Collections ogcCollections(ObjectProvider<OgcCollection> laidOut) {
    return new Collections(laidOut.stream().toList());
  }

  @Bean
  Shell ogcShell() {
    return new Shell();
  }

  @Bean
  Answer ogcAnswer(JsonMapper json) {
    return new Answer(json);
  }

  /// Open to anybody; which rows somebody sees each collection says itself.
  @Bean
  AccessRules ogcDoors() {
    return doors ->
        doors.get("/ogc").anyone().get("/ogc/**").anyone().get("/tiles/{layer}.json").anyone();
  }
}
