package org.citygrid.dispatch.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that a decision may depend on besides state, action and actor.
///
/// @param at when the act happens
/// @param unitCode the department that holds or held the case
/// @param collector whom the open verify or check task is for; null when nobody was on duty
/// @param dueAt the running deadline, null before the clock has started
/// @param request what is open and undecided
/// @param suspendedUntil the date a suspended case goes on by itself
/// @param verified whether a collector has confirmed the report on the spot
public record Facts(
    Instant at,
    Given given,
    boolean fromPublic,
    boolean verified,
    @Nullable String unitCode,
    @Nullable String collector,
    @Nullable String filedBy,
    @Nullable String dispatchedBy,
    @Nullable String handledBy,
    @Nullable Instant dueAt,
    boolean late,
    Request request,
    @Nullable Instant suspendedUntil,
    int extensions,
    int suspensions,
    boolean appealed) {

  /// A case that has only just come in.
  public static Facts atStart(Instant at, Given given, boolean fromPublic) {
    return new Facts(
        at,
        given,
        fromPublic,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        Request.NONE,
        null,
        0,
        0,
        false);
  }
}
