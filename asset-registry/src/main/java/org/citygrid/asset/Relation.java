package org.citygrid.asset;

import java.time.LocalDate;
import org.citygrid.platform.identity.UnitName;
import org.jspecify.annotations.Nullable;

/// Which unit had which part in a component, and when.
///
/// @param role `competent` (主管), `owner` (权属) or `maintenance` (养护)
/// @param from first day, in the town's zone
/// @param to first day on which it no longer held; empty for the unit that holds it now
public record Relation(String role, UnitName unit, LocalDate from, @Nullable LocalDate to) {}
