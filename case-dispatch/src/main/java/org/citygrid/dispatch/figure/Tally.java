package org.citygrid.dispatch.figure;

import static org.citygrid.dispatch.workflow.Action.*;

import java.util.List;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.State;
import org.jspecify.annotations.Nullable;

/// Walks through the history of one case and adds what its fresh lines count as.
///
/// What an appeal has taken out of the scores takes along all it had counted there.
final class Tally {
  private final Whose whose;
  private final List<Line> history;
  private final Sums sums;
  private final Spots spots;
  private final boolean exempt;
  private final boolean moves;

  private final int[] times = new int[Action.values().length];
  private @Nullable Line filing;
  private @Nullable Line dispatch;
  private @Nullable Line task;
  private @Nullable Line verifying;
  private @Nullable Line firstResult;
  private @Nullable Line lastResult;
  private @Nullable Integer closedDay;
  private boolean closedLate;
  private Standing standing = Standing.NOWHERE;

  private Tally(Whose whose, List<Line> history, Sums sums, Spots spots) {
    this.whose = whose;
    this.history = history;
    this.sums = sums;
    this.spots = spots;
    this.exempt = history.stream().anyMatch(Line::exempts);
    this.moves = exempt && history.stream().noneMatch(line -> line.exempts() && !line.fresh());
  }

  /// @param history all of a case's lines that are to be counted or were, in order
  /// @param spots takes the case where it is to be counted with others of its spot
  static void add(Whose whose, List<Line> history, Sums sums, Spots spots) {
    new Tally(whose, history, sums, spots).walk();
  }

  private void walk() {
    for (var line : history) {
      var before = standing;
      learn(line);
      if (line.fresh()) {
        count(line, before, exempt, 1);
      } else if (moves) {
        count(line, before, false, -1);
        count(line, before, true, 1);
      }
    }
    if (filing != null && (filing.fresh() || moves)) {
      spots.add(whose, filing.day(), exempt);
    }
  }

  private void learn(Line line) {
    times[line.step().ordinal()]++;
    switch (line.action()) {
      case FILE -> filing = line;
      case DISPATCH -> dispatch = line;
      case SEND_VERIFY, SEND_CHECK -> task = line;
      case VERIFY_TRUE -> verifying = verifying == null ? line : verifying;
      case HAND_IN -> {
        firstResult = firstResult == null ? line : firstResult;
        lastResult = line;
      }
      case CLOSE -> close(line);
      default -> {} // says nothing that later lines count by
    }
    standing =
        new Standing(
            line.to() == State.VOIDED ? null : line.dueDay(),
            unit(),
            firstResult == null ? null : firstResult.day(),
            firstResult != null && firstResult.late(),
            closedDay,
            closedLate,
            line.to() == State.SUSPENDED);
  }

  private void close(Line line) {
    if (closedDay == null) {
      closedDay = line.day();
      closedLate = isResultLate();
    }
  }

  private boolean isResultLate() {
    return lastResult != null && lastResult.late();
  }

  private @Nullable String unit() {
    return dispatch == null ? null : dispatch.receiver();
  }

  private void count(Line line, Standing before, boolean exempt, int sign) {
    for (var rule : CountingRules.of(line.action())) {
      if (holds(rule, line)) {
        count(rule, line, exempt, sign);
      }
    }
    if (!standing.equals(before)) {
      before.tell((measure, day, unit) -> places(measure, day, unit, exempt, -sign));
      standing.tell((measure, day, unit) -> places(measure, day, unit, exempt, sign));
    }
  }

  private boolean holds(CountingRule rule, Line line) {
    int nth = times[line.step().ordinal()];
    return (rule.to() == null || rule.to() == line.to())
        && switch (rule.times()) {
          case EACH -> true;
          case FIRST -> nth == 1;
          case THIRD -> nth >= 3;
        }
        && switch (rule.kept()) {
          case ANYHOW -> true;
          case STAGE -> !line.stageLate();
          case LIMIT -> !isResultLate();
        }
        && switch (rule.origin()) {
          case ALL_CASES -> true;
          case THE_PUBLICS -> whose.isPublics();
          case COLLECTORS -> history.getFirst().action() == REPORT;
        };
  }

  private void count(CountingRule rule, Line line, boolean exempt, int sign) {
    var of = about(rule, line);
    if (of == null) {
      return; // about a filing or dispatch that never was: there is no day for it
    }
    int day = of.day();
    var measure = rule.measure();
    places(measure, day, null, exempt, sign);
    for (var whom : rule.whom()) {
      switch (whom) {
        case HOLDER -> sums.add("unit", unit(), exempt, day, measure, sign);
        case REPORTER -> sums.add("collector", whose.reporter(), exempt, day, measure, sign);
        case FINDER -> sums.add("collector", finder(), exempt, day, measure, sign);
        case TASKED ->
            sums.add(
                "collector", task == null ? null : task.receiver(), exempt, day, measure, sign);
        case DOER -> official(line, exempt, day, measure, sign);
        case FILER -> official(filing, exempt, day, measure, sign);
        case SENDER -> official(dispatch, exempt, day, measure, sign);
      }
    }
  }

  /// The line whose day a rule means.
  private @Nullable Line about(CountingRule rule, Line line) {
    return switch (rule.day()) {
      case THAT_DAY -> line;
      case DAY_OF_REPORT -> history.getFirst();
      case DAY_OF_FILING -> filing;
      case DAY_OF_DISPATCH -> dispatch;
    };
  }

  private @Nullable String finder() {
    if (whose.reporter() != null) {
      return whose.reporter();
    }
    return verifying == null ? null : verifying.actor();
  }

  private void official(@Nullable Line line, boolean exempt, int day, Measure measure, int sign) {
    var kind = line == null ? null : desk(line.post());
    if (line != null && kind != null) {
      sums.add(kind, line.actor(), exempt, day, measure, sign);
    }
  }

  private static @Nullable String desk(Post post) {
    return switch (post) {
      case ACCEPTOR -> "acceptor";
      case SHIFT_LEADER -> "leader";
      case DISPATCHER -> "dispatcher";
      default -> null; // others are not evaluated by what they do at a desk
    };
  }

  private void places(Measure measure, int day, @Nullable String unit, boolean exempt, int sign) {
    whose.tellPlaces((kind, key) -> sums.add(kind, key, exempt, day, measure, sign));
    sums.add("unit", unit, exempt, day, measure, sign);
  }
}
