package org.citygrid.dispatch.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citygrid.geo.LocalMetres;
import org.citygrid.geo.LonLat;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is sent to look at a place: whoever walks its duty grid then, else the nearest one on duty
/// in the town (`docs/workflow.md`, rows 3 and 23).
@Component
final class Collectors {
  private static final int TOWN_DIGITS = 9;

  private final Grids grids;

  Collectors(Grids grids) {
    this.grids = grids;
  }

  /// @return a user name, or null when nobody in the town is on duty
  @Nullable String near(Origin origin, Instant at) {
    String grid = origin.dutyGridCode();
    Optional<String> own =
        grid == null ? Optional.empty() : grids.findCollector(new DutyGridCode(grid), at);
    return own.or(() -> nearest(origin, at)).orElse(null);
  }

  private Optional<String> nearest(Origin origin, Instant at) {
    String division = origin.divisionCode();
    String town = division.substring(0, Math.min(TOWN_DIGITS, division.length()));
    LocalMetres metres = new LocalMetres(origin.lat());
    List<DutyGrid> around =
        grids.listDutyGrids(town).stream()
            .filter(grid -> grid.center() != null)
            .sorted(Comparator.comparingDouble(grid -> distance(metres, grid, origin)))
            .toList();
    return around.stream()
        .flatMap(grid -> grids.findCollector(grid.code(), at).stream())
        .findFirst();
  }

  private static double distance(LocalMetres metres, DutyGrid grid, Origin origin) {
    LonLat centre = Objects.requireNonNull(grid.center());
    return metres.distance(centre.lon(), centre.lat(), origin.lon(), origin.lat());
  }
}
