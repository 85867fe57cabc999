package org.citygrid.dispatch.casefile;

import static org.citygrid.dispatch.workflow.Action.GRANT_SUSPENSION;

import java.time.Duration;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Facts;
import org.citygrid.dispatch.workflow.Given;
import org.citygrid.dispatch.workflow.Outcome;
import org.citygrid.dispatch.workflow.Outcome.Transition;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.dispatch.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries out acts upon cases in hand: asks the workflow, changes the file, and notes in the
/// journal what is to be stored. Touches no database, so that one act or ten thousand cost the same
/// each.
@Component
public final class Clerk {
  private final Workflow workflow;
  private final Limits limits;
  private final Effects effects;
  private final Bookkeeper bookkeeper;
  private final Collectors collectors;
  private final Stages stages;

  Clerk(
      Workflow workflow,
      Limits limits,
      Effects effects,
      Bookkeeper bookkeeper,
      Collectors collectors,
      Stages stages) {
    this.workflow = workflow;
    this.limits = limits;
    this.effects = effects;
    this.bookkeeper = bookkeeper;
    this.collectors = collectors;
    this.stages = stages;
  }

  /// Does the act if the rules allow it; a refusal changes nothing.
  public Outcome take(CaseFile file, Act act, Journal journal) {
    var standing = file.standing();
    var whole = complete(file, act);
    var outcome = workflow.next(file.state(), act.action(), act.doer(), facts(file, whole));
    if (outcome instanceof Transition transition) {
      journal.touch(file);
      var used = standing.version == 0 ? 0 : secondsBetween(file, act);
      standing.version++;
      effects.carryOut(file, whole, transition, journal);
      var stageLate = endStage(standing, act, transition);
      standing.state = transition.to();
      standing.movedAt = act.at();
      bookkeeper.enter(file, whole, transition, used, stageLate, journal);
    }
    return outcome;
  }

  /// @return whether the stage that ends here lasted too long; null where none ends or it had no
  ///   limit
  private @Nullable Boolean endStage(Standing standing, Act act, Transition step) {
    if (step.from() == step.to()) {
      return null;
    }
    var due = standing.stageDueAt;
    standing.stageDueAt = stages.due(step.to(), act.at());
    return due == null ? null : act.at().isAfter(due);
  }

  /// What the rules look at, without an act: for showing what may be done.
  public Facts facts(CaseFile file, Act act) {
    var s = file.standing();
    return new Facts(
        act.at(),
        given(file, act),
        file.origin().isPublic(),
        s.verified,
        new Facts.Hands(
            s.unitCode,
            s.staff,
            s.staffDoneAt != null,
            s.taskCollector,
            s.filedBy,
            s.dispatchedBy,
            s.handledBy),
        s.dueAt,
        s.late,
        s.request,
        s.suspendedUntil,
        new Facts.Rounds(
            s.extensions, s.suspensions, s.returns + s.deniedReturns, s.escalated, s.appealed));
  }

  /// Fills in what the case itself already knows: the condition reported, the date asked for.
  private Act complete(CaseFile file, Act act) {
    var condition = act.conditionId();
    if (act.action() == Action.FILE) {
      var known = condition == null ? file.standing().conditionId : condition;
      condition = limits.conditionFor(file.origin(), known).orElse(null);
    }
    var until = act.until();
    if (act.action() == GRANT_SUSPENSION && until == null) {
      until = file.standing().requestUntil;
    }
    return act.with(condition, until, collector(file, act));
  }

  /// Whom a verify or check task would go to: as the actor says, else who is on duty there.
  private @Nullable String collector(CaseFile file, Act act) {
    boolean sends = file.state() == State.REPORTED || file.state() == State.TO_CHECK;
    return act.collector() == null && sends
        ? collectors.near(file.origin(), act.at())
        : act.collector();
  }

  private Given given(CaseFile file, Act act) {
    return new Given(
        act.opinion(),
        act.unitCode(),
        act.conditionId(),
        act.until(),
        master(file, act.master()),
        act.photoIds().size(),
        collector(file, act),
        worker(file, act.staff()));
  }

  private static Given.@Nullable Worker worker(CaseFile file, Act.@Nullable Staff staff) {
    return staff == null
        ? null
        : new Given.Worker(
            staff.userName(),
            staff.unitCode() != null && staff.unitCode().equals(file.standing().unitCode));
  }

  private static Given.@Nullable Master master(CaseFile file, @Nullable CaseFile master) {
    if (master == null) {
      return null;
    }
    var mine = file.origin();
    var other = master.origin();
    return new Given.Master(
        other.number(),
        other.kind().equals(mine.kind()) && other.classCode().equals(mine.classCode()),
        !other.id().equals(mine.id()) && isFit(master.state()));
  }

  private static boolean isFit(State state) {
    return state != State.LINKED && state != State.REFUSED && state != State.VOIDED;
  }

  private static long secondsBetween(CaseFile file, Act act) {
    return Math.max(0, Duration.between(file.standing().movedAt, act.at()).toSeconds());
  }
}
