package org.citygrid.asset.survey;

import java.util.List;

/// What became of a survey's rows.
///
/// @param rejected the first hundred reasons
/// @param rejectedCount rows refused, of which none is in the register
/// @param seconds from the first byte to the commit
record SurveyResult(
    long inserted,
    long updated,
    long unchanged,
    List<Reject> rejected,
    long rejectedCount,
    double seconds) {}
