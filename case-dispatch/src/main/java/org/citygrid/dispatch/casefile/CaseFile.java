package org.citygrid.dispatch.casefile;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;

/// A case in hand: what it came in with, and where it stands.
public record CaseFile(Origin origin, Standing standing) {

  public UUID id() {
    return origin.id();
  }

  public State state() {
    return standing.state;
  }

  /// The case it looks like, as long as nobody has said that it is another matter.
  public @Nullable UUID suspectedId() {
    return standing.suspicionDenied ? null : origin.suspectedId();
  }

  /// `green`, `yellow` or `red` while the clock runs, `suspended`, else `none`.
  public String light(Instant now) {
    if (standing.state == State.SUSPENDED) {
      return "suspended";
    }
    var clock = standing.clock();
    return clock == null || !clock.isRunning()
        ? "none"
        : clock.light(now).name().toLowerCase(Locale.ROOT);
  }
}
