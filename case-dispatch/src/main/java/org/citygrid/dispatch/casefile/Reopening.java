package org.citygrid.dispatch.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.setting.TownClock;
import org.springframework.stereotype.Component;

/// Opens the linked case of a reopened one. The first case keeps its figures; the new one begins
/// where the shift leader files, with a report of its own that nobody sent.
@Component
final class Reopening {
  private final CaseNumbers numbers;
  private final TownClock clock;
  private final Bookkeeper bookkeeper;
  private final Stages stages;

  Reopening(CaseNumbers numbers, TownClock clock, Bookkeeper bookkeeper, Stages stages) {
    this.numbers = numbers;
    this.clock = clock;
    this.bookkeeper = bookkeeper;
    this.stages = stages;
  }

  void open(CaseFile first, Act act, Journal journal) {
    var number = numbers.next(first.origin().townCode(), clock.dateOf(act.at()), 1).getFirst();
    var file = new CaseFile(again(first.origin(), number, act), new Standing());
    journal.touch(file);
    var standing = file.standing();
    standing.version = 1;
    standing.state = State.TO_FILE;
    standing.movedAt = act.at();
    standing.stageDueAt = stages.due(State.TO_FILE, act.at());
    standing.conditionId = first.standing().conditionId;
    bookkeeper.enterReopened(file, act, journal);
  }

  private static Origin again(Origin o, String number, Act act) {
    return new Origin(
        Ids.next(act.at()),
        number,
        o.townCode(),
        UUID.nameUUIDFromBytes((o.id() + "/" + number).getBytes(UTF_8)),
        o.receipt(),
        o.kind(),
        o.classCode(),
        o.componentCode(),
        o.description(),
        o.lon(),
        o.lat(),
        o.divisionCode(),
        o.cellCode(),
        o.dutyGridCode(),
        o.source(),
        o.channel(),
        o.reporter(),
        o.wantsReply(),
        List.copyOf(o.photoIds()),
        o.observedAt(),
        act.at(),
        o.proposedUnit(),
        o.proposedWhy(),
        o.proposedLine(),
        null,
        o.id());
  }
}
