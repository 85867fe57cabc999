package org.citygrid.dispatch.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody sends to act upon a case.
///
/// @param version the version they saw; when the case has moved since, nothing is done
/// @param until an instant, or a day in the town that counts whole
/// @param notDuplicateOf number of the case it is suspected to repeat, when it does not
/// @param staff user name of the department's worker it is given to
/// @param outcome of a check or verification; the action already says it, so it may be left out
record ActForm(
    @Nullable String action,
    @Nullable Integer version,
    @Nullable String opinion,
    @Nullable String unitCode,
    @Nullable String conditionId,
    @Nullable List<String> photoIds,
    @Nullable String until,
    @Nullable String masterNumber,
    @Nullable String notDuplicateOf,
    @Nullable String collector,
    @Nullable String staff,
    @Nullable String outcome) {}
