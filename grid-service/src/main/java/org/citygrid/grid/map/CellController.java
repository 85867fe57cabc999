package org.citygrid.grid.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.grid.Cell;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.Outline;
import org.citygrid.grid.place.Tract;
import org.citygrid.platform.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Unit grids, of today or of a former day.
@RestController
final class CellController {
  private final Days days;

  CellController(Days days) {
    this.days = days;
  }

  /// A FeatureCollection that says which land it shows.
  record Cells(String type, long revision, List<Outline.Feature> features) {}

  @GetMapping("/api/cells/outlines")
  Cells outlines(
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "") String at) {
    Atlas atlas = days.atlas(at);
    return new Cells(
        "FeatureCollection",
        atlas.revision(),
        atlas.listCells(division).stream().map(CellController::feature).toList());
  }

  @GetMapping("/api/cells/{code}")
  Outline.Feature get(@PathVariable String code, @RequestParam(defaultValue = "") String at) {
    return days.atlas(at)
        .findCell(parsed(code))
        .map(CellController::feature)
        .orElseThrow(() -> Problem.notFound().asException());
  }

  private static Outline.Feature feature(Tract<Cell> tract) {
    Cell cell = tract.land();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("code", cell.code());
    properties.put("divisionCode", cell.divisionCode());
    DutyGridCode walk = cell.dutyGridCode();
    if (walk != null) {
      properties.put("grid", walk);
    }
    properties.put("areaSquareMetres", cell.areaSquareMetres());
    properties.put("managementLevel", cell.managementLevel());
    String body = cell.responsibleBody();
    if (body != null) {
      properties.put("responsibleBody", body);
    }
    String landUse = cell.landUse();
    if (landUse != null) {
      properties.put("landUse", landUse);
    }
    return Outline.Feature.of(tract.boundary(), properties);
  }

  private static CellCode parsed(String code) {
    try {
      return new CellCode(code);
    } catch (IllegalArgumentException malformed) {
      throw Problem.notFound().asException();
    }
  }
}
