package org.citygrid.asset.handin;

import java.util.List;
import org.citygrid.asset.column.Reject;

/// What became of a file's rows.
///
/// @param rejected the first hundred reasons; all are in rejected.csv
record JobResult(
    long inserted,
    long updated,
    long unchanged,
    long disappeared,
    long rejectedCount,
    List<Reject> rejected,
    long outside,
    double seconds) {}
