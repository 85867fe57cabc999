package org.citygrid.grid.place;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citygrid.grid.Cell;
import org.citygrid.grid.CellCode;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.citygrid.grid.Placement;
import org.citygrid.platform.setting.TownClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/// Answers from the newest [Atlas] and looks every second whether there is a newer one. While the
/// database is away the last one goes on answering.
public final class FollowedGrids implements Grids {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedGrids.class);

  private static final int FORMER_DAYS_KEPT = 3;

  private final AtlasTable table;
  private final TownClock clock;
  private final Map<Moment, Atlas> past =
      new LinkedHashMap<>(FORMER_DAYS_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Moment, Atlas> eldest) {
          return size() > FORMER_DAYS_KEPT;
        }
      };
  private volatile Atlas atlas;
  private boolean databaseAway;

  FollowedGrids(AtlasTable table, TownClock clock) {
    this.table = table;
    this.clock = clock;
    this.atlas = table.read();
  }

  /// The land as of now, for answering several questions from one state.
  public Atlas atlas() {
    return atlas;
  }

  /// The land as it was; today's from memory. The last few answers are kept.
  public Atlas atlasAt(Instant at) {
    Atlas today = atlas;
    if (!at.isBefore(clock.instant())) {
      return today;
    }
    var moment = new Moment(today.revision(), at);
    synchronized (past) {
      Atlas known = past.get(moment);
      if (known != null) {
        return known;
      }
    }
    Atlas then = table.readAt(at);
    synchronized (past) {
      past.put(moment, then);
    }
    return then;
  }

  private record Moment(long revision, Instant at) {}

  /// Reads the land again if it changed; whoever changed it calls this to see the change at once.
  public synchronized void refresh() {
    if (table.revision() != atlas.revision()) {
      atlas = table.read();
      LOG.info("the land is now at revision {}", atlas.revision());
    }
  }

  @Scheduled(fixedDelayString = "${citygrid.grid.follow:PT1S}")
  void follow() {
    try {
      refresh();
      databaseAway = false;
    } catch (DataAccessException | TransactionException away) {
      if (!databaseAway) {
        LOG.warn("cannot see whether the land changed: {}", away.getMessage());
      }
      databaseAway = true;
    }
  }

  @Override
  public Placement locate(double lon, double lat) {
    return atlas.locate(lon, lat);
  }

  @Override
  public Optional<Cell> findCell(CellCode code) {
    return atlas.findCell(code).map(Tract::land);
  }

  @Override
  public Optional<DutyGrid> findDutyGrid(DutyGridCode code) {
    return atlas.findDutyGrid(code).map(Tract::land);
  }

  @Override
  public List<DutyGrid> listDutyGrids(String divisionPrefix) {
    return atlas.listDutyGrids(divisionPrefix).stream().map(Tract::land).toList();
  }

  @Override
  public Optional<String> findCollector(DutyGridCode code, Instant at) {
    return atlas.findCollector(code, at);
  }

  @Override
  public Optional<DutyGridCode> findDutyOf(String userName, Instant at) {
    return atlas.findDutyOf(userName, at);
  }

  @Override
  public Optional<Division> findDivision(DivisionCode code) {
    return atlas.findDivision(code).map(Tract::land);
  }

  @Override
  public List<Division> listDivisions(String divisionPrefix) {
    return atlas.listDivisions(divisionPrefix).stream().map(Tract::land).toList();
  }

  @Override
  public long revision() {
    return atlas.revision();
  }
}
