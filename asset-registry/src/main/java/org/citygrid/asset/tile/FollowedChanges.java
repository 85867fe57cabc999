package org.citygrid.asset.tile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.citygrid.asset.TileAddress.Bounds;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Follows the register's revision, so that asking for a tile does not mean asking the database: it
/// looks again when its knowledge is older than allowed and somebody wants to know. One looks, the
/// others go on with what is known.
final class FollowedChanges {
  private static final Changes NOTHING_KNOWN = new Changes(0, Long.MAX_VALUE, List.of());

  private final JdbcClient jdbc;
  private final long followNanos;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Seen seen = new Seen(NOTHING_KNOWN, 0);

  FollowedChanges(JdbcClient jdbc, Duration follow) {
    this.jdbc = jdbc;
    this.followNanos = follow.toNanos();
  }

  private record Seen(Changes changes, long atNanos) {}

  Changes now() {
    Seen before = seen;
    boolean known = before.changes() != NOTHING_KNOWN;
    if (known && System.nanoTime() - before.atNanos() < followNanos) {
      return before.changes();
    }
    if (known && followNanos > 0) {
      if (!looking.tryLock()) {
        return before.changes();
      }
    } else {
      looking.lock();
    }
    try {
      long at = System.nanoTime();
      Changes now = look(seen.changes());
      seen = new Seen(now, at);
      return now;
    } finally {
      looking.unlock();
    }
  }

  private Changes look(Changes known) {
    long revision =
        jdbc.sql("select value from asset.revision where subject = 'component'")
            .query(Long.class)
            .single();
    if (known == NOTHING_KNOWN) {
      return new Changes(revision, revision, List.of());
    }
    return revision == known.revision() ? known : follow(known, revision);
  }

  /// A revision that told no area changed everything, and so did one that was forgotten meanwhile.
  private Changes follow(Changes known, long revision) {
    List<Changes.Area> news =
        jdbc.sql(
                """
                select revision, ST_XMin(area) as west, ST_YMin(area) as south,
                  ST_XMax(area) as east, ST_YMax(area) as north
                from asset.changed_area
                where revision > :known and revision <= :revision
                order by revision
                """)
            .param("known", known.revision())
            .param("revision", revision)
            .query((row, _) ->
                new Changes.Area(
                    row.getLong("revision"),
                    new Bounds(
                        row.getDouble("west"),
                        row.getDouble("south"),
                        row.getDouble("east"),
                        row.getDouble("north"))))
            .list();
    if (news.size() < revision - known.revision()) {
      return new Changes(revision, revision, List.of());
    }
    List<Changes.Area> areas = new ArrayList<>(known.areas());
    areas.addAll(news);
    return areas.size() > 1000
        ? new Changes(revision, revision, List.of())
        : new Changes(revision, known.everything(), List.copyOf(areas));
  }
}
