package org.citygrid.dispatch.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;

/// One line of a case's history. The names are the columns of `case_move`.
///
/// @param secondsUsed since the move before
/// @param late only where on time or late was fixed
/// @param stageLate whether the stage that ended here had lasted too long; null where it had no
///   limit
/// @param dueAt the deadline as it stands after the move; null before the clock has started
public record Move(
    UUID caseId,
    int seq,
    Action action,
    State fromState,
    State toState,
    String actor,
    Post actorRole,
    Instant movedAt,
    Instant recordedAt,
    @Nullable String opinion,
    @Nullable String receiver,
    long secondsUsed,
    @Nullable Boolean late,
    @Nullable Boolean stageLate,
    @Nullable Instant dueAt,
    List<String> photoIds,
    Map<String, Object> facts) {}
