package org.citygrid.dispatch.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.citygrid.dispatch.DispatchSettings;
import org.citygrid.dispatch.deadline.Deadlines;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Until when a stage may last. Stages are measured beside the handling limit: a stage that lasted
/// too long makes no case late, it counts for whoever had it.
@Component
final class Stages {
  private final Map<State, Duration> limits;
  private final boolean runsOn;
  private final Supplier<Deadlines> deadlines;

  Stages(StageSettings settings, DispatchSettings dispatch, Supplier<Deadlines> deadlines) {
    this.limits = new EnumMap<>(settings.limits());
    limits.put(State.VERIFYING, dispatch.fieldTask());
    limits.put(State.CHECKING, dispatch.fieldTask());
    this.runsOn = settings.runsOn();
    this.deadlines = deadlines;
  }

  /// @return null where the stage has no limit of its own
  @Nullable Instant due(State state, Instant since) {
    var limit = limits.get(state);
    if (limit == null) {
      return null;
    }
    return runsOn ? since.plus(limit) : deadlines.get().afterWork(since, limit);
  }
}
