package org.citygrid.dispatch.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that a decision may depend on besides state, action and actor.
///
/// @param at when the act happens
/// @param verified whether a collector has confirmed the report on the spot
/// @param dueAt the running deadline, null before the clock has started
/// @param request what is open and undecided
/// @param suspendedUntil the date a suspended case goes on by itself
public record Facts(
    Instant at,
    Given given,
    boolean fromPublic,
    boolean verified,
    Hands hands,
    @Nullable Instant dueAt,
    boolean late,
    Request request,
    @Nullable Instant suspendedUntil,
    Rounds rounds) {

  /// Who has the case, and who had it in their hands.
  ///
  /// @param unitCode the department that holds or held the case
  /// @param staff the department's worker it is given to; null while the department's desk has it
  /// @param staffDone whether that worker has told that the work is done
  /// @param collector whom the open verify or check task is for; null when nobody was on duty
  public record Hands(
      @Nullable String unitCode,
      @Nullable String staff,
      boolean staffDone,
      @Nullable String collector,
      @Nullable String filedBy,
      @Nullable String dispatchedBy,
      @Nullable String handledBy) {

    static final Hands NOBODYS = new Hands(null, null, false, null, null, null, null);
  }

  /// What has been asked and sent back before.
  ///
  /// @param hops returns that were granted or denied
  /// @param escalated sent back so often that the shift leader decides who handles it
  public record Rounds(
      int extensions, int suspensions, int hops, boolean escalated, boolean appealed) {

    static final Rounds FIRST = new Rounds(0, 0, 0, false, false);
  }

  /// A case that has only just come in.
  public static Facts atStart(Instant at, Given given, boolean fromPublic) {
    return new Facts(
        at, given, fromPublic, false, Hands.NOBODYS, null, false, Request.NONE, null, Rounds.FIRST);
  }
}
