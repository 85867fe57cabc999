package org.citygrid.grid.survey;

import java.util.LinkedHashMap;
import java.util.List;
import org.citygrid.grid.LandKind;
import org.citygrid.grid.LandSurvey;
import org.citygrid.grid.LandSurvey.Rejected;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Where administrators hand surveys in. Of the mistakes the first hundred are told.
@RestController
final class SurveyController {
  private static final int TELL = 100;

  private final LandSurvey survey;

  SurveyController(LandSurvey survey) {
    this.survey = survey;
  }

  /// @param rejected always empty: a survey with a mistake is refused whole
  record Taken(String kind, int inserted, int updated, int unchanged, List<Rejected> rejected) {}

  @PostMapping("/api/divisions/import")
  Taken divisions(Actor actor, @RequestBody JsonNode collection) {
    return taken(LandKind.DIVISIONS, collection, actor);
  }

  @PostMapping("/api/cells/import")
  Taken cells(Actor actor, @RequestBody JsonNode collection) {
    return taken(LandKind.CELLS, collection, actor);
  }

  @PostMapping("/api/grids/import")
  Taken dutyGrids(Actor actor, @RequestBody JsonNode collection) {
    return taken(LandKind.GRIDS, collection, actor);
  }

  @PostMapping("/api/streets/import")
  Taken streets(Actor actor, @RequestBody JsonNode collection) {
    return taken(LandKind.STREETS, collection, actor);
  }

  private Taken taken(LandKind kind, JsonNode collection, Actor actor) {
    LandSurvey.Outcome outcome = survey.take(kind, collection, false, actor.userName());
    if (!outcome.rejected().isEmpty()) {
      throw refused(outcome.rejected());
    }
    return new Taken(
        kind.wireName(), outcome.inserted(), outcome.updated(), outcome.unchanged(), List.of());
  }

  private static ProblemException refused(List<Rejected> rejected) {
    List<Rejected> told = rejected.subList(0, Math.min(TELL, rejected.size()));
    var more = new LinkedHashMap<String, Object>();
    more.put(
        "errors",
        told.stream()
            .map(each ->
                new FieldError("features[" + each.index() + "]." + each.field(), each.reason()))
            .toList());
    more.put("rejected", told);
    more.put("rejectedCount", rejected.size());
    return new Problem(
            "validation",
            HttpStatus.BAD_REQUEST,
            "The survey has " + rejected.size() + " mistakes; nothing was stored.",
            null,
            more)
        .asException();
  }
}
