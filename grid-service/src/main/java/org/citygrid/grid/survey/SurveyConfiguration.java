package org.citygrid.grid.survey;

import org.citygrid.grid.LandSurvey;
import org.citygrid.grid.history.LandChanges;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Takes surveys in: in every process, and over HTTP in those that play the role `grid`.
@Configuration(proxyBeanMethods = false)
public class SurveyConfiguration {
  @Bean
  LandSurvey landSurvey(
      JsonMapper json, JdbcClient jdbc, LandChanges changes, TownClock clock, FollowedGrids grids) {
    return new Surveyor(new Survey(json), new SurveyTable(jdbc, clock), changes, grids);
  }

  @Bean
  @OnRole("grid")
  SurveyController surveyController(LandSurvey survey) {
    return new SurveyController(survey);
  }
}
