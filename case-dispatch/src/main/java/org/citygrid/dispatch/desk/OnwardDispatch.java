package org.citygrid.dispatch.desk;

import org.citygrid.dispatch.casefile.Act;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.Clerk;
import org.citygrid.dispatch.casefile.Journal;
import org.citygrid.dispatch.routing.AutoDispatch;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.springframework.stereotype.Component;

/// Sends a case that was just filed on to the proposed department, where the town has switched that
/// on for its class. A case without a proposal, or one that a department has returned, waits for
/// the dispatcher.
@Component
final class OnwardDispatch {
  private static final String WORDS = "自动派遣 · dispatched by itself";

  private final AutoDispatch switches;
  private final Clerk clerk;

  OnwardDispatch(AutoDispatch switches, Clerk clerk) {
    this.switches = switches;
    this.clerk = clerk;
  }

  /// Adds the dispatch to the journal of the filing: both are stored, or neither.
  void follow(CaseFile file, Act filing, Journal journal) {
    var origin = file.origin();
    var unit = origin.proposedUnit();
    if (filing.action() == Action.FILE
        && unit != null
        && switches.isOn(origin.kind(), origin.classCode(), origin.divisionCode())) {
      clerk.take(
          file, Act.plain(Action.DISPATCH, Doer.SYSTEM, filing.at()).to(unit, WORDS), journal);
    }
  }
}
