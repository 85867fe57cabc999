package org.citygrid.grid.roster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.history.LandAct;
import org.citygrid.grid.history.LandChanges;
import org.citygrid.grid.history.LandChanges.Note;
import org.citygrid.grid.place.Duty;
import org.citygrid.grid.place.FollowedGrids;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Puts people on duty. At any time a grid has at most one regular collector and one stand-in.
final class Roster {
  private final RosterTable table;
  private final LandChanges changes;
  private final FollowedGrids grids;
  private final TownClock clock;

  Roster(RosterTable table, LandChanges changes, FollowedGrids grids, TownClock clock) {
    this.table = table;
    this.changes = changes;
    this.grids = grids;
    this.clock = clock;
  }

  List<Duty> list(DutyGridCode grid) {
    return table.list(grid);
  }

  /// Adds a duty. A regular collector until further notice takes over from the one before, whose
  /// duty had no end.
  long assign(Actor actor, DutyGridCode grid, JsonNode sent) {
    DutyForm form = DutyForm.read(sent, null, clock.zone(), clock.instant());
    long id =
        changes.change(
            note(LandAct.ASSIGN_DUTY, actor, grid),
            it -> 1,
            () -> {
              if (!table.hasGrid(grid)) {
                throw Problem.notFound().asException();
              }
              takeOver(grid, form);
              requireNoOverlap(grid, form, null);
              return table.add(grid, form);
            });
    grids.refresh();
    return id;
  }

  void change(Actor actor, DutyGridCode grid, long id, JsonNode sent) {
    changes.change(
        note(LandAct.CHANGE_DUTY, actor, grid),
        it -> 1,
        () -> {
          Duty present = required(grid, id);
          var before =
              new DutyForm(
                  present.userName(),
                  present.standIn(),
                  present.from(),
                  present.to(),
                  present.reason());
          DutyForm form = DutyForm.read(sent, before, clock.zone(), clock.instant());
          requireNoOverlap(grid, form, id);
          table.change(id, form);
          return id;
        });
    grids.refresh();
  }

  /// A duty that has begun ends now; one to come never will be.
  void end(Actor actor, DutyGridCode grid, long id) {
    Instant now = clock.instant();
    changes.change(
        note(LandAct.END_DUTY, actor, grid),
        it -> 1,
        () -> {
          Duty present = required(grid, id);
          Instant to = present.to();
          if (!present.from().isBefore(now)) {
            table.remove(id);
          } else if (to == null || to.isAfter(now)) {
            table.end(id, now);
          } else {
            throw Problem.conflict(
                    "This duty is over; what was cannot be taken away.", Map.of("to", to))
                .asException();
          }
          return id;
        });
    grids.refresh();
  }

  private void takeOver(DutyGridCode grid, DutyForm form) {
    if (form.standIn() || form.to() != null) {
      return;
    }
    for (Duty duty : table.list(grid)) {
      if (!duty.standIn() && duty.to() == null && duty.from().isBefore(form.from())) {
        table.end(duty.id(), form.from());
      }
    }
  }

  private void requireNoOverlap(DutyGridCode grid, DutyForm form, @Nullable Long butId) {
    List<Duty> others =
        table.list(grid).stream()
            .filter(duty -> duty.standIn() == form.standIn())
            .filter(duty -> butId == null || duty.id() != butId)
            .filter(duty -> form.overlaps(duty.from(), duty.to()))
            .toList();
    if (!others.isEmpty()) {
      throw Problem.conflict(
              form.standIn()
                  ? "Somebody else stands in then; end that first, or choose other days."
                  : "Another collector walks this grid then; end that duty first, or enter a"
                      + " stand-in.",
              Map.of("overlaps", others.stream().map(Duty::id).toList()))
          .asException();
    }
  }

  private Duty required(DutyGridCode grid, long id) {
    return table.find(grid, id).orElseThrow(() -> Problem.notFound().asException());
  }

  private static Note note(LandAct act, Actor actor, DutyGridCode grid) {
    return Note.of(act, actor.userName(), grid.town().value()).about(grid);
  }
}
