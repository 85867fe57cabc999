package org.citygrid.grid;

import org.citygrid.grid.geodata.GeodataConfiguration;
import org.citygrid.grid.history.HistoryConfiguration;
import org.citygrid.grid.map.MapConfiguration;
import org.citygrid.grid.place.PlaceConfiguration;
import org.citygrid.grid.survey.SurveyConfiguration;
import org.citygrid.platform.identity.AccessRules;
import org.citygrid.platform.identity.Role;
import org.citygrid.platform.schema.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Wires the room that knows the land. Import it beside
/// [org.citygrid.platform.PlatformConfiguration].
@Configuration(proxyBeanMethods = false)
@Import({
  PlaceConfiguration.class,
  HistoryConfiguration.class,
  SurveyConfiguration.class,
  MapConfiguration.class,
  GeodataConfiguration.class
})
public class GridConfiguration {
  @Bean
  ModuleSchema gridSchema() {
    return new ModuleSchema("grid");
  }

  // spotless:off  one door a line
  @Bean
  AccessRules gridDoors() {
    return doors ->
        doors
            .get("/api/grids/mine").only(Role.COLLECTOR)
            .get("/api/grids/**").anyone()
            .get("/api/divisions/**").anyone()
            .get("/tiles/grids/**").anyone()
            .get("/tiles/cells/**").anyone()
            .get("/tiles/streets/**").anyone()
            .post("/api/divisions/import").only(Role.ADMINISTRATOR)
            .post("/api/cells/import").only(Role.ADMINISTRATOR)
            .post("/api/grids/import").only(Role.ADMINISTRATOR)
            .post("/api/streets/import").only(Role.ADMINISTRATOR);
  }
  // spotless:on
}
