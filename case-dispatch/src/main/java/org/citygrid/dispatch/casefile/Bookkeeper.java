package org.citygrid.dispatch.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Effect;
import org.citygrid.dispatch.workflow.Outcome.Transition;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.message.Message;
import org.citygrid.platform.message.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Enters each move in the history, from which everything is counted, and tells of it.
@Component
final class Bookkeeper {
  void enter(
      CaseFile file,
      Act act,
      Transition step,
      long secondsUsed,
      @Nullable Boolean stageLate,
      Journal journal) {
    firstResult(file, act);
    var fixed = step.has(Effect.CLOCK_STOP) && file.standing().clock() != null;
    var move =
        new Move(
            file.id(),
            file.standing().version,
            step.action(),
            step.from(),
            step.to(),
            act.doer().userName(),
            step.as(),
            act.at(),
            act.recordedAt(),
            act.opinion(),
            receiver(file, step),
            secondsUsed,
            fixed ? file.standing().late : null,
            stageLate,
            file.standing().dueAt,
            act.photoIds(),
            facts(file, act, step));
    journal.moves.add(move);
    journal.messages.add(message(file, move, task(file, step), act.master()));
  }

  /// The first move of a case that takes up a closed one again.
  void enterReopened(CaseFile file, Act act, Journal journal) {
    var move =
        new Move(
            file.id(),
            1,
            Action.REOPEN,
            State.NONE,
            State.TO_FILE,
            act.doer().userName(),
            Post.SHIFT_LEADER,
            act.at(),
            act.recordedAt(),
            act.opinion(),
            null,
            0,
            null,
            null,
            null,
            List.of(),
            Map.of("row", "32"));
    journal.moves.add(move);
    journal.messages.add(message(file, move, null, null));
  }

  /// A case is handled when its result is first handed in.
  private static void firstResult(CaseFile file, Act act) {
    if (act.action() == Action.HAND_IN && file.standing().handledAt == null) {
      file.standing().handledAt = act.at();
    }
  }

  private static @Nullable String receiver(CaseFile file, Transition step) {
    var s = file.standing();
    if (step.action() == Action.ASSIGN_WORK) {
      return s.staff;
    }
    return switch (step.holder()) {
      case DEPARTMENT -> s.unitCode;
      case COLLECTOR -> s.taskCollector;
      default -> null;
    };
  }

  private static Map<String, Object> facts(CaseFile file, Act act, Transition step) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("row", step.row());
    if (act.unitCode() != null) {
      facts.put("unitCode", act.unitCode());
    }
    if (act.conditionId() != null) {
      facts.put("conditionId", act.conditionId());
    }
    if (act.until() != null) {
      facts.put("until", act.until());
    }
    if (step.action() == Action.LINK && file.standing().masterId != null) {
      facts.put("masterId", file.standing().masterId);
    }
    if (act.notDuplicateOf() != null) {
      facts.put("notDuplicateOf", act.notDuplicateOf());
    }
    return facts;
  }

  private static CaseEvent.@Nullable Task task(CaseFile file, Transition step) {
    var s = file.standing();
    if (s.taskId == null || s.taskDueAt == null) {
      return null;
    }
    if (!step.has(Effect.TASK_VERIFY) && !step.has(Effect.TASK_CHECK)) {
      return null;
    }
    var kind = step.has(Effect.TASK_VERIFY) ? "verify" : "check";
    return new CaseEvent.Task(
        s.taskId, kind, s.taskCollector, s.taskDueAt, file.origin().description());
  }

  private static Message message(
      CaseFile file, Move move, CaseEvent.@Nullable Task task, @Nullable CaseFile given) {
    var o = file.origin();
    var s = file.standing();
    var master = move.action() == Action.LINK ? given : null;
    var id = Ids.next(move.movedAt());
    var event =
        new CaseEvent(
            id,
            o.id(),
            o.number(),
            move.seq(),
            move.action().name(),
            move.fromState().name(),
            move.toState().name(),
            move.movedAt(),
            move.actor(),
            move.actorRole().name(),
            move.opinion(),
            move.receiver(),
            o.reportId(),
            o.receipt(),
            o.divisionCode(),
            o.dutyGridCode(),
            o.cellCode(),
            o.kind(),
            o.classCode(),
            o.lon(),
            o.lat(),
            file.light(move.movedAt()),
            s.dueAt,
            s.unitCode,
            move.late(),
            move.photoIds(),
            task,
            publicNote(move),
            master == null ? null : master.id(),
            master == null ? null : master.origin().reportId(),
            move.seq() == 1 ? o.reopenedFrom() : null);
    return new Message(
        id, Topics.CASE_EVENTS, o.id().toString(), CaseEvent.TYPE, move.movedAt(), event);
  }

  /// What the reporter may read: why it was refused, and what was done.
  private static @Nullable String publicNote(Move move) {
    return switch (move.action()) {
      case REFUSE, REFUSE_FILING, HAND_IN -> move.opinion();
      default -> null;
    };
  }
}
