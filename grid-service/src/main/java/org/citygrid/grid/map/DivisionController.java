package org.citygrid.grid.map;

import java.util.List;
import java.util.Map;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.place.Outline;
import org.citygrid.grid.place.Tract;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Counties, towns and communities.
@RestController
final class DivisionController {
  private final Days days;

  DivisionController(Days days) {
    this.days = days;
  }

  /// @param extent west, south, east, north in degrees
  record DivisionView(
      DivisionCode code,
      DivisionCode.Level level,
      @Nullable DivisionCode parentCode,
      LocalText name,
      @Nullable Boolean synthetic,
      @Nullable List<Double> extent) {}

  @GetMapping("/api/divisions")
  GridController.Listed<DivisionView> list(
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "") String at) {
    return new GridController.Listed<>(
        days.atlas(at).listDivisions(division).stream().map(tract -> view(tract.land())).toList());
  }

  @GetMapping("/api/divisions/outlines")
  Outline.Collection outlines(
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "") String at) {
    return Outline.Collection.of(
        days.atlas(at).listDivisions(division).stream()
            .filter(tract -> tract.boundary() != null)
            .map(DivisionController::feature)
            .toList());
  }

  private static Outline.Feature feature(Tract<Division> tract) {
    Division division = tract.land();
    return Outline.Feature.of(
        tract.boundary(),
        Map.of(
            "code", division.code(),
            "level", division.code().level(),
            "name", division.name(),
            "synthetic", division.synthetic()));
  }

  private static DivisionView view(Division division) {
    Division.Extent box = division.extent();
    return new DivisionView(
        division.code(),
        division.code().level(),
        division.code().parent().orElse(null),
        division.name(),
        division.synthetic() ? true : null,
        box == null ? null : List.of(box.west(), box.south(), box.east(), box.north()));
  }
}
