package org.citygrid.asset.survey;

import java.util.List;
import org.citygrid.asset.column.Reject;
import org.jspecify.annotations.Nullable;

/// What became of a survey's rows.
///
/// @param disappeared cards that became lost because a complete survey no longer found them
/// @param rejected the first hundred reasons
/// @param rejectedCount rows refused, of which none is in the register
/// @param outside rows taken although they lie outside every cell
/// @param seconds from the first byte to the commit
/// @param survey the register's number of this import; none when nothing was stored
public record SurveyResult(
    long inserted,
    long updated,
    long unchanged,
    long disappeared,
    List<Reject> rejected,
    long rejectedCount,
    long outside,
    double seconds,
    @Nullable Long survey) {}
