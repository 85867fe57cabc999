package org.citygrid.grid;

import static org.citygrid.platform.identity.Role.ADMINISTRATOR;
import static org.citygrid.platform.identity.Role.COLLECTOR;
import static org.citygrid.platform.identity.Role.EVALUATOR;
import static org.citygrid.platform.identity.Role.INSPECTOR;
import static org.citygrid.platform.identity.Role.SHIFT_LEADER;

import org.citygrid.grid.cutting.CuttingConfiguration;
import org.citygrid.grid.geodata.GeodataConfiguration;
import org.citygrid.grid.history.HistoryConfiguration;
import org.citygrid.grid.joining.JoiningConfiguration;
import org.citygrid.grid.map.MapConfiguration;
import org.citygrid.grid.place.PlaceConfiguration;
import org.citygrid.grid.roster.RosterConfiguration;
import org.citygrid.grid.survey.SurveyConfiguration;
import org.citygrid.grid.topology.TopologyConfiguration;
import org.citygrid.platform.identity.AccessRules;
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
  CuttingConfiguration.class,
  JoiningConfiguration.class,
  RosterConfiguration.class,
  TopologyConfiguration.class,
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
            .get("/api/grids/mine").only(COLLECTOR)
            .get("/api/grids/duties").only(ADMINISTRATOR, SHIFT_LEADER, INSPECTOR, EVALUATOR)
            .get("/api/grids/{code}/duties").only(ADMINISTRATOR, SHIFT_LEADER, INSPECTOR, EVALUATOR)
            .get("/api/grids/changes").only(ADMINISTRATOR, SHIFT_LEADER, INSPECTOR, EVALUATOR)
            .get("/api/grids/topology").only(ADMINISTRATOR, SHIFT_LEADER, INSPECTOR, EVALUATOR)
            .get("/api/cells/**").anyone()
            .get("/api/grids/**").anyone()
            .get("/api/divisions/**").anyone()
            .get("/tiles/grids/**").anyone()
            .get("/tiles/cells/**").anyone()
            .get("/tiles/streets/**").anyone()
            .post("/api/divisions/import").only(ADMINISTRATOR)
            .post("/api/cells/import").only(ADMINISTRATOR)
            .post("/api/grids/import").only(ADMINISTRATOR)
            .post("/api/streets/import").only(ADMINISTRATOR)
            .post("/api/cells/generate").only(ADMINISTRATOR)
            .post("/api/grids").only(ADMINISTRATOR)
            .patch("/api/grids/{code}").only(ADMINISTRATOR)
            .post("/api/grids/{code}/cells").only(ADMINISTRATOR)
            .post("/api/grids/{code}/merge").only(ADMINISTRATOR)
            .post("/api/grids/{code}/retire").only(ADMINISTRATOR)
            .post("/api/grids/changes/{revision}/undo").only(ADMINISTRATOR)
            .post("/api/grids/{code}/duties").only(ADMINISTRATOR)
            .patch("/api/grids/{code}/duties/{id}").only(ADMINISTRATOR)
            .delete("/api/grids/{code}/duties/{id}").only(ADMINISTRATOR);
  }
  // spotless:on
}
