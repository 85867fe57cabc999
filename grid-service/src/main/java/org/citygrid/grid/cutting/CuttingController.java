package org.citygrid.grid.cutting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.cutting.CellTable.Stored;
import org.citygrid.grid.cutting.Cutting.Cut;
import org.citygrid.grid.history.LandAct;
import org.citygrid.grid.history.LandChanges;
import org.citygrid.grid.history.LandChanges.Note;
import org.citygrid.grid.history.Scope;
import org.citygrid.grid.joining.GridOutlines;
import org.citygrid.grid.place.Atlas;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.grid.place.Outline;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Where administrators have cells generated.
@RestController
final class CuttingController {
  private static final double USUAL = 10_000;
  private static final double LEAST = 2_500;
  private static final double MOST = 40_000;
  private static final double WHOLE = 0.95;
  private static final int TELL = 200;

  private final CellTable table;
  private final GridOutlines outlines;
  private final LandChanges changes;
  private final FollowedGrids grids;
  private final TownClock clock;

  CuttingController(
      CellTable table,
      GridOutlines outlines,
      LandChanges changes,
      FollowedGrids grids,
      TownClock clock) {
    this.table = table;
    this.outlines = outlines;
    this.changes = changes;
    this.grids = grids;
    this.clock = clock;
  }

  /// @param division a town or one community
  /// @param squareMetres 2,500 to 40,000; 10,000 without
  /// @param dryRun true: show what would be, store nothing
  /// @param revision as seen by the sender; without it the newest counts
  record Order(
      @Nullable String division,
      @Nullable Double squareMetres,
      @Nullable Boolean dryRun,
      @Nullable Long revision) {}

  /// @param before how many cells the community has now
  record Community(
      DivisionCode code, LocalText name, int cells, double areaSquareMetres, int before) {}

  /// A cell that lies in several duty grids, or partly in none.
  record Divided(CellCode cell, DutyGridCode dutyGrid, double share) {}

  record Walk(DutyGridCode code, int before, int cells) {}

  /// @param divided how many new cells lay less than 95 % in the duty grid they come to
  /// @param told the first of these
  record Membership(
      int inDutyGrids, int inNone, int divided, List<Divided> told, List<Walk> dutyGrids) {}

  /// @param upTo square metres
  record Size(double upTo, int cells) {}

  record Stats(double smallest, double median, double largest, List<Size> sizes) {}

  /// @param outlines the cells as GeoJSON, in a dry run only
  record Generated(
      long revision,
      boolean dryRun,
      DivisionCode division,
      double squareMetres,
      int cells,
      double areaSquareMetres,
      Stats stats,
      List<Community> communities,
      Membership membership,
      @Nullable Integer inserted,
      @Nullable Integer updated,
      @Nullable Integer ended,
      Outline.@Nullable Collection outlines) {}

  @PostMapping("/api/cells/generate")
  Generated generate(Actor actor, @RequestBody Order order) {
    double size = order.squareMetres() == null ? USUAL : order.squareMetres();
    DivisionCode division = checked(order.division(), size);
    Scope.require(actor, division);
    grids.refresh();
    Atlas atlas = grids.atlas();
    if (atlas.findDivision(division).isEmpty()) {
      throw Problem.badRequest("division", "is not known; import divisions first").asException();
    }
    Map<Division, List<NewCell>> cells =
        switch (Cutting.cut(atlas, division, size)) {
          case Cut.Cells(var cut) -> cut;
          case Cut.TooMany tooMany -> throw tooMany(tooMany);
          case Cut.NothingToCut() ->
              throw Problem.badRequest(
                      "division", "has no community with an outline; import divisions first")
                  .asException();
        };
    List<NewCell> all = cells.values().stream().flatMap(List::stream).toList();
    boolean dryRun = Boolean.TRUE.equals(order.dryRun());
    Stored stored = dryRun ? null : stored(actor, division, order.revision(), atlas, cells, all);
    return new Generated(
        grids.revision(),
        dryRun,
        division,
        size,
        all.size(),
        all.stream().mapToDouble(NewCell::areaSquareMetres).sum(),
        stats(all, size),
        communities(cells, atlas),
        membership(all, atlas, division),
        stored == null ? null : stored.inserted(),
        stored == null ? null : stored.updated(),
        stored == null ? null : stored.ended(),
        dryRun ? outlinesOf(all) : null);
  }

