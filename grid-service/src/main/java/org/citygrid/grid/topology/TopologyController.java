package org.citygrid.grid.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.grid.place.Outline;
import org.citygrid.grid.topology.Fault.Kind;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells what does not fit in the divided land, as GeoJSON to show or keep.
@RestController
final class TopologyController {
  private static final int TELL = 2_000;
  private static final double MOST_TOLERANCE = 10_000;

  private final FollowedGrids grids;
  private final TownClock clock;

  TopologyController(FollowedGrids grids, TownClock clock) {
    this.grids = grids;
    this.clock = clock;
  }

  /// A FeatureCollection with more to it.
  ///
  /// @param fits nothing that must be mended was found
  /// @param counts of each kind, told or not
  /// @param features the first two thousand faults; properties `kind`, `wrong`, `words`, `codes`,
  ///   `areaSquareMetres`, `lon`, `lat`
  record Report(
      String type,
      boolean fits,
      long revision,
      Instant checkedAt,
      long milliseconds,
      String division,
      double toleranceSquareMetres,
      int cells,
      int dutyGrids,
      int divisions,
      Map<Kind, Integer> counts,
      List<Outline.Feature> features) {}

  @GetMapping("/api/grids/topology")
  Report check(
      Actor actor,
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "1") double toleranceSquareMetres) {
    if (!(toleranceSquareMetres >= 0 && toleranceSquareMetres <= MOST_TOLERANCE)) {
      throw Problem.badRequest("toleranceSquareMetres", "must be 0 to 10,000").asException();
    }
    String own = actor.divisionCode();
    String asked = division.startsWith(own) ? division : own;
    Atlas atlas = grids.atlas();
    long start = System.nanoTime();
    List<Fault> faults = Topology.check(atlas, asked, toleranceSquareMetres);
    Map<Kind, Integer> counts = new TreeMap<>();
    faults.forEach(fault -> counts.merge(fault.kind(), 1, Integer::sum));
    return new Report(
        "FeatureCollection",
        faults.stream().noneMatch(fault -> fault.kind().wrong()),
        atlas.revision(),
        clock.instant(),
        Duration.ofNanos(System.nanoTime() - start).toMillis(),
        asked,
        toleranceSquareMetres,
        atlas.listCells(asked).size(),
        atlas.listDutyGrids(asked.length() > 9 ? asked.substring(0, 9) : asked).size(),
        atlas.listDivisions(asked).size(),
        counts,
        faults.stream().limit(TELL).map(TopologyController::feature).toList());
  }

  private static Outline.Feature feature(Fault fault) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("kind", fault.kind());
    properties.put("wrong", fault.kind().wrong());
    properties.put("words", fault.kind().words());
    properties.put("codes", fault.codes());
    Double area = fault.areaSquareMetres();
    if (area != null) {
      properties.put("areaSquareMetres", area);
    }
    LonLat place = fault.place();
    if (place != null) {
      properties.put("lon", place.lon());
      properties.put("lat", place.lat());
    }
    return Outline.Feature.of(fault.shape(), properties);
  }
}
