package org.citygrid.dispatch.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// A case as the desk opens it: the summary, its history, and what its reader may do now.
///
/// @param actions in the order of the workflow; what is likeliest comes first
/// @param workers to whom the reader may give the work
/// @param photoIds of the report
/// @param asked every request with its decision
/// @param linked cases that were linked to this one as duplicates
/// @param deadlineChanges what changes of the calendar did to its deadline
record CaseDetail(
    @JsonUnwrapped CaseSummary summary,
    List<Step> history,
    List<Offer> actions,
    @Nullable ProposedUnit proposedUnit,
    List<WorkerChoice> workers,
    List<ConditionChoice> conditions,
    List<OpenRequest> requests,
    @Nullable Clock clock,
    @Nullable String masterNumber,
    @Nullable String reopenedFrom,
    List<String> photoIds,
    List<CasePapers.Chase> supervisions,
    List<CasePapers.Asked> asked,
    List<CasePapers.Task> tasks,
    List<CasePapers.Twin> linked,
    List<CasePapers.DeadlineChange> deadlineChanges) {

  /// One line of the history.
  ///
  /// @param notDuplicateOf number of the case it was suspected to repeat, where this step said that
  ///   it does not
  record Step(
      int seq,
      String action,
      LocalText actionWords,
      @Nullable State from,
      State to,
      Instant at,
      Who actor,
      @Nullable String opinion,
      @Nullable LocalText receiver,
      @Nullable Long minutesUsed,
      @Nullable Boolean late,
      @Nullable Boolean stageLate,
      List<String> photoIds,
      @Nullable String notDuplicateOf) {}

  record Who(String userName, String displayName, String role) {}

  /// Something the reader may do now.
  ///
  /// @param key the letter that does it at the desk
  /// @param needs what must be given; what may be given ends in a question mark
  record Offer(
      String action, LocalText words, String key, List<String> needs, @Nullable Boolean primary) {}

  /// Somebody of the department the work can be given to.
  ///
  /// @param open how many cases they have in hand
  record WorkerChoice(String userName, String displayName, int open) {}

  record ProposedUnit(String code, LocalText name, LocalText reason) {}

  record ConditionChoice(String id, LocalText words, LimitText limit) {}

  record LimitText(int value, String unit) {}

  /// A request that waits for a decision.
  record OpenRequest(
      String kind,
      LocalText words,
      Instant at,
      String by,
      @Nullable String opinion,
      @Nullable Instant until) {}

  /// @param total clock time of the limit with its extensions, in minutes
  /// @param consumed clock time used up by now, in minutes
  record Clock(
      @Nullable LimitText limit,
      Instant startedAt,
      boolean running,
      long total,
      long consumed,
      Instant warnAt,
      Instant dueAt,
      @Nullable Instant suspendedUntil) {}
}