  private Stored stored(
      Actor actor,
      DivisionCode division,
      @Nullable Long revision,
      Atlas atlas,
      Map<Division, List<NewCell>> cells,
      List<NewCell> all) {
    List<String> communities =
        cells.keySet().stream().map(community -> community.code().value()).toList();
    long seen = Math.min(revision == null ? Long.MAX_VALUE : revision, atlas.revision());
    Stored stored =
        changes.change(
            Note.of(LandAct.GENERATE_CELLS, actor.userName(), division.value()),
            Stored::rows,
            () -> {
              List<String> newer = table.changedSince(communities, seen);
              if (!newer.isEmpty()) {
                throw Problem.conflict(
                        "Somebody changed these cells since you saw them; look again.",
                        Map.of("codes", newer.subList(0, Math.min(100, newer.size()))))
                    .asException();
              }
              Stored done = table.replace(communities, all, clock.today());
              if (done.rows() > 0) {
                outlines.redraw(done.walks());
              }
              return done;
            });
    grids.refresh();
    return stored;
  }

  private static DivisionCode checked(@Nullable String division, double size) {
    var violations = new Violations();
    violations.require(
        size >= LEAST && size <= MOST, "squareMetres", "must be 2,500 to 40,000 square metres");
    violations.require(
        division != null && division.matches("\\d{9}|\\d{12}"),
        "division",
        "must be a town (9 digits) or a community (12 digits)");
    violations.throwIfAny();
    return new DivisionCode(division == null ? "" : division);
  }

  private static RuntimeException tooMany(Cut.TooMany tooMany) {
    String most =
        String.join(
            ", ",
            tooMany.needed().entrySet().stream()
                .limit(5)
                .map(each ->
                    each.getKey().name().zh()
                        + " ("
                        + each.getKey().code()
                        + "): "
                        + each.getValue())
                .toList());
    return Problem.badRequest(
            "squareMetres",
            "a community has at most 999 cells; more would be needed in "
                + most
                + "; choose at least "
                + Math.round(tooMany.leastSquareMetres())
                + " m², or divide the community")
        .asException();
  }

  private static List<Community> communities(Map<Division, List<NewCell>> cells, Atlas atlas) {
    return cells.entrySet().stream()
        .map(each -> {
          Division community = each.getKey();
          return new Community(
              community.code(),
              community.name(),
              each.getValue().size(),
              each.getValue().stream().mapToDouble(NewCell::areaSquareMetres).sum(),
              atlas.listCells(community.code().value()).size());
        })
        .toList();
  }

  private static Membership membership(List<NewCell> cells, Atlas atlas, DivisionCode division) {
    Map<DutyGridCode, Integer> before = new TreeMap<>();
    atlas
        .listCells(division.value())
        .forEach(tract -> {
          DutyGridCode walk = tract.land().dutyGridCode();
          if (walk != null) {
            before.merge(walk, 1, Integer::sum);
          }
        });
    Map<DutyGridCode, Integer> after = new TreeMap<>();
    var divided = new ArrayList<Divided>();
    for (NewCell cell : cells) {
      DutyGridCode walk = cell.dutyGrid();
      if (walk != null) {
        after.merge(walk, 1, Integer::sum);
        if (cell.share() < WHOLE) {
          divided.add(new Divided(cell.code(), walk, Math.round(cell.share() * 1000) / 1000.0));
        }
      }
    }
    var walks = new TreeMap<DutyGridCode, Walk>();
    before.forEach((code, n) -> walks.put(code, new Walk(code, n, after.getOrDefault(code, 0))));
    after.forEach((code, n) -> walks.putIfAbsent(code, new Walk(code, 0, n)));
    int in = after.values().stream().mapToInt(Integer::intValue).sum();
    return new Membership(
        in,
        cells.size() - in,
        divided.size(),
        divided.subList(0, Math.min(TELL, divided.size())),
        List.copyOf(walks.values()));
  }

  private static Stats stats(List<NewCell> cells, double size) {
    double[] areas = cells.stream().mapToDouble(NewCell::areaSquareMetres).sorted().toArray();
    Map<Double, Integer> bins = new LinkedHashMap<>();
    for (double upTo : new double[] {0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 4}) {
      bins.put(upTo * size, 0);
    }
    for (double area : areas) {
      bins.keySet().stream()
          .filter(upTo -> area <= upTo + 0.5)
          .findFirst()
          .ifPresent(upTo -> bins.merge(upTo, 1, Integer::sum));
    }
    return areas.length == 0
        ? new Stats(0, 0, 0, List.of())
        : new Stats(
            areas[0],
            areas[areas.length / 2],
            areas[areas.length - 1],
            bins.entrySet().stream().map(bin -> new Size(bin.getKey(), bin.getValue())).toList());
  }

  private static Outline.Collection outlinesOf(List<NewCell> cells) {
    return Outline.Collection.of(
        cells.stream()
            .map(cell -> {
              Map<String, Object> properties = new LinkedHashMap<>();
              properties.put("code", cell.code());
              properties.put("areaSquareMetres", Math.round(cell.areaSquareMetres()));
              DutyGridCode walk = cell.dutyGrid();
              if (walk != null) {
                properties.put("grid", walk);
              }
              return Outline.Feature.of(cell.boundary(), properties);
            })
            .toList());
  }
}
