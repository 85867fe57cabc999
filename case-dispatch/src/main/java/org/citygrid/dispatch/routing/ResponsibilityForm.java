package org.citygrid.dispatch.routing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Kind;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Unit;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads lines of the matrix as people send them, and names what is unknown in them.
@Component
final class ResponsibilityForm {
  private final Units units;
  private final Catalogue catalogue;
  private final Grids grids;

  ResponsibilityForm(Units units, Catalogue catalogue, Grids grids) {
    this.units = units;
    this.catalogue = catalogue;
    this.grids = grids;
  }

  /// @param classPrefix 4 digits a minor class, 2 a major class, empty all classes
  /// @param divisionCode the division and all below it; by default the duty grid's town, else the
  ///   actor's own
  /// @param dutyGridCode only this duty grid
  /// @param validFrom date in the town, by default always
  record Line(
      @Nullable String kind,
      @Nullable String classPrefix,
      @Nullable String divisionCode,
      @Nullable String dutyGridCode,
      @Nullable String unitCode,
      @Nullable String validFrom) {}

  /// @param path what the names of wrong fields begin with
  Responsibility read(Line line, String path, Actor actor, Violations wrong) {
    String kind = text(line.kind());
    String classes = text(line.classPrefix());
    String grid = text(line.dutyGridCode());
    String division = division(line, grid, actor);
    String unit = text(line.unitCode());
    checkClass(kind, classes, path, wrong);
    wrong.require(
        isKnownDivision(division, actor),
        path + "divisionCode",
        "is not a known division within your own " + actor.divisionCode());
    wrong.require(
        grid.isEmpty() || isKnownGrid(grid, division),
        path + "dutyGridCode",
        "is not a known duty grid of " + division);
    wrong.require(
        units.findUnit(unit).map(Unit::code).isPresent(), path + "unitCode", "is not a known unit");
    return new Responsibility(
        kind, classes, division, grid, unit, date(line.validFrom(), path, wrong), null, null);
  }

  void checkClass(String kind, String classes, String path, Violations wrong) {
    if (!kind.matches("component|event")) {
      wrong.add(path + "kind", "must be component or event");
      return;
    }
    var known =
        classes.isEmpty()
            || catalogue.listClasses().stream()
                .anyMatch(c -> c.kind() == Kind.of(kind) && c.code().startsWith(classes));
    wrong.require(
        known && classes.matches("|\\d{2}|\\d{4}"),
        path + "classPrefix",
        "must be empty, or a major (2 digits) or minor class (4 digits) of the catalogue");
  }

  private static String division(Line line, String grid, Actor actor) {
    if (line.divisionCode() != null && !line.divisionCode().isBlank()) {
      return line.divisionCode().strip();
    }
    return grid.matches("\\d{9}G\\d{2,4}")
        ? new DutyGridCode(grid).town().value()
        : actor.divisionCode();
  }

  /// Before the land is surveyed, a code is taken by its form.
  boolean isKnownDivision(String code, Actor actor) {
    return code.startsWith(actor.divisionCode())
        && code.matches("\\d{6}|\\d{9}|\\d{12}")
        && (code.equals(actor.divisionCode())
            || grids.findDivision(new DivisionCode(code)).isPresent()
            || grids.listDivisions("").isEmpty());
  }

  private boolean isKnownGrid(String code, String division) {
    return code.matches("\\d{9}G\\d{2,4}")
        && code.startsWith(division)
        && grids.findDutyGrid(new DutyGridCode(code)).map(DutyGrid::code).isPresent();
  }

  static LocalDate date(@Nullable String day, String path, Violations wrong) {
    try {
      return day == null || day.isBlank() ? Responsibility.ALWAYS : LocalDate.parse(day.strip());
    } catch (DateTimeParseException garbled) {
      wrong.add(path + "validFrom", "must be a date such as 2026-11-23");
      return Responsibility.ALWAYS;
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
