package org.citygrid.dispatch.casefile;

import java.util.Objects;
import java.util.function.Supplier;
import org.citygrid.dispatch.deadline.ClockAccount;
import org.citygrid.dispatch.deadline.Deadlines;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Doer;
import org.citygrid.dispatch.workflow.Effect;
import org.citygrid.dispatch.workflow.Outcome.Transition;
import org.citygrid.dispatch.workflow.Request;
import org.citygrid.dispatch.workflow.State;
import org.springframework.stereotype.Component;

/// Carries out the effects of a step on the file in hand.
@Component
final class Effects {
  private final Limits limits;
  private final Supplier<Deadlines> deadlines;
  private final Stages stages;
  private final Reopening reopening;

  Effects(Limits limits, Supplier<Deadlines> deadlines, Stages stages, Reopening reopening) {
    this.limits = limits;
    this.deadlines = deadlines;
    this.stages = stages;
    this.reopening = reopening;
  }

  void carryOut(CaseFile file, Act act, Transition step, Journal journal) {
    stamp(file.standing(), act);
    endTask(file, act, step, journal);
    step.effects().forEach(effect -> carryOut(effect, file, act, journal));
  }

  private void carryOut(Effect effect, CaseFile file, Act act, Journal journal) {
    var s = file.standing();
    switch (effect) {
      case FIX_LIMIT -> fixLimit(s, act);
      case ASSIGN_UNIT -> s.unitCode = act.unitCode();
      case ASSIGN_WORKER -> giveToWorker(s, act);
      case RELEASE_WORKER -> releaseWorker(s);
      case NOTE_WORK_DONE -> s.staffDoneAt = act.at();
      case TO_LEADER -> s.escalated = true;
      case CLOCK_START -> startClock(s, act);
      case CLOCK_PAUSE -> pause(s, act);
      case CLOCK_STOP -> stop(s, act);
      case CLOCK_RESUME -> resume(s, act);
      case CLOCK_EXTEND -> extend(s, act);
      case TASK_VERIFY -> sendTask(file, act, "verify", State.VERIFYING, journal);
      case TASK_CHECK -> sendTask(file, act, "check", State.CHECKING, journal);
      case ASK -> ask(file, act, journal);
      case SETTLE -> settle(file, act, journal);
      case ESCALATE -> s.request = Request.APPEAL_CONFIRMATION;
      case SUPERVISION -> supervise(file, act, journal);
      case FOLLOW_MASTER -> follow(file, act, journal);
      case LINKED_CASE -> reopening.open(file, act, journal);
      case COUNT_MISSED -> s.missed = true;
      case COUNT_RETURN -> s.returns++;
      case COUNT_DENIED_RETURN -> s.deniedReturns++;
      case COUNT_EXTENSION -> s.extensions++;
      case COUNT_SUSPENSION -> s.suspensions++;
      case COUNT_REWORK -> s.reworks++;
      case COUNT_REJECTION -> s.rejections++;
      case COUNT_APPEAL -> s.appealed = true;
      case EXEMPT -> s.exempt = true;
      case SELF_HANDLED -> s.selfHandled = true;
      case CALL_BACK -> {
        // The event itself tells intake, which alone knows the reporter.
      }
    }
  }

  /// Who did what first, where later rules or pages ask for it.
  private static void stamp(Standing s, Act act) {
    var who = act.doer().userName();
    s.suspicionDenied |= act.notDuplicateOf() != null;
    switch (act.action()) {
      case VERIFY_TRUE -> s.verified = true;
      case FILE -> {
        s.filedAt = act.at();
        s.filedBy = who;
      }
      case DISPATCH -> {
        s.dispatchedAt = act.at();
        s.dispatchedBy = who;
      }
      case HAND_IN -> s.handledBy = s.staff == null ? who : s.staff;
      case CLOSE, ARCHIVE -> s.closedAt = act.at();
      case RESUME -> s.suspendedUntil = null;
      case NOT_VALID -> s.selfHandled = false;
      default -> {}
    }
  }

  private static void giveToWorker(Standing s, Act act) {
    s.staff = Objects.requireNonNull(act.staff()).userName();
    s.staffDoneAt = null;
  }

