package org.citygrid.intake.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A report on its way in, with what the server knows about it.
///
/// @param files that came along, good or bad
/// @param photoIds of good photos that came along or were sent ahead
public record Submission(
    UUID reportId,
    String receipt,
    String contentHash,
    ReportForm form,
    Origin origin,
    int files,
    List<String> photoIds,
    Instant receivedAt) {}
