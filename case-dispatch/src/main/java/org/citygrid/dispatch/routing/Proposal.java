package org.citygrid.dispatch.routing;

import org.jspecify.annotations.Nullable;

/// The department that should handle a case, and why. [Reasons] puts the why into words.
///
/// @param line the line of the responsibility matrix it was read from, as [Reasons] tells it; null
///   where no line was asked
public record Proposal(String unitCode, Why why, @Nullable String line) {

  public enum Why {
    MAINTENANCE,
    OWNER,
    RESPONSIBILITY,
    GOVERNMENT
  }
}
