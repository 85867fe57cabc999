package org.citygrid.asset.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.ClassCode;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.Kind;
import org.citygrid.asset.ThingClass;
import org.citygrid.geofile.Column;
import org.citygrid.geofile.GeoFileFormat;
import org.citygrid.geofile.GeoFiles;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.citygrid.platform.identity.Unit;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The census over HTTP: figures, files, and what may stand there twice.
@RestController
@OnRole("registry")
final class CensusController {
  private static final double WIDEST_METRES = 50;
  private static final int MOST_PAIRS = 1_000;
  private static final MediaType SHEET =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Census census;
  private final CensusTable table;
  private final Catalogue catalogue;
  private final Units units;
  private final Grids grids;

  CensusController(
      Census census, CensusTable table, Catalogue catalogue, Units units, Grids grids) {
    this.census = census;
    this.table = table;
    this.catalogue = catalogue;
    this.units = units;
    this.grids = grids;
  }

  /// @param by `class`, `grid`, `division`, `owner` or `state`
  @GetMapping("/api/census")
  CensusBoard board(
      @RequestParam(defaultValue = "class") String by,
      @RequestParam(name = "class", required = false) @Nullable String classCode,
      @RequestParam(required = false) @Nullable String grid,
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String state) {
    Selection selection = new Selection(classCode, grid, division, owner, state);
    By told = checked(by, selection);
    Taken taken = census.last();
    List<Tally> tallies = table.list(told, selection, unitCodes());
    Areas areas = Areas.of(table.listCells(), grids);
    List<CensusBoard.Line> lines = new ArrayList<>();
    for (Tally tally : tallies) {
      lines.add(
          CensusBoard.Line.of(tally, nameOf(told, tally.key()), areas.of(told, tally, selection)));
    }
    lines.sort(Comparator.comparingLong(CensusBoard.Line::count).reversed());
    return new CensusBoard(
        told.word(),
        taken.at(),
        census.isCurrent(taken),
        taken.took().toMillis(),
        CensusBoard.Line.of(CensusBoard.sum(tallies), null, areas.selected(selection)),
        lines);
  }

  /// Counts everything again, now.
  @PostMapping("/api/census")
  CensusBoard take() {
    census.take();
    return board("class", null, null, null, null, null);
  }

  @GetMapping("/api/census/file")
  ResponseEntity<StreamingResponseBody> file(
      @RequestParam(defaultValue = "class") String by,
      @RequestParam(name = "class", required = false) @Nullable String classCode,
      @RequestParam(required = false) @Nullable String grid,
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "csv") String f) {
    var wrong = new Violations();
    wrong.require(f.equals("csv") || f.equals("xlsx"), "f", "must be csv or xlsx");
    wrong.throwIfAny();
    CensusBoard board = board(by, classCode, grid, division, owner, state);
    return ResponseEntity.ok()
        .contentType(f.equals("csv") ? CSV : SHEET)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"census-by-%s.%s\"".formatted(board.by(), f))
        .body(out -> {
          GeoFileFormat format = f.equals("csv") ? GeoFileFormat.CSV : GeoFileFormat.XLSX;
          try (var writer = GeoFiles.table(format, out, "census", COLUMNS)) {
            for (CensusBoard.Line line : board.items()) {
              writer.write(null, cells(line));
            }
          }
        });
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("key", Column.Type.TEXT),
          new Column("nameZh", Column.Type.TEXT),
          new Column("nameEn", Column.Type.TEXT),
          new Column("count", Column.Type.INTEGER),
          new Column("squareKilometres", Column.Type.DECIMAL),
          new Column("perSquareKilometre", Column.Type.DECIMAL),
          new Column("missingOwner", Column.Type.INTEGER),
          new Column("missingMaintainer", Column.Type.INTEGER),
          new Column("missingSpec", Column.Type.INTEGER),
          new Column("missingDimensions", Column.Type.INTEGER),
          new Column("missingPhoto", Column.Type.INTEGER),
          new Column("missingAddress", Column.Type.INTEGER));

  private static @Nullable Object[] cells(CensusBoard.Line line) {
    LocalText name = line.name();
    return new @Nullable Object[] {
      line.key(),
      name == null ? null : name.zh(),
      name == null ? null : name.en(),
      line.count(),
      line.squareKilometres(),
      line.perSquareKilometre(),
      line.missingOwner(),
      line.missingMaintainer(),
      line.missingSpec(),
      line.missingDimensions(),
      line.missingPhoto(),
      line.missingAddress()
    };
  }

  record Duplicates(double metres, boolean more, List<CensusTable.Pair> items) {}

  /// Pairs of one class that stand suspiciously near to each other, the nearest first.
  ///
  /// @param metres 1 where nothing is said
  @GetMapping("/api/census/duplicates")
  Duplicates duplicates(
      @RequestParam(name = "class", required = false) @Nullable String classCode,
      @RequestParam(required = false) @Nullable String grid,
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(defaultValue = "1") double metres,
      @RequestParam(defaultValue = "200") int limit) {
    Selection selection = new Selection(classCode, grid, division, owner, null);
    checked("class", selection);
    var wrong = new Violations();
    wrong.require(
        classCode != null || grid != null || division != null,
        "class",
        "name a class, a duty grid or a division: the whole register is too much for one question");
    wrong.require(
        metres >= 0.1 && metres <= WIDEST_METRES, "metres", "must be within 0.1 and 50 metres");
    wrong.require(limit >= 1 && limit <= MOST_PAIRS, "limit", "must be 1 to 1000");
    wrong.throwIfAny();
    List<CensusTable.Pair> found = table.listDuplicates(selection, metres, limit + 1);
    boolean more = found.size() > limit;
    return new Duplicates(metres, more, more ? found.subList(0, limit) : found);
  }

  private static By checked(String by, Selection selection) {
    var wrong = new Violations();
    wrong.require(By.find(by).isPresent(), "by", "must be class, grid, division, owner or state");
    wrong.require(
        selection.classCode() == null || ClassCode.isClassCode(selection.classCode()),
        "class",
        "must be four digits");
    wrong.require(
        selection.division() == null || selection.division().matches("\\d{6,12}"),
        "division",
        "must be 6 to 12 digits");
    wrong.throwIfAny();
    return By.find(by).orElseThrow();
  }

  private Set<String> unitCodes() {
    return units.listUnits().stream().map(Unit::code).collect(Collectors.toUnmodifiableSet());
  }

  private @Nullable LocalText nameOf(By by, @Nullable String key) {
    if (key == null) {
      return null;
    }
    return switch (by) {
      case CLASS -> catalogue.findClass(Kind.COMPONENT, key).map(ThingClass::name).orElse(null);
      case GRID -> grids.findDutyGrid(new DutyGridCode(key)).map(DutyGrid::name).orElse(null);
      case DIVISION -> grids.findDivision(new DivisionCode(key)).map(Division::name).orElse(null);
      case OWNER -> units.findUnit(key).map(Unit::name).orElse(null);
      case STATE -> wordOf(ComponentState.of(key));
    };
  }

  private static LocalText wordOf(ComponentState state) {
    return switch (state) {
      case INTACT -> new LocalText("完好", "intact");
      case DAMAGED -> new LocalText("破损", "damaged");
      case LOST -> new LocalText("丢失", "lost");
      case ABANDONED -> new LocalText("废弃", "abandoned");
      case MOVED_AWAY -> new LocalText("移除", "moved away");
    };
  }
}