  private static void releaseWorker(Standing s) {
    s.staff = null;
    s.staffDoneAt = null;
  }

  private void fixLimit(Standing s, Act act) {
    var condition = Objects.requireNonNull(act.conditionId());
    s.conditionId = condition;
    s.setLimit(limits.of(condition));
  }

  private void startClock(Standing s, Act act) {
    var limit = s.limit();
    if (limit != null && s.clock() == null) {
      s.setClock(ClockAccount.start(limit, act.at(), deadlines.get()));
    }
  }

  private void pause(Standing s, Act act) {
    s.suspendedUntil = act.until();
    stand(s, act);
  }

  private void stop(Standing s, Act act) {
    var clock = s.clock();
    s.late = clock != null && clock.isLate(act.at());
    stand(s, act);
  }

  private void stand(Standing s, Act act) {
    var clock = s.clock();
    if (clock != null) {
      s.setClock(clock.pause(act.at(), deadlines.get()));
    }
  }

  private void resume(Standing s, Act act) {
    var clock = s.clock();
    if (clock != null) {
      s.setClock(clock.resume(act.at(), deadlines.get()));
    }
  }

  private void extend(Standing s, Act act) {
    var clock = s.clock();
    if (clock != null) {
      s.setClock(clock.extend(act.at(), deadlines.get()));
    }
  }

  private void sendTask(CaseFile file, Act act, String kind, State stage, Journal journal) {
    var s = file.standing();
    var id = Ids.next(act.at());
    var due = Objects.requireNonNull(stages.due(stage, act.at()), "tasks have a limit");
    s.taskId = id;
    s.taskCollector = act.collector();
    s.taskDueAt = due;
    journal.tasksSent.add(
        new Journal.TaskSent(id, file.id(), s.version, kind, s.taskCollector, act.at(), due));
  }

  /// A task ends when its case leaves the collector's hands.
  private static void endTask(CaseFile file, Act act, Transition step, Journal journal) {
    var s = file.standing();
    if (s.taskId != null && Action.SUPERVISE != act.action()) {
      journal.tasksDone.add(new Journal.TaskDone(s.taskId, act.at(), step.action().name()));
      s.taskId = null;
      s.taskCollector = null;
      s.taskDueAt = null;
    }
  }

  private static void ask(CaseFile file, Act act, Journal journal) {
    var s = file.standing();
    s.request =
        switch (act.action()) {
          case ASK_EXTENSION -> Request.EXTENSION;
          case ASK_SUSPENSION -> Request.SUSPENSION;
          case CHECK_FAIL -> Request.REWORK;
          case APPEAL -> Request.APPEAL;
          default ->
              throw new IllegalStateException(act.action() + " opens no request; see Workflow");
        };
    s.requestSeq = s.version;
    s.requestUntil = act.until();
    journal.asked.add(
        new Journal.Asked(
            file.id(),
            s.version,
            s.request.name(),
            act.at(),
            act.doer().userName(),
            act.opinion(),
            act.until()));
  }

  private static void settle(CaseFile file, Act act, Journal journal) {
    var s = file.standing();
    if (s.requestSeq != null) {
      journal.decided.add(
          new Journal.Decided(
              file.id(),
              s.requestSeq,
              s.version,
              act.action().name(),
              act.at(),
              act.doer().userName()));
    }
    s.request = Request.NONE;
    s.requestSeq = null;
    s.requestUntil = null;
  }

  private static void supervise(CaseFile file, Act act, Journal journal) {
    if (act.doer().equals(Doer.SYSTEM)) {
      file.standing().chasedAt = file.standing().dueAt;
    }
    journal.supervised.add(
        new Journal.Supervised(
            file.id(),
            file.standing().version,
            act.doer().userName(),
            Objects.requireNonNull(act.opinion()),
            act.until()));
  }

  /// Whoever links it to the very case it was said not to repeat takes that back.
  private static void follow(CaseFile file, Act act, Journal journal) {
    var master = Objects.requireNonNull(act.master());
    var s = file.standing();
    s.masterId = master.id();
    s.suspicionDenied &= !master.id().equals(file.origin().suspectedId());
    journal.followers.merge(master.id(), s.reportCount, Integer::sum);
  }
}
