package org.citygrid.intake.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.geo.LocalMetres;
import org.citygrid.grid.Grids;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.DuplicateSettings;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Asked before a report is sent: is the same already reported here? Told is only what anybody
/// standing there may know: how near, since when, how it stands. No words, no photos, no receipt.
@RestController
final class SimilarController {
  private static final int MOST = 5;

  private final SimilarTable table;
  private final Catalogue catalogue;
  private final Grids grids;
  private final DuplicateSettings settings;
  private final TownClock clock;

  SimilarController(
      SimilarTable table,
      Catalogue catalogue,
      Grids grids,
      DuplicateSettings settings,
      TownClock clock) {
    this.table = table;
    this.catalogue = catalogue;
    this.grids = grids;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param followId what to follow it by: `POST /api/reports/{followId}/follow`
  record Similar(
      UUID followId,
      @Nullable LocalText className,
      Instant reportedAt,
      long metres,
      boolean sameComponent,
      ReportStatus status,
      LocalText statusWords,
      @Nullable Instant deadline) {}

  record Answer(List<Similar> items) {}

  @GetMapping("/api/reports/similar")
  ResponseEntity<Answer> similar(
      @RequestParam("kind") String kind,
      @RequestParam("class") String classCode,
      @RequestParam("lon") double lon,
      @RequestParam("lat") double lat,
      @RequestParam(name = "component", required = false) @Nullable String component) {
    Violations violations = new Violations();
    violations.require(Kind.find(kind).isPresent(), "kind", "must be component or event");
    violations.require(Math.abs(lon) <= 180, "lon", "must be within -180 and 180 degrees");
    violations.require(Math.abs(lat) <= 90, "lat", "must be within -90 and 90 degrees");
    violations.throwIfAny();
    DuplicateSettings.Reach reach = settings.reach(kind, classCode);
    String grid = settings.sameGrid() ? gridAt(lon, lat) : null;
    Instant since = clock.instant().minus(reach.window());
    Map<UUID, Similar> found = new LinkedHashMap<>();
    List<SimilarTable.Found> same =
        component == null || component.isBlank() ? List.of() : table.ofComponent(component);
    LocalMetres metres = new LocalMetres(lat);
    LocalText name =
        catalogue.findClass(Kind.of(kind), classCode).map(ThingClass::name).orElse(null);
    for (SimilarTable.Found one : same) {
      found.put(
          one.reportId(), told(one, name, metres.distance(lon, lat, one.lon(), one.lat()), true));
    }
    for (SimilarTable.Found one : table.ofClass(kind, classCode, grid, since)) {
      double far = metres.distance(lon, lat, one.lon(), one.lat());
      if (far <= reach.metres() && mayBeSame(component, one.componentCode())) {
        found.putIfAbsent(one.reportId(), told(one, name, far, false));
      }
    }
    List<Similar> nearest = new ArrayList<>(found.values());
    nearest.sort(
        Comparator.comparing(Similar::sameComponent)
            .reversed()
            .thenComparing(Similar::metres)
            .thenComparing(Similar::reportedAt));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Answer(nearest.stream().limit(MOST).toList()));
  }

  /// Two lamps side by side are two lamps: different codes are different things.
  private static boolean mayBeSame(@Nullable String mine, @Nullable String other) {
    return mine == null || mine.isBlank() || other == null || mine.equals(other);
  }

  private @Nullable String gridAt(double lon, double lat) {
    var grid = grids.locate(lon, lat).dutyGrid();
    return grid == null ? null : grid.value();
  }

  private static Similar told(
      SimilarTable.Found one, @Nullable LocalText name, double metres, boolean sameComponent) {
    ReportStatus status =
        Optional.ofNullable(one.state())
            .flatMap(CaseState::find)
            .map(CaseState::status)
            .orElse(ReportStatus.RECEIVED);
    return new Similar(
        one.reportId(),
        name,
        one.receivedAt(),
        Math.round(metres),
        sameComponent,
        status,
        status.words(),
        one.dueAt());
  }
}
