package org.citygrid.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.citygrid.dispatch.TownModel.Done;
import org.citygrid.dispatch.TownModel.Gift;
import org.citygrid.dispatch.TownModel.Who;
import org.citygrid.dispatch.workflow.Action;

/// What people do to a case who act at random, and what they do who mean well.
final class Wandering {

  /// Taken seldom, or most walks would be over before they began.
  private static final Set<Action> ENDING =
      Set.of(Action.REFUSE, Action.LINK, Action.REFUSE_FILING, Action.ARCHIVE, Action.ASK_VOID);

  record Choice(Action action, Who who, Gift gift) {
    @Override
    public String toString() {
      return action + " by " + who.name() + " with " + gift;
    }
  }

  private Wandering() {}

  /// Two of three are acts that the model allows; the others are anything by anybody.
  static Choice atRandom(TownModel model, Random random) {
    var likely = possible(model, random);
    return likely.isEmpty() || random.nextInt(3) == 0
        ? new Choice(
            Action.values()[random.nextInt(Action.values().length)],
            one(TownPeople.ALL, random),
            one(TownPeople.GIFTS, random))
        : one(likely, random);
  }

  private static List<Choice> possible(TownModel model, Random random) {
    var possible = new ArrayList<Choice>();
    for (var who : TownPeople.ALL) {
      for (var action : Action.values()) {
        var gift = random.nextBoolean() ? TownPeople.FOR_ROADS : TownPeople.FOR_PARKS;
        if (model.when(action, who, gift) instanceof Done
            && action != Action.SUPERVISE
            && (!ENDING.contains(action) || random.nextInt(8) == 0)) {
          possible.add(new Choice(action, who, gift));
        }
      }
    }
    return possible;
  }

  static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  /// The next step to an end of an open case, as people take it who mean well.
  static Choice towardsAnEnd(TownModel model) {
    var parks = "parks".equals(model.unit());
    var unit = parks ? TownPeople.PARKS : TownPeople.ROADS;
    var all = parks ? TownPeople.FOR_PARKS : TownPeople.FOR_ROADS;
    return switch (model.state()) {
      case REPORTED -> new Choice(Action.ACCEPT, TownPeople.ACCEPTOR, all);
      case VERIFYING -> new Choice(Action.VERIFY_TRUE, TownPeople.COLLECTOR, all);
      case TO_FILE -> new Choice(Action.FILE, TownPeople.LEADER, all);
      case TO_DISPATCH ->
          new Choice(
              Action.DISPATCH, model.escalated() ? TownPeople.LEADER : TownPeople.DISPATCHER, all);
      case VOID_REVIEW -> new Choice(Action.GRANT_VOID, TownPeople.LEADER, all);
      case HANDLING ->
          new Choice(isAtWork(model) ? Action.WITHDRAW_WORK : Action.HAND_IN, unit, all);
      case RETURN_REVIEW -> new Choice(Action.DENY_RETURN, TownPeople.DISPATCHER, all);
      case SUSPENDED -> new Choice(Action.RESUME, TownPeople.DISPATCHER, all);
      case TO_CHECK -> new Choice(Action.SEND_CHECK, TownPeople.ACCEPTOR, all);
      case CHECKING -> new Choice(Action.CHECK_PASS, TownPeople.COLLECTOR, all);
      case TO_CLOSE -> new Choice(Action.CLOSE, TownPeople.LEADER, all);
      case SELF_REVIEW -> new Choice(Action.ARCHIVE, TownPeople.LEADER, all);
      case NONE, CLOSED, REFUSED, LINKED, VOIDED -> throw new IllegalStateException("" + model);
    };
  }

  private static boolean isAtWork(TownModel model) {
    return model.worker() != null && !model.workDone();
  }
}
