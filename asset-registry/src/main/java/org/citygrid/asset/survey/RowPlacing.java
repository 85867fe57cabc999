package org.citygrid.asset.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citygrid.asset.AssetSettings.Outside;
import org.citygrid.asset.Dimension;
import org.citygrid.asset.column.SurveyField;
import org.citygrid.asset.column.SurveyRow;
import org.citygrid.geo.LonLat;
import org.citygrid.geo.MapDatum;
import org.citygrid.geofile.Described;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import tools.jackson.databind.json.JsonMapper;

/// Finds cell, duty grid and division of checked rows, from the index in memory; says which lie
/// where nothing should, and what may have happened to them. For one thread.
final class RowPlacing {
  /// A billionth of a degree, a tenth of a millimetre: as much as a card shows, so that what goes
  /// out comes back the same.
  private static final double KEPT = 1e9;

  /// So many rows tell whether the whole file is shifted.
  private static final int TRIED = 2_000;

  private final Grids grids;
  private final MapDatum datum;
  private final String county;
  private final Outside rule;
  private final boolean townKnown;
  private final JsonMapper json;

  private long outside;
  private int tried;
  private int insideAsIs;
  private int insideStraightened;
  private int insideSwapped;

  /// @param county given to codes where a place lies in no division
  RowPlacing(Grids grids, MapDatum datum, String county, Outside rule, JsonMapper json) {
    this.grids = grids;
    this.datum = datum;
    this.county = county;
    this.rule = rule;
    this.townKnown = !grids.listDivisions("").isEmpty();
    this.json = json;
  }

  /// Places a row that has no faults.
  ///
  /// @return empty when it lies where none may; the row then says so
  Optional<StagedRow> place(SurveyRow row) {
    Geometry location = Objects.requireNonNull(row.location(), "a checked row has a location");
    settle(location);
    Coordinate inside = representative(location);
    Placement placement = grids.locate(inside.x, inside.y);
    if (tried < TRIED) {
      tryOtherways(placement, inside);
    }
    if (placement.cell() == null) {
      outside++;
      @Nullable String fault = fault(placement, inside);
      if (fault != null) {
        row.refuse("location", inside.x + ", " + inside.y, fault);
        return Optional.empty();
      }
    }
    return Optional.of(staged(row, location, placement));
  }

  private StagedRow staged(SurveyRow row, Geometry location, Placement placement) {
    @Nullable String cell = placement.cell() == null ? null : placement.cell().value();
    @Nullable String dutyGrid = placement.dutyGrid() == null ? null : placement.dutyGrid().value();
    @Nullable String division = placement.division() == null ? null : placement.division().value();
    @Nullable String code = row.text(SurveyField.CODE);
    @Nullable String since = row.text(SurveyField.SINCE);
    return new StagedRow(
        row.line(),
        code,
        countyOf(code, division),
        Objects.requireNonNull(RowCheck.classOf(row), "a checked row has a class"),
        row.text(SurveyField.COMPETENT_UNIT),
        Objects.requireNonNull(row.text(SurveyField.OWNER_UNIT), "a checked row has an owner"),
        row.text(SurveyField.MAINTENANCE_UNIT),
        cell,
        dutyGrid,
        division,
        location,
        row.text(SurveyField.SPEC),
        dimensions(row.dimensions()),
        Objects.requireNonNullElse(row.text(SurveyField.STATE), "intact"),
        since == null ? null : LocalDate.parse(since),
        row.text(SurveyField.SOURCE),
        row.text(SurveyField.NOTE),
        row.text(SurveyField.ADDRESS),
        "true".equals(row.text(SurveyField.SYNTHETIC)));
  }

  private String dimensions(List<Dimension> dimensions) {
    return dimensions.isEmpty() ? "[]" : json.writeValueAsString(dimensions);
  }

  private @Nullable String fault(Placement placement, Coordinate place) {
    return switch (rule) {
      case ACCEPT -> null;
      case REFUSE -> "lies in no cell" + hint(place);
      case NEAR ->
          townKnown && placement.division() == null
              ? "lies more than 5 km outside every town" + hint(place)
              : null;
    };
  }

  private String hint(Coordinate place) {
    if (isInside(place.y, place.x)) {
      return "; with longitude and latitude swapped it would lie in the town";
    }
    if (isInsideStraightened(place)) {
      return "; taken as GCJ-02 it would lie in the town";
    }
    return "; is the coordinate system right?";
  }

  private void tryOtherways(Placement asIs, Coordinate place) {
    tried++;
    insideAsIs += asIs.cell() != null ? 1 : 0;
    insideStraightened += isInsideStraightened(place) ? 1 : 0;
    insideSwapped += isInside(place.y, place.x) ? 1 : 0;
  }

  boolean isInside(double lon, double lat) {
    return Math.abs(lat) <= 90 && grids.locate(lon, lat).cell() != null;
  }

  private boolean isInsideStraightened(Coordinate place) {
    if (datum != MapDatum.WGS84) {
      return false;
    }
    LonLat straight = MapDatum.GCJ02.toWgs84(new LonLat(place.x, place.y));
    return isInside(straight.lon(), straight.lat());
  }

  /// What the first rows say about the file as a whole.
  List<Described.Warning> warnings() {
    List<Described.Warning> warnings = new ArrayList<>();
    if (tried == 0 || grids.listDivisions("").isEmpty()) {
      return warnings;
    }
    if (insideSwapped > insideAsIs) {
      warnings.add(
          new Described.Warning(
              "axes-swapped",
              "Of the first %d places %d lie in the town, but %d would with longitude and latitude swapped."
                  .formatted(tried, insideAsIs, insideSwapped)));
    } else if (insideStraightened > insideAsIs + tried / 100) {
      warnings.add(
          new Described.Warning(
              "gcj02-suspected",
              "Of the first %d places %d lie in the town, but %d would if they were GCJ-02: set the coordinate system to gcj02 if a map service gave them."
                  .formatted(tried, insideAsIs, insideStraightened)));
    } else if (insideAsIs == 0) {
      warnings.add(
          new Described.Warning(
              "outside-the-town",
              "None of the first %d places lies in a cell of the town: is the coordinate system right?"
                  .formatted(tried)));
    } else if (insideAsIs < tried) {
      warnings.add(
          new Described.Warning(
              "partly-outside",
              "Of the first %d places %d lie in no cell of the town."
                  .formatted(tried, tried - insideAsIs)));
    }
    return warnings;
  }

  /// Rows that were taken or refused outside every cell.
  long outside() {
    return outside;
  }

  /// Straightens what is shifted, and cuts what is finer than we keep.
  private void settle(Geometry location) {
    location.apply((Coordinate position) -> {
      double lon = position.x;
      double lat = position.y;
      if (datum != MapDatum.WGS84) {
        LonLat ours = datum.toWgs84(new LonLat(lon, lat));
        lon = ours.lon();
        lat = ours.lat();
      }
      position.setX(Math.rint(lon * KEPT) / KEPT);
      position.setY(Math.rint(lat * KEPT) / KEPT);
    });
    location.geometryChanged();
  }

  /// A line or an area stands in the cell of a point on it.
  private static Coordinate representative(Geometry location) {
    return location instanceof Point point
        ? point.getCoordinate()
        : location.getInteriorPoint().getCoordinate();
  }

  private String countyOf(@Nullable String code, @Nullable String division) {
    if (code != null) {
      return code.substring(0, 6);
    }
    return division == null ? county : division.substring(0, 6);
  }
}
