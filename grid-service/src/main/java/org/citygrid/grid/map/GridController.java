package org.citygrid.grid.map;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.citygrid.geo.LonLat;
import org.citygrid.geo.MapDatum;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Placement;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.grid.place.Outline;
import org.citygrid.grid.place.Tract;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Duty grids, and where a place lies.
@RestController
final class GridController {
  private final FollowedGrids grids;
  private final Days days;
  private final Accounts accounts;
  private final InstantSource clock;

  GridController(FollowedGrids grids, Days days, Accounts accounts, InstantSource clock) {
    this.grids = grids;
    this.days = days;
    this.accounts = accounts;
    this.clock = clock;
  }

  record Listed<T>(List<T> items) {}

  @GetMapping("/api/grids")
  Listed<GridView> list(
      @Nullable Actor actor,
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "") String at) {
    Atlas atlas = days.atlas(at);
    Instant then = days.instant(at);
    return new Listed<>(
        atlas.listDutyGrids(division).stream()
            .map(Tract::land)
            .map(grid -> GridView.of(grid, collectorOf(atlas, grid.code(), actor, then), null))
            .toList());
  }

  @GetMapping("/api/grids/{code}")
  GridView get(
      @Nullable Actor actor,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String at) {
    return whole(days.atlas(at), parsed(code), actor, days.instant(at));
  }

  @GetMapping("/api/grids/mine")
  GridView mine(Actor actor) {
    Atlas atlas = grids.atlas();
    DutyGridCode code =
        atlas
            .findDutyOf(actor.userName(), clock.instant())
            .orElseThrow(() -> Problem.notFound().asException());
    return whole(atlas, code, actor, clock.instant());
  }

  @GetMapping("/api/grids/outlines")
  Outline.Collection outlines(
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "") String at) {
    return Outline.Collection.of(
        days.atlas(at).listDutyGrids(division).stream()
            .map(tract -> Outline.Feature.of(tract.boundary(), properties(tract.land())))
            .toList());
  }

  @GetMapping("/api/grids/locate")
  Located locate(
      @Nullable Actor actor,
      @RequestParam double lon,
      @RequestParam double lat,
      @RequestParam(defaultValue = "wgs84") String crs,
      @RequestParam(defaultValue = "") String at) {
    LonLat place = straightened(lon, lat, crs);
    Atlas atlas = days.atlas(at);
    Placement placement = atlas.locate(place.lon(), place.lat());
    DutyGridCode walk = placement.dutyGrid();
    DivisionCode division = placement.division();
    return new Located(
        place.lon(),
        place.lat(),
        placement.cell(),
        walk == null ? null : walk(atlas, walk),
        division == null ? null : land(atlas, division),
        division == null || placement.metresOutside() == 0 ? null : placement.metresOutside(),
        walk == null ? null : collectorOf(atlas, walk, actor, days.instant(at)));
  }

  private static LonLat straightened(double lon, double lat, String crs) {
    var violations = new Violations();
    violations.require(lon >= -180 && lon <= 180, "lon", "must be within -180 and 180 degrees");
    violations.require(lat >= -90 && lat <= 90, "lat", "must be within -90 and 90 degrees");
    var datum = MapDatum.find(crs);
    violations.require(datum.isPresent(), "crs", "must be wgs84, gcj02 or bd09");
    violations.throwIfAny();
    return datum.orElse(MapDatum.WGS84).toWgs84(new LonLat(lon, lat));
  }

  private GridView whole(Atlas atlas, DutyGridCode code, @Nullable Actor actor, Instant at) {
    Tract<DutyGrid> tract =
        atlas.findDutyGrid(code).orElseThrow(() -> Problem.notFound().asException());
    return GridView.of(
        tract.land(), collectorOf(atlas, code, actor, at), Outline.of(tract.boundary()));
  }

  private GridView.@Nullable Collector collectorOf(
      Atlas atlas, DutyGridCode code, @Nullable Actor actor, Instant at) {
    return actor == null
        ? null
        : atlas
            .findCollector(code, at)
            .map(user -> new GridView.Collector(user, accounts.displayNameOf(user)))
            .orElse(null);
  }

  private static Located.Walk walk(Atlas atlas, DutyGridCode code) {
    return atlas
        .findDutyGrid(code)
        .map(tract -> new Located.Walk(code, tract.land().number(), tract.land().name()))
        .orElseGet(() -> new Located.Walk(code, null, null));
  }

  private static Located.Land land(Atlas atlas, DivisionCode code) {
    return new Located.Land(
        code, atlas.findDivision(code).map(tract -> tract.land().name()).orElse(null));
  }

  private static Map<String, ?> properties(DutyGrid grid) {
    return Map.of("code", grid.code(), "number", grid.number(), "name", grid.name());
  }

  private static DutyGridCode parsed(String code) {
    try {
      return new DutyGridCode(code);
    } catch (IllegalArgumentException malformed) {
      throw Problem.notFound().asException();
    }
  }
}
