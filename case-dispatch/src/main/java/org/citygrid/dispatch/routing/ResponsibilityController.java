package org.citygrid.dispatch.routing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.routing.Routing.Responsibility;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The responsibility matrix: which department answers for which class, where, and since when.
@RestController
class ResponsibilityController {
  private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

  private final ResponsibilityTable table;
  private final Units units;

  ResponsibilityController(ResponsibilityTable table, Units units) {
    this.table = table;
    this.units = units;
  }

  /// @param classPrefix 4 digits a minor class, 2 a major class, empty all classes
  /// @param divisionCode the division and all below it; by default the actor's own
  /// @param validFrom date in the town, by default always
  record Line(
      @Nullable String kind,
      @Nullable String classPrefix,
      @Nullable String divisionCode,
      @Nullable String unitCode,
      @Nullable String validFrom) {}

  record Imported(int lines) {}

  @GetMapping("/api/responsibilities")
  Map<String, List<Responsibility>> list(Actor actor) {
    return Map.of("items", table.list(actor.divisionCode()));
  }

  /// Takes lines in; a line of the same kind, classes, place and date replaces the older one.
  @PostMapping("/api/responsibilities/import")
  Imported take(Actor actor, @RequestBody List<Line> lines) {
    Violations wrong = new Violations();
    List<Responsibility> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      read.add(read(lines.get(i), "[" + i + "].", actor, wrong));
    }
    wrong.throwIfAny();
    table.put(read);
    return new Imported(read.size());
  }

  private Responsibility read(Line line, String path, Actor actor, Violations wrong) {
    String kind = line.kind() == null ? "" : line.kind();
    String classes = line.classPrefix() == null ? "" : line.classPrefix();
    String division = line.divisionCode() == null ? actor.divisionCode() : line.divisionCode();
    String unit = line.unitCode() == null ? "" : line.unitCode();
    wrong.require(kind.matches("component|event"), path + "kind", "must be component or event");
    wrong.require(
        classes.matches("\\d{0,4}"), path + "classPrefix", "must be up to four digits of a class");
    wrong.require(
        division.matches("\\d{6}(\\d{3}(\\d{3})?)?") && division.startsWith(actor.divisionCode()),
        path + "divisionCode",
        "must be a division code within your own division " + actor.divisionCode());
    wrong.require(units.findUnit(unit).isPresent(), path + "unitCode", "is not a known unit");
    return new Responsibility(kind, classes, division, unit, date(line, path, wrong));
  }

  private static LocalDate date(Line line, String path, Violations wrong) {
    String day = line.validFrom();
    try {
      return day == null ? ALWAYS : LocalDate.parse(day);
    } catch (DateTimeParseException garbled) {
      wrong.add(path + "validFrom", "must be a date such as 2026-11-23");
      return ALWAYS;
    }
  }
}
