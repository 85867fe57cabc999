package org.citygrid.dispatch.enquiry;

import java.time.Instant;
import java.util.UUID;
import org.citygrid.dispatch.casefile.Ids;
import org.citygrid.dispatch.enquiry.flow.Act;
import org.citygrid.dispatch.enquiry.flow.State;
import org.citygrid.platform.message.Message;
import org.citygrid.platform.message.Topics;
import org.jspecify.annotations.Nullable;

/// A step as the rest of the house hears of it, on `citygrid.enquiry-events.v1`.
///
/// @param publicNote the answer, on the step that gives it
record EnquiryEvent(
    UUID eventId,
    UUID enquiryId,
    String number,
    int seq,
    Act act,
    @Nullable State from,
    State to,
    Instant at,
    String actor,
    String actorRole,
    String kind,
    String channel,
    String divisionCode,
    @Nullable String unitCode,
    String light,
    Instant dueAt,
    boolean late,
    @Nullable String publicNote,
    @Nullable String reportReceipt) {

  private static final String TYPE = "org.citygrid.enquiry.moved.v1";

  static Message of(Enquiry enquiry, Step step) {
    var question = enquiry.question();
    var progress = enquiry.progress();
    var event =
        new EnquiryEvent(
            Ids.next(step.movedAt()),
            question.id(),
            question.number(),
            step.seq(),
            step.act(),
            step.fromState() == State.NONE ? null : step.fromState(),
            step.toState(),
            step.movedAt(),
            step.actor(),
            step.actorRole().name(),
            question.kind(),
            question.channel(),
            question.divisionCode(),
            progress.unitCode,
            enquiry.light(step.movedAt()),
            progress.dueAt,
            progress.late,
            step.act() == Act.ANSWER ? step.words() : null,
            step.reportReceipt());
    return new Message(
        event.eventId(),
        Topics.ENQUIRY_EVENTS,
        question.id().toString(),
        TYPE,
        step.movedAt(),
        event);
  }
}
