package org.citygrid.asset.assignment;

import java.util.ArrayList;
import java.util.List;
import org.citygrid.grid.Grids;
import org.citygrid.platform.role.OnRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Walks through the register whenever the land has changed, and gives every component whose place
/// now lies elsewhere its new cell, duty grid and division. Goes in steps, so that nobody waits for
/// long; a walk that breaks off begins again.
@Component
@OnRole("registry")
public class Reassignment {
  private static final Logger LOG = LoggerFactory.getLogger(Reassignment.class);
  private static final int STEP = 5_000;

  private final AssignmentTable table;
  private final Grids grids;
  private final TransactionTemplate transaction;

  Reassignment(AssignmentTable table, Grids grids, TransactionTemplate transaction) {
    this.table = table;
    this.grids = grids;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${citygrid.asset.follow-land:PT15S}", initialDelayString = "PT15S")
  void look() {
    try {
      follow();
    } catch (DataAccessException | TransactionException away) {
      LOG.debug("the land is not followed while the database is away: {}", away.getMessage());
    }
  }

  /// Brings every card in line with the land as it is now.
  ///
  /// @return how many cards were assigned anew
  public long follow() {
    long revision = grids.revision();
    if (table.findFollowed().filter(followed -> followed == revision).isPresent()) {
      return 0;
    }
    long moved = 0;
    String after = "";
    for (Step step = walk(after); !step.last().isEmpty(); step = walk(step.last())) {
      moved += step.moved();
    }
    if (moved > 0) {
      LOG.info("{} components were assigned anew: the land is at revision {}", moved, revision);
    }
    table.follow(revision);
    return moved;
  }

  /// @param last code that was looked at; empty when there was none
  private record Step(String last, int moved) {}

  private Step walk(String after) {
    return transaction.execute(_ -> {
      table.takeTurn();
      List<Assignment.Of> cards = table.listAfter(after, STEP);
      List<Assignment.Of> moved = new ArrayList<>();
      for (Assignment.Of card : cards) {
        Assignment now = Assignment.of(grids.locate(card.lon(), card.lat()));
        if (card.differsFrom(now)) {
          moved.add(new Assignment.Of(card.code(), card.lon(), card.lat(), now));
        }
      }
      if (!moved.isEmpty()) {
        table.write(moved);
        table.noteChange();
      }
      return new Step(cards.isEmpty() ? "" : cards.getLast().code(), moved.size());
    });
  }
}
