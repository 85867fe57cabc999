package org.citygrid.dispatch;

import java.util.List;
import org.citygrid.dispatch.TownModel.Gift;
import org.citygrid.dispatch.TownModel.Master;
import org.citygrid.dispatch.TownModel.Until;
import org.citygrid.dispatch.TownModel.Who;
import org.citygrid.dispatch.workflow.Post;

/// Everybody who can lay hands on a case, and what they may bring along.
final class TownPeople {
  static final Who ACCEPTOR = new Who("acceptor", Post.ACCEPTOR, null);
  static final Who LEADER = new Who("leader", Post.SHIFT_LEADER, null);
  static final Who DISPATCHER = new Who("dispatcher", Post.DISPATCHER, null);
  static final Who ROADS = new Who("unit-roads", Post.DEPARTMENT, "roads");
  static final Who PARKS = new Who("unit-parks", Post.DEPARTMENT, "parks");
  static final Who MASON = new Who("mason", Post.WORKER, "roads");
  static final Who GARDENER = new Who("gardener", Post.WORKER, "parks");
  static final Who COLLECTOR = new Who("collector01", Post.COLLECTOR, null);
  static final Who INSPECTOR = new Who("inspector", Post.INSPECTOR, null);
  static final Who EVALUATOR = new Who("evaluator", null, null);
  static final Who ADMIN = new Who("admin", null, null);

  static final List<Who> ALL =
      List.of(
          ACCEPTOR,
          LEADER,
          DISPATCHER,
          ROADS,
          PARKS,
          MASON,
          GARDENER,
          COLLECTOR,
          INSPECTOR,
          EVALUATOR,
          ADMIN);

  static final Gift FOR_ROADS =
      new Gift(true, "roads", true, Until.SOON, Master.FIT, "mason", "roads");
  static final Gift FOR_PARKS =
      new Gift(true, "parks", true, Until.SOON, Master.FIT, "gardener", "parks");
  static final Gift WRONG =
      new Gift(true, "roads", true, Until.PAST, Master.UNFIT, "gardener", "parks");
  static final Gift TOO_FAR =
      new Gift(true, "parks", true, Until.TOO_FAR, Master.UNFIT, "mason", "roads");

  static final List<Gift> GIFTS = List.of(FOR_ROADS, FOR_PARKS, WRONG, TOO_FAR, Gift.NOTHING);

  private TownPeople() {}
}
