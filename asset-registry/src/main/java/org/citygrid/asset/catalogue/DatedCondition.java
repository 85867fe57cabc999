package org.citygrid.asset.catalogue;

import java.time.LocalDate;
import org.citygrid.asset.Condition;
import org.jspecify.annotations.Nullable;

/// A condition with the days on which it holds.
///
/// @param validTo the first day on which it no longer holds; empty while it does
record DatedCondition(Condition condition, LocalDate validFrom, @Nullable LocalDate validTo) {
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }
}
