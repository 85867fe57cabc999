package org.citygrid.dispatch.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.asset.Register;
import org.citygrid.dispatch.routing.ResponsibilityForm.Line;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The responsibility matrix: which department answers for which class, where, and since when.
@RestController
class ResponsibilityController {
  private static final String[] COLUMNS = {
    "kind", "classPrefix", "divisionCode", "dutyGridCode", "unitCode", "validFrom"
  };

  private final ResponsibilityTable table;
  private final ResponsibilityForm form;
  private final Routing routing;
  private final Reasons reasons;
  private final Units units;
  private final Register register;
  private final Grids grids;
  private final TownClock clock;

  ResponsibilityController(
      ResponsibilityTable table,
      ResponsibilityForm form,
      Routing routing,
      Reasons reasons,
      Units units,
      Register register,
      Grids grids,
      TownClock clock) {
    this.table = table;
    this.form = form;
    this.routing = routing;
    this.reasons = reasons;
    this.units = units;
    this.register = register;
    this.grids = grids;
    this.clock = clock;
  }

  /// @param classPrefix lines of this class or its major class, or below
  /// @param at a date: only the lines that hold then, without their predecessors
  @GetMapping("/api/responsibilities")
  Map<String, List<Responsibility>> list(
      Actor actor,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(name = "class", defaultValue = "") String classPrefix,
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "") String grid,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(required = false) @Nullable LocalDate at) {
    var found =
        table.list(actor.divisionCode()).stream()
            .filter(line -> kind.isEmpty() || line.kind().equals(kind))
            .filter(line -> line.classPrefix().startsWith(classPrefix))
            .filter(line -> line.divisionCode().startsWith(division))
            .filter(line -> grid.isEmpty() || line.dutyGridCode().equals(grid))
            .filter(line -> unit.isEmpty() || line.unitCode().equals(unit))
            .toList();
    return Map.of("items", at == null ? found : inForce(found, at));
  }

  /// Of the lines that differ in their date alone, the last one that has begun.
  private static List<Responsibility> inForce(List<Responsibility> lines, LocalDate at) {
    var last = new LinkedHashMap<List<String>, Responsibility>();
    lines.stream()
        .filter(line -> !line.validFrom().isAfter(at))
        .forEach(line ->
            last.put(
                List.of(line.kind(), line.classPrefix(), line.divisionCode(), line.dutyGridCode()),
                line));
    return List.copyOf(last.values());
  }

  @PutMapping("/api/responsibilities")
  Responsibility put(Actor actor, @RequestBody Line line) {
    var wrong = new Violations();
    var read = form.read(line, "", actor, wrong);
    wrong.throwIfAny();
    table.put(List.of(read), actor.userName(), clock.instant());
    return read;
  }

  @DeleteMapping("/api/responsibilities")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      Actor actor,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String classPrefix,
      @RequestParam String divisionCode,
      @RequestParam(defaultValue = "") String dutyGridCode,
      @RequestParam LocalDate validFrom) {
    var mine = divisionCode.startsWith(actor.divisionCode());
    if (!mine || !table.remove(kind, classPrefix, divisionCode, dutyGridCode, validFrom)) {
      throw Problem.notFound().asException();
    }
  }

  record Imported(int lines) {}

  /// Takes lines in, all or none.
  @PostMapping(value = "/api/responsibilities/import", consumes = "application/json")
  Imported take(Actor actor, @RequestBody List<Line> lines) {
    var wrong = new Violations();
    var read = new ArrayList<Responsibility>();
    for (int i = 0; i < lines.size(); i++) {
      read.add(form.read(lines.get(i), "[" + i + "].", actor, wrong));
    }
    wrong.throwIfAny();
    table.put(read, actor.userName(), clock.instant());
    return new Imported(read.size());
  }

  /// The same as a table with the columns of the export; wrong fields are named by their line in
  /// the file.
  @PostMapping(value = "/api/responsibilities/import", consumes = "text/csv")
  Imported takeTable(Actor actor, @RequestBody byte[] sent) {
    var text = new String(sent, UTF_8).replaceFirst("^\uFEFF", "");
    var wrong = new Violations();
    var read = new ArrayList<Responsibility>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (var row : csv) {
        read.add(form.read(line(row), "line " + row.getStartingLineNumber() + ": ", actor, wrong));
      }
    } catch (IOException | RuntimeException unreadable) {
      throw Problem.badRequest("body", "is no table with the columns " + String.join(", ", COLUMNS))
          .asException();
    }
    wrong.throwIfAny();
    table.put(read, actor.userName(), clock.instant());
    return new Imported(read.size());
  }

  private static Line line(NamedCsvRecord row) {
    return new Line(
        row.findField("kind").orElse(null),
        row.findField("classPrefix").orElse(null),
        row.findField("divisionCode").orElse(null),
        row.findField("dutyGridCode").orElse(null),
        row.findField("unitCode").orElse(null),
        row.findField("validFrom").orElse(null));
  }

  @GetMapping("/api/responsibilities/export")
  ResponseEntity<String> export(Actor actor) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(COLUMNS);
      for (var line : table.list(actor.divisionCode())) {
        csv.writeRecord(
            line.kind(),
            line.classPrefix(),
            line.divisionCode(),
            line.dutyGridCode(),
            line.unitCode(),
            line.validFrom().toString());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory cannot be written", impossible);
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"responsibilities.csv\"")
        .body("\uFEFF" + text);
  }

  /// Who would be proposed, and why.
  ///
  /// @param unit null when nothing says who it should be
  /// @param lines every line that speaks of this class here; the first one decides, unless the
  ///   component itself does
  record Answer(
      @Nullable UnitName unit,
      Proposal.@Nullable Why why,
      @Nullable LocalText reason,
      String divisionCode,
      @Nullable String dutyGridCode,
      List<Responsibility> lines) {}

  /// @param lon with `lat` a place; else `grid` or `division` says where
  /// @param component code of a registered component
  @GetMapping("/api/responsibilities/proposal")
  Answer propose(
      Actor actor,
      @RequestParam String kind,
      @RequestParam(name = "class") String classCode,
      @RequestParam(required = false) @Nullable Double lon,
      @RequestParam(required = false) @Nullable Double lat,
      @RequestParam(required = false) @Nullable String grid,
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable String component,
      @RequestParam(required = false) @Nullable LocalDate at) {
    var wrong = new Violations();
    form.checkClass(kind, classCode, "", wrong);
    wrong.require(
        grid == null || grid.matches("\\d{9}G\\d{2,4}"), "grid", "must be a duty grid's code");
    wrong.throwIfAny();
    var place = lon == null || lat == null ? null : grids.locate(lon, lat);
    var dutyGrid =
        place == null ? grid : place.dutyGrid() == null ? null : place.dutyGrid().value();
    var where = division(actor, place, dutyGrid, division);
    var known = component == null ? null : register.findAll(List.of(component)).get(component);
    var day = requireNonNullElse(at, clock.today());
    var matrix = routing.matrix();
    var proposal = matrix.propose(kind, classCode, where, dutyGrid, day, known).orElse(null);
    return new Answer(
        proposal == null ? null : units.nameOf(proposal.unitCode()),
        proposal == null ? null : proposal.why(),
        proposal == null ? null : reasons.of(proposal.why(), proposal.line()),
        where,
        dutyGrid,
        matrix.covering(kind, classCode, where, dutyGrid, day));
  }

  private static String division(
      Actor actor,
      @Nullable Placement place,
      @Nullable String dutyGrid,
      @Nullable String division) {
    if (place != null && place.division() != null) {
      return place.division().value();
    }
    if (division != null && !division.isBlank()) {
      return division;
    }
    return dutyGrid == null ? actor.divisionCode() : new DutyGridCode(dutyGrid).town().value();
  }
}
