package org.citygrid.platform.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The list of units: everybody who signed in may read it, administrators add to it.
@RestController
class UnitController {
  private final UnitTable units;

  UnitController(UnitTable units) {
    this.units = units;
  }

  record UnitForm(
      @Nullable String code,
      @Nullable LocalText name,
      Unit.@Nullable Kind kind,
      @Nullable String divisionCode) {}

  @GetMapping("/api/units")
  Map<String, List<Unit>> list() {
    return Map.of("items", units.listUnits());
  }

  @PostMapping("/api/units")
  @ResponseStatus(HttpStatus.CREATED)
  Unit create(Actor actor, @RequestBody UnitForm form) {
    Violations wrong = new Violations();
    Unit unit = read(form, "", actor, wrong);
    wrong.throwIfAny();
    if (!units.insert(unit)) {
      throw Problem.conflict(
              "The unit code %s is taken.".formatted(unit.code()), Map.of("field", "code"))
          .asException();
    }
    return unit;
  }

  /// Creates many at once; those that exist are left as they are.
  @PostMapping("/api/units/import")
  UserController.Imported importAll(Actor actor, @RequestBody List<UnitForm> forms) {
    Violations wrong = new Violations();
    List<Unit> read = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      read.add(read(forms.get(i), "[" + i + "].", actor, wrong));
    }
    wrong.throwIfAny();
    int created = read.stream().mapToInt(unit -> units.insert(unit) ? 1 : 0).sum();
    return new UserController.Imported(created, forms.size() - created);
  }

  private static Unit read(UnitForm form, String path, Actor actor, Violations wrong) {
    String code = form.code() == null ? "" : form.code();
    LocalText name = form.name() == null ? new LocalText("", "") : form.name();
    String division = form.divisionCode() == null ? actor.divisionCode() : form.divisionCode();
    Unit.Kind kind = form.kind() == null ? Unit.Kind.DEPARTMENT : form.kind();
    wrong.require(
        code.matches("[A-Za-z0-9-]{1,32}"),
        path + "code",
        "must be 1 to 32 letters, digits or hyphens");
    wrong.require(name.zh() != null && !name.zh().isBlank(), path + "name.zh", "must not be empty");
    wrong.require(name.en() != null && !name.en().isBlank(), path + "name.en", "must not be empty");
    wrong.require(
        division.startsWith(actor.divisionCode()) && division.matches("\\d{6}(\\d{3}(\\d{3})?)?"),
        path + "divisionCode",
        "must be a division code within your own division " + actor.divisionCode());
    return new Unit(code, name, kind, division);
  }
}
