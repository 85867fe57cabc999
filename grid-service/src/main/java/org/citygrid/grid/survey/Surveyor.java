package org.citygrid.grid.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.LandKind;
import org.citygrid.grid.LandSurvey;
import org.citygrid.grid.history.LandAct;
import org.citygrid.grid.history.LandChanges;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.grid.place.Tract;
import org.citygrid.grid.survey.Survey.Feature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import tools.jackson.databind.JsonNode;

/// Checks a survey against itself and against the land as it is, then has it stored in one
/// transaction.
final class Surveyor implements LandSurvey {
  private static final Set<String> LEVELS = Set.of("A", "B", "C");
  private static final Set<String> STREET_KINDS = Set.of("main", "side");

  private final Survey survey;
  private final SurveyTable table;
  private final LandChanges changes;
  private final FollowedGrids grids;

  Surveyor(Survey survey, SurveyTable table, LandChanges changes, FollowedGrids grids) {
    this.changes = changes;
    this.survey = survey;
    this.table = table;
    this.grids = grids;
  }

  @Override
  public Outcome take(
      LandKind kind, JsonNode featureCollection, boolean dryRun, @Nullable String by) {
    var rejections = new Rejections();
    Plan plan =
        switch (kind) {
          case DIVISIONS -> divisions(featureCollection, rejections);
          case CELLS -> cells(featureCollection, rejections);
          case GRIDS -> dutyGrids(featureCollection, rejections);
          case STREETS -> streets(featureCollection, rejections);
        };
    List<Rejected> rejected = rejections.all();
    if (!rejected.isEmpty()) {
      return new Outcome(kind, 0, 0, 0, rejected);
    }
    Written written =
        dryRun
            ? changes.tryOut(plan.store())
            : changes.change(LandChanges.Note.of(plan.act(), by, ""), Written::rows, plan.store());
    grids.refresh();
    return new Outcome(
        kind,
        written.inserted(),
        written.updated(),
        plan.features() - written.inserted() - written.updated(),
        List.of());
  }

  /// What to do once nothing is wrong.
  private record Plan(LandAct act, int features, Supplier<Written> store) {}

  private Plan divisions(JsonNode collection, Rejections rejections) {
    List<Feature<Surveyed.Division>> features =
        survey.read(collection, Surveyed.Division.class, rejections);
    Survey.requireOnce(features, Surveyed.Division::code, rejections);
    for (Feature<Surveyed.Division> feature : features) {
      var check = new Check(feature.index(), rejections);
      Surveyed.Division division = feature.properties();
      DivisionCode code = check.code(division.code(), "code", DivisionCode::new);
      check.text(division.nameZh(), "nameZh");
      check.text(division.nameEn(), "nameEn");
      check.polygonOrNothing(feature.geometry());
      String parent = division.parentCode();
      if (code != null
          && parent != null
          && !code.parent().map(it -> it.value().equals(parent)).orElse(false)) {
        check.wrong("parentCode", parent, "is not the division above " + code);
      }
    }
    return new Plan(
        LandAct.SURVEY_DIVISIONS, features.size(), () -> table.storeDivisions(features));
  }

  private Plan cells(JsonNode collection, Rejections rejections) {
    List<Feature<Surveyed.Cell>> features =
        survey.read(collection, Surveyed.Cell.class, rejections);
    Survey.requireOnce(features, Surveyed.Cell::code, rejections);
    grids.refresh();
    var communities = new Communities(grids.atlas());
    for (Feature<Surveyed.Cell> feature : features) {
      check(feature, communities, new Check(feature.index(), rejections));
    }
    return new Plan(LandAct.SURVEY_CELLS, features.size(), () -> table.storeCells(features));
  }

  private static void check(Feature<Surveyed.Cell> feature, Communities communities, Check check) {
    Surveyed.Cell cell = feature.properties();
    Geometry boundary = check.polygon(feature.geometry());
    CellCode code = check.code(cell.code(), "code", CellCode::new);
    if (code != null) {
      String division = cell.divisionCode();
      if (division != null && !code.community().value().equals(division)) {
        check.wrong("divisionCode", division, "is not the community of " + code);
      } else if (!communities.knows(code.community())) {
        check.wrong("divisionCode", division, "is not a known community; import divisions first");
      } else if (boundary != null && !communities.contains(code.community(), boundary)) {
        check.wrong("geometry", null, "lies outside community " + code.community());
      }
    }
    if (cell.dutyGridCode() != null) {
      DutyGridCode walk = check.code(cell.dutyGridCode(), "dutyGridCode", DutyGridCode::new);
      if (walk != null && code != null && !walk.town().contains(code.community())) {
        check.wrong("dutyGridCode", walk, "belongs to another town than " + code);
      }
    }
    Double area = cell.areaSquareMetres();
    if (area != null && !(area > 0)) {
      check.wrong("areaSquareMetres", area, "must be more than 0");
    }
    String level = cell.managementLevel();
    if (level != null && !LEVELS.contains(level)) {
      check.wrong("managementLevel", level, "must be A, B or C");
    }
  }

