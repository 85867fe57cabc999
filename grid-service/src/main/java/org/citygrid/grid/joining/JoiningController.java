package org.citygrid.grid.joining;

import java.util.List;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.history.Scope;
import org.citygrid.grid.joining.Joining.Joined;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where administrators make duty grids.
@RestController
final class JoiningController {
  private static final int LONGEST_NAME = 100;

  private final Joining joining;

  JoiningController(Joining joining) {
    this.joining = joining;
  }

  /// @param revision as seen by the sender; without it the newest counts
  record NewGrid(
      @Nullable String townCode,
      @Nullable Integer number,
      @Nullable LocalText name,
      @Nullable List<String> cells,
      @Nullable Long revision) {}

  record Renaming(@Nullable Integer number, @Nullable LocalText name) {}

  record Moving(
      @Nullable List<String> join, @Nullable List<String> remove, @Nullable Long revision) {}

  record Merging(@Nullable List<String> with, @Nullable Long revision) {}

  record Retiring(@Nullable Long revision) {}

  @PostMapping("/api/grids")
  @ResponseStatus(HttpStatus.CREATED)
  Joined create(Actor actor, @RequestBody NewGrid form) {
    checkName(form.number(), form.name());
    DivisionCode town = town(form.townCode());
    Scope.require(actor, town);
    return joining.create(
        actor,
        town,
        form.number(),
        form.name(),
        cells(form.cells(), "cells"),
        seen(form.revision()));
  }

  @PatchMapping("/api/grids/{code}")
  Joined rename(Actor actor, @PathVariable String code, @RequestBody Renaming form) {
    checkName(form.number(), form.name());
    return joining.rename(actor, own(actor, code), form.number(), form.name());
  }

  @PostMapping("/api/grids/{code}/cells")
  Joined move(Actor actor, @PathVariable String code, @RequestBody Moving form) {
    return joining.move(
        actor,
        own(actor, code),
        cells(form.join(), "join"),
        cells(form.remove(), "remove"),
        seen(form.revision()));
  }

  @PostMapping("/api/grids/{code}/merge")
  Joined merge(Actor actor, @PathVariable String code, @RequestBody Merging form) {
    DutyGridCode into = own(actor, code);
    List<DutyGridCode> with =
        form.with() == null
            ? List.of()
            : form.with().stream().map(JoiningController::grid).toList();
    var violations = new Violations();
    violations.require(!with.isEmpty(), "with", "names no duty grid");
    violations.require(!with.contains(into), "with", "a duty grid cannot be merged with itself");
    violations.require(
        with.stream().allMatch(it -> it.town().equals(into.town())),
        "with",
        "must be of the same town");
    violations.throwIfAny();
    return joining.merge(actor, into, with, seen(form.revision()));
  }

  @PostMapping("/api/grids/{code}/retire")
  Joined retire(
      Actor actor,
      @PathVariable String code,
      @RequestBody(required = false) @Nullable Retiring form) {
    return joining.retire(actor, own(actor, code), seen(form == null ? null : form.revision()));
  }

  private static void checkName(@Nullable Integer number, @Nullable LocalText name) {
    var violations = new Violations();
    violations.require(
        number == null || (number >= 1 && number <= 9999), "number", "must be 1 to 9999");
    violations.require(name == null || good(name.zh()), "name.zh", "must have 1 to 100 characters");
    violations.require(name == null || good(name.en()), "name.en", "must have 1 to 100 characters");
    violations.throwIfAny();
  }

  private static boolean good(@Nullable String text) {
    return text != null && !text.isBlank() && text.length() <= LONGEST_NAME;
  }

  private static long seen(@Nullable Long revision) {
    return revision == null ? Long.MAX_VALUE : revision;
  }

  private static DivisionCode town(@Nullable String code) {
    try {
      return new DivisionCode(code == null ? "" : code);
    } catch (IllegalArgumentException malformed) {
      throw Problem.badRequest("townCode", String.valueOf(malformed.getMessage())).asException();
    }
  }

  private static DutyGridCode own(Actor actor, String text) {
    DutyGridCode code = grid(text);
    Scope.require(actor, code.town());
    return code;
  }

  private static DutyGridCode grid(String code) {
    try {
      return new DutyGridCode(code);
    } catch (IllegalArgumentException malformed) {
      throw Problem.notFound().asException();
    }
  }

  private static List<CellCode> cells(@Nullable List<String> codes, String field) {
    try {
      return codes == null ? List.of() : codes.stream().distinct().map(CellCode::new).toList();
    } catch (IllegalArgumentException malformed) {
      throw Problem.badRequest(field, String.valueOf(malformed.getMessage())).asException();
    }
  }
}
