package org.citygrid.dispatch.figure;

import java.util.Set;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;

/// What a move counts as. A line of [CountingRules] reads: this action, leading there, counts as
/// this measure, so often in a case, where this limit was kept, on that day, in cases of this
/// origin, for the places of the case and for these people.
///
/// @param to where it must lead; null for anywhere
record CountingRule(
    Action action,
    @Nullable State to,
    Measure measure,
    Times times,
    Kept kept,
    Day day,
    Origin origin,
    Set<Whom> whom) {

  /// How often in one case.
  enum Times {
    EACH,
    FIRST,
    /// Every time from the third on.
    THIRD
  }

  /// Which limit must have been kept: none, the stage's that ends here, or the one for handling
  /// when the result was last handed in.
  enum Kept {
    ANYHOW,
    STAGE,
    LIMIT
  }

  /// On which day it counts: of the act itself, or of what it is about.
  enum Day {
    THAT_DAY,
    DAY_OF_REPORT,
    DAY_OF_FILING,
    DAY_OF_DISPATCH
  }

  /// In which cases it counts.
  enum Origin {
    ALL_CASES,
    THE_PUBLICS,
    /// Opened by a collector's report.
    COLLECTORS
  }

  /// For whom it counts besides the places, the class and the source of the case.
  enum Whom {
    /// The department that holds or last held the case.
    HOLDER,
    /// The collector who reported it.
    REPORTER,
    /// The collector who reported it, else who verified it first.
    FINDER,
    /// The collector to whom the last task was sent.
    TASKED,
    /// The desk of whoever acted,
    DOER,
    /// of whoever filed the case,
    FILER,
    /// of whoever sent it to the department.
    SENDER
  }
}
