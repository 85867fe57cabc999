package org.citygrid.grid.survey;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Where administrators hand surveys in.
@RestController
final class SurveyController {
  private final Surveyor surveyor;

  SurveyController(Surveyor surveyor) {
    this.surveyor = surveyor;
  }

  @PostMapping("/api/divisions/import")
  Outcome divisions(@RequestBody JsonNode collection) {
    return surveyor.divisions(collection);
  }

  @PostMapping("/api/cells/import")
  Outcome cells(@RequestBody JsonNode collection) {
    return surveyor.cells(collection);
  }

  @PostMapping("/api/grids/import")
  Outcome dutyGrids(@RequestBody JsonNode collection) {
    return surveyor.dutyGrids(collection);
  }

  @PostMapping("/api/streets/import")
  Outcome streets(@RequestBody JsonNode collection) {
    return surveyor.streets(collection);
  }
}
