package org.citygrid.dispatch.enquiry;

import java.time.Instant;
import java.util.UUID;
import org.citygrid.dispatch.enquiry.flow.Act;
import org.citygrid.dispatch.enquiry.flow.State;
import org.citygrid.dispatch.workflow.Post;
import org.jspecify.annotations.Nullable;

/// One line of an enquiry's history. The names are the columns of `enquiry_move`.
///
/// @param words the answer on `ANSWER`, else words for colleagues
/// @param secondsUsed since the step before
/// @param late only where on time or late was fixed
record Step(
    UUID enquiryId,
    int seq,
    Act act,
    State fromState,
    State toState,
    Instant movedAt,
    String actor,
    Post actorRole,
    @Nullable String words,
    @Nullable String receiver,
    @Nullable Instant replyDue,
    @Nullable String reportReceipt,
    long secondsUsed,
    @Nullable Boolean late) {}
