package org.citygrid.grid.joining;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.history.LandAct;
import org.citygrid.grid.history.LandChanges;
import org.citygrid.grid.history.LandChanges.Note;
import org.citygrid.grid.joining.DutyGridTable.CellRow;
import org.citygrid.grid.joining.DutyGridTable.GridRow;
import org.citygrid.grid.joining.DutyGridTable.Standing;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.ProblemException;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// Every way to make one duty grid out of others. Each is one change; none touches a cell or duty
/// grid that changed after the revision its sender saw.
final class Joining {
  private final DutyGridTable table;
  private final GridOutlines outlines;
  private final LandChanges changes;
  private final FollowedGrids grids;
  private final TownClock clock;

  Joining(
      DutyGridTable table,
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

  /// What came of it.
  ///
  /// @param moved cells that changed their duty grid
  /// @param grids the duty grids that are other than before, as they are now
  record Joined(long revision, int moved, List<Standing> grids) {}

  private record Done(int moved, int rows, Collection<String> touched) {}

  Joined create(
      Actor actor,
      DivisionCode town,
      @Nullable Integer number,
      @Nullable LocalText name,
      List<CellCode> cells,
      long seen) {
    requireTown(town);
    requireOneTown(town, cells);
    return changed(
        new Note(LandAct.CREATE_GRID, actor.userName(), town.value(), null, null),
        () -> {
          int next = table.nextNumber(town.value());
          int wanted = number == null ? next : number;
          requireFree(town, wanted, "");
          DutyGridCode code = DutyGridCode.of(town, wanted);
          if (table.everWas(code)) {
            code = DutyGridCode.of(town, next);
          }
          table.create(code, wanted, name == null ? named(wanted) : name, clock.today());
          Set<String> touched = givers(cells, seen);
          int moved = table.give(texts(cells), code.value());
          touched.add(code.value());
          return new Done(moved, 1 + moved, touched);
        });
  }

  Joined rename(
      Actor actor, DutyGridCode code, @Nullable Integer number, @Nullable LocalText name) {
    return changed(
        Note.of(LandAct.RENAME_GRID, actor.userName(), code.town().value()).about(code),
        () -> {
          GridRow grid = required(code);
          int wanted = number == null ? grid.number() : number;
          requireFree(code.town(), wanted, code.value());
          int rows = table.rename(code, wanted, name == null ? grid.name() : name);
          return new Done(0, rows, rows == 0 ? List.of() : List.of(code.value()));
        });
  }

  Joined move(
      Actor actor, DutyGridCode code, List<CellCode> join, List<CellCode> remove, long seen) {
    requireOneTown(code.town(), join);
    return changed(
        Note.of(LandAct.MOVE_CELLS, actor.userName(), code.town().value()).about(code),
        () -> {
          required(code);
          Set<String> touched = givers(join, seen);
          requireMembers(code, remove, seen);
          touched.add(code.value());
          int moved = table.give(texts(join), code.value()) + table.give(texts(remove), null);
          return new Done(moved, moved, touched);
        });
  }

  Joined merge(Actor actor, DutyGridCode code, List<DutyGridCode> with, long seen) {
    return changed(
        Note.of(LandAct.MERGE_GRIDS, actor.userName(), code.town().value()).about(code),
        () -> {
          required(code);
          for (DutyGridCode other : with) {
            requireUntouched(List.of(required(other)), seen);
          }
          List<String> gone = with.stream().map(DutyGridCode::value).toList();
          List<CellRow> cells = table.cellsOf(gone);
          requireUnmoved(cells, seen);
          int moved = table.give(cells.stream().map(CellRow::code).toList(), code.value());
          int retired = table.retire(gone, clock.instant());
          return new Done(moved, moved + retired, List.of(code.value()));
        });
  }

  Joined retire(Actor actor, DutyGridCode code, long seen) {
    return changed(
        Note.of(LandAct.RETIRE_GRID, actor.userName(), code.town().value()).about(code),
        () -> {
          requireUntouched(List.of(required(code)), seen);
          List<CellRow> cells = table.cellsOf(List.of(code.value()));
          requireUnmoved(cells, seen);
          int moved = table.give(cells.stream().map(CellRow::code).toList(), null);
          int retired = table.retire(List.of(code.value()), clock.instant());
          return new Done(moved, moved + retired, List.of());
        });
  }

  private Joined changed(Note note, java.util.function.Supplier<Done> work) {
    record Result(Done done, List<Standing> standings) {}
    Result result =
        changes.change(
            note,
            it -> it.done().rows(),
            () -> {
              Done done = work.get();
              if (done.moved() > 0) {
                outlines.redraw(done.touched());
              }
              return new Result(done, table.standings(done.touched()));
            });
    grids.refresh();
    return new Joined(grids.revision(), result.done().moved(), result.standings());
  }

  /// The duty grids that lose these cells.
  private Set<String> givers(List<CellCode> cells, long seen) {
    List<CellRow> rows = table.cells(texts(cells));
    requireKnown(cells, rows);
    requireUnmoved(rows, seen);
    return rows.stream()
        .map(CellRow::dutyGridCode)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void requireMembers(DutyGridCode code, List<CellCode> cells, long seen) {
    List<CellRow> rows = table.cells(texts(cells));
    requireKnown(cells, rows);
    requireUnmoved(rows, seen);
    for (CellRow row : rows) {
      if (!code.value().equals(row.dutyGridCode())) {
        throw Problem.badRequest("remove", row.code() + " does not belong to " + code)
            .asException();
      }
    }
  }

  private static void requireKnown(List<CellCode> cells, List<CellRow> rows) {
    Set<String> unknown = new LinkedHashSet<>(texts(cells));
    rows.forEach(row -> unknown.remove(row.code()));
    if (!unknown.isEmpty()) {
      throw Problem.badRequest("cells", "there is no cell " + String.join(", ", unknown))
          .asException();
    }
  }

  private void requireTown(DivisionCode town) {
    if (town.level() != DivisionCode.Level.TOWN || grids.findDivision(town).isEmpty()) {
      throw Problem.badRequest("townCode", "is not a known town").asException();
    }
  }

  private static void requireOneTown(DivisionCode town, List<CellCode> cells) {
    for (CellCode cell : cells) {
      if (!town.contains(cell.community())) {
        throw Problem.badRequest("cells", cell + " lies in another town than " + town)
            .asException();
      }
    }
  }

  private void requireFree(DivisionCode town, int number, String butBy) {
    if (table.isTaken(town.value(), number, butBy)) {
      throw Problem.conflict(
              "Another duty grid of this town has the number " + number + ".",
              Map.of("field", "number"))
          .asException();
    }
  }

  private GridRow required(DutyGridCode code) {
    return table.find(code).orElseThrow(() -> Problem.notFound().asException());
  }

  private static void requireUnmoved(List<CellRow> cells, long seen) {
    List<String> newer =
        cells.stream().filter(cell -> cell.revision() > seen).map(CellRow::code).toList();
    if (!newer.isEmpty()) {
      throw overtaken(newer);
    }
  }

  private static void requireUntouched(List<GridRow> rows, long seen) {
    List<String> newer =
        rows.stream().filter(row -> row.revision() > seen).map(GridRow::code).toList();
    if (!newer.isEmpty()) {
      throw overtaken(newer);
    }
  }

  private static ProblemException overtaken(List<String> codes) {
    return Problem.conflict(
            "Somebody changed this land since you saw it; read it again.",
            Map.of("codes", codes.stream().sorted().limit(100).toList()))
        .asException();
  }

  private static LocalText named(int number) {
    return new LocalText("责任网格%02d".formatted(number), "Duty grid %02d".formatted(number));
  }

  private static List<String> texts(List<CellCode> cells) {
    return cells.stream().map(CellCode::value).toList();
  }
}
