package org.citygrid.grid.history;

import java.util.List;
import java.util.Map;
import org.citygrid.grid.history.HistoryTable.Change;
import org.citygrid.grid.history.LandChanges.Note;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was done to the land, and taking it back.
@RestController
final class HistoryController {
  private static final int MOST = 500;

  private final HistoryTable history;
  private final UndoTable undo;
  private final LandChanges changes;
  private final FollowedGrids grids;

  HistoryController(
      HistoryTable history, UndoTable undo, LandChanges changes, FollowedGrids grids) {
    this.history = history;
    this.undo = undo;
    this.changes = changes;
    this.grids = grids;
  }

  record Listed(long revision, List<Change> items, @Nullable String next) {}

  record Undone(long revision, int rows) {}

  @GetMapping("/api/grids/changes")
  Listed list(
      Actor actor,
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String cursor) {
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest("limit", "must be 1 to " + MOST).asException();
    }
    String own = actor.divisionCode();
    String asked = division.startsWith(own) ? division : own;
    List<Change> found = history.list(asked, before(cursor), limit + 1);
    List<Change> page = found.subList(0, Math.min(limit, found.size()));
    return new Listed(
        grids.revision(),
        page,
        found.size() > limit ? Long.toString(page.getLast().revision()) : null);
  }

  @PostMapping("/api/grids/changes/{revision}/undo")
  Undone undo(Actor actor, @PathVariable long revision) {
    Change change = history.find(revision).orElseThrow(() -> Problem.notFound().asException());
    Scope.require(actor, change.division());
    if (change.act().name().startsWith("SURVEY_")) {
      throw Problem.conflict("A survey is corrected by a newer survey.", Map.of()).asException();
    }
    var note =
        new Note(LandAct.UNDO, actor.userName(), change.division(), change.subject(), revision);
    int rows =
        changes.change(
            note,
            Integer::intValue,
            () -> {
              if (history.find(revision).map(Change::undoneBy).orElse(null) != null) {
                throw Problem.conflict("This is undone already.", Map.of()).asException();
              }
              List<String> later = undo.touchedAgain(revision);
              if (!later.isEmpty()) {
                throw Problem.conflict(
                        "Something of this was changed again later; undo the later change first.",
                        Map.of("codes", later.stream().distinct().sorted().limit(100).toList()))
                    .asException();
              }
              return takenBack(revision);
            });
    grids.refresh();
    return new Undone(grids.revision(), rows);
  }

  private int takenBack(long revision) {
    try {
      int rows = undo.takeBack(revision);
      List<String> crowded = undo.crowded();
      if (!crowded.isEmpty()) {
        throw Problem.conflict(
                "Somebody else is on duty there now; end that first.",
                Map.of("codes", crowded.stream().distinct().sorted().toList()))
            .asException();
      }
      return rows;
    } catch (DuplicateKeyException taken) {
      throw Problem.conflict("Its number was given to another duty grid since.", Map.of())
          .asException();
    }
  }

  private static long before(String cursor) {
    try {
      return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
    } catch (NumberFormatException foreign) {
      throw Problem.badRequest("cursor", "is not one of ours").asException();
    }
  }
}
