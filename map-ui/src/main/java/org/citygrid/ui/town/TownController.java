package org.citygrid.ui.town;

import java.util.List;
import java.util.Optional;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.Grids;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.setting.CityGridSettings;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TownController {
  private static final int TOWN_DIGITS = 9;

  private final Grids grids;
  private final CityGridSettings settings;
  private final @Nullable String basemap;

  TownController(
      Grids grids, CityGridSettings settings, @Value("${citygrid.map.basemap:}") String basemap) {
    this.grids = grids;
    this.settings = settings;
    this.basemap = basemap.isEmpty() ? null : basemap;
  }

  /// A place in CGCS2000 degrees.
  record Place(double lon, double lat) {}

  /// @param extent west, south, east, north in CGCS2000 degrees; absent until divisions are
  ///   imported
  /// @param synthetic true where the geography is made up for a demonstration
  record Town(
      String code,
      LocalText name,
      String zone,
      @Nullable Place center,
      @Nullable List<Double> extent,
      @Nullable String basemap,
      boolean synthetic) {}

  /// The town of whoever asks; strangers and those who govern several towns see the installation's
  /// own.
  @GetMapping("/api/town")
  Town show(@Nullable Actor actor) {
    String code = townOf(actor);
    Optional<Division> known = grids.findDivision(new DivisionCode(code));
    Division.@Nullable Extent extent = known.map(Division::extent).orElse(null);
    return new Town(
        code,
        known.map(Division::name).orElse(new LocalText(code, code)),
        settings.zone(),
        extent == null ? null : middleOf(extent),
        extent == null
            ? null
            : List.of(extent.west(), extent.south(), extent.east(), extent.north()),
        basemap,
        known.map(Division::synthetic).orElse(false));
  }

  private String townOf(@Nullable Actor actor) {
    return actor != null && actor.divisionCode().length() >= TOWN_DIGITS
        ? actor.divisionCode().substring(0, TOWN_DIGITS)
        : settings.town();
  }

  private static Place middleOf(Division.Extent extent) {
    return new Place((extent.west() + extent.east()) / 2, (extent.south() + extent.north()) / 2);
  }
}
