package org.citygrid.dispatch.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the history of the cases that were touched since a snapshot, a few thousand cases at a
/// time, so that a town's whole past fits.
@Component
final class History {
  private static final int CASES_AT_ONCE = 2_000;

  private final JdbcClient jdbc;
  private final TownClock clock;

  History(JdbcClient jdbc, TownClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Told one case after the other.
  @FunctionalInterface
  interface Reader {
    void read(Whose whose, List<Line> lines);
  }

  /// Every case with a line that `last` does not see and `now` does, with all lines that `now`
  /// sees; in the caller's transaction.
  ///
  /// @param last snapshot up to which lines count as known
  /// @param now snapshot of what is to be known after it
  void read(String last, String now, Reader reader) {
    var batch = new ArrayList<UUID>();
    jdbc.sql(
            """
            select distinct case_id
            from dispatch.case_move
            where xact >= pg_snapshot_xmin(cast(:last as pg_snapshot))
              and not pg_visible_in_snapshot(xact, cast(:last as pg_snapshot))
              and pg_visible_in_snapshot(xact, cast(:now as pg_snapshot))
            """)
        .withFetchSize(CASES_AT_ONCE)
        .param("last", last)
        .param("now", now)
        .query(row -> {
          batch.add(row.getObject(1, UUID.class));
          if (batch.size() == CASES_AT_ONCE) {
            cases(batch, last, now, reader);
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      cases(batch, last, now, reader);
    }
  }

  private void cases(List<UUID> ids, String last, String now, Reader reader) {
    var lives = new Lives(reader);
    jdbc.sql(
            """
            select m.case_id as id,
              c.town_code, c.division_code, c.duty_grid_code, c.cell_code, c.source, c.kind || '-' || c.class_code as class,
              coalesce(c.component_code, st_geohash(st_makepoint(c.lon, c.lat), 8)) as spot, c.reporter,
              m.action, m.from_state, m.to_state, m.actor, m.actor_role, m.receiver,
              (m.moved_at at time zone :zone)::date - date '1970-01-01' as day,
              (m.due_at at time zone :zone)::date - date '1970-01-01' as due_day,
              coalesce(m.late, false) as late, coalesce(m.stage_late, false) as stage_late,
              not pg_visible_in_snapshot(m.xact, cast(:last as pg_snapshot)) as fresh
            from dispatch.case_move m
            join dispatch.city_case c on c.id = m.case_id
            where m.case_id = any (:ids) and pg_visible_in_snapshot(m.xact, cast(:now as pg_snapshot))
            order by m.case_id, m.seq
            """)
        .param("zone", clock.zone().getId())
        .param("last", last)
        .param("now", now)
        .param("ids", ids.toArray(UUID[]::new))
        .query(lives::line);
    lives.end();
  }

  /// Gathers the lines of one case.
  private static final class Lives {
    private final Reader reader;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable String id;
    private @Nullable Whose whose;

    Lives(Reader reader) {
      this.reader = reader;
    }

    void line(ResultSet row) throws SQLException {
      var of = row.getString("id");
      if (!of.equals(id)) {
        end();
        id = of;
        whose = Whose.of(row, row.getString("spot"));
      }
      lines.add(read(row));
    }

    void end() {
      if (whose != null) {
        reader.read(whose, List.copyOf(lines));
      }
      lines.clear();
    }

    private static Line read(ResultSet row) throws SQLException {
      return new Line(
          Action.valueOf(row.getString("action")),
          State.valueOf(row.getString("from_state")),
          State.valueOf(row.getString("to_state")),
          row.getString("actor"),
          Post.valueOf(row.getString("actor_role")),
          row.getString("receiver"),
          row.getInt("day"),
          row.getObject("due_day", Integer.class),
          row.getBoolean("late"),
          row.getBoolean("stage_late"),
          row.getBoolean("fresh"));
    }
  }
}