  private Plan dutyGrids(JsonNode collection, Rejections rejections) {
    List<Feature<Surveyed.Grid>> features =
        survey.read(collection, Surveyed.Grid.class, rejections);
    Survey.requireOnce(features, Surveyed.Grid::code, rejections);
    grids.refresh();
    Atlas atlas = grids.atlas();
    for (Feature<Surveyed.Grid> feature : features) {
      var check = new Check(feature.index(), rejections);
      Surveyed.Grid grid = feature.properties();
      check.text(grid.nameZh(), "nameZh");
      check.text(grid.nameEn(), "nameEn");
      check.polygonOrNothing(feature.geometry());
      Integer number = grid.number();
      if (number == null || number < 1) {
        check.wrong("number", number, "must be 1 or more");
      }
      DutyGridCode code = check.code(grid.code(), "code", DutyGridCode::new);
      if (code != null && atlas.findDivision(code.town()).isEmpty()) {
        check.wrong("code", code, "is in a town that is not known; import divisions first");
      }
    }
    return new Plan(LandAct.SURVEY_GRIDS, features.size(), () -> table.storeDutyGrids(features));
  }

  private Plan streets(JsonNode collection, Rejections rejections) {
    List<Feature<Surveyed.Street>> features =
        survey.read(collection, Surveyed.Street.class, rejections);
    for (Feature<Surveyed.Street> feature : features) {
      var check = new Check(feature.index(), rejections);
      check.text(feature.properties().name(), "name");
      String kind = feature.properties().kind();
      if (kind == null || !STREET_KINDS.contains(kind)) {
        check.wrong("kind", kind, "must be main or side");
      }
      if (!(feature.geometry() instanceof LineString)) {
        check.wrong("geometry", null, "must be a LineString");
      }
    }
    return new Plan(LandAct.SURVEY_STREETS, features.size(), () -> table.storeStreets(features));
  }

  /// Notes what is wrong with one feature.
  private record Check(int index, Rejections rejections) {
    void wrong(String field, @Nullable Object value, String reason) {
      rejections.add(
          index, field.equals("geometry") ? field : "properties." + field, value, reason);
    }

    void text(@Nullable String value, String field) {
      if (value == null || value.isBlank()) {
        wrong(field, value, "is missing");
      }
    }

    <C> @Nullable C code(@Nullable String value, String field, Function<String, C> parse) {
      if (value == null) {
        wrong(field, null, "is missing");
        return null;
      }
      try {
        return parse.apply(value);
      } catch (IllegalArgumentException malformed) {
        wrong(field, value, String.valueOf(malformed.getMessage()));
        return null;
      }
    }

    @Nullable Geometry polygon(@Nullable Geometry geometry) {
      if (geometry instanceof Polygonal) {
        return geometry;
      }
      wrong("geometry", null, "must be a Polygon or MultiPolygon");
      return null;
    }

    void polygonOrNothing(@Nullable Geometry geometry) {
      if (geometry != null) {
        polygon(geometry);
      }
    }
  }

  /// The communities that cells must lie in.
  private static final class Communities {
    private final Atlas atlas;
    private final Map<DivisionCode, PointOnGeometryLocator> locators = new HashMap<>();

    Communities(Atlas atlas) {
      this.atlas = atlas;
    }

    boolean knows(DivisionCode code) {
      return atlas.findDivision(code).isPresent();
    }

    /// Whether the middle of `cell` lies in the community; true while its outline is unknown.
    boolean contains(DivisionCode code, Geometry cell) {
      Geometry outline = atlas.findDivision(code).map(Tract::boundary).orElse(null);
      return outline == null
          || locators
                  .computeIfAbsent(code, it -> new IndexedPointInAreaLocator(outline))
                  .locate(cell.getInteriorPoint().getCoordinate())
              != Location.EXTERIOR;
    }
  }
}
