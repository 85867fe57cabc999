package org.citygrid.intake.photo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// What is known of each photo on disk.
final class PhotoTable {
  private final JdbcClient jdbc;
  private final JsonMapper rows;

  PhotoTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.rows = json.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  }

  /// A photo that comes in.
  ///
  /// @param storedBy user name, null for a citizen
  record Row(
      String photoId,
      String sourceHash,
      int width,
      int height,
      int bytes,
      @Nullable Instant takenAt,
      @Nullable Double takenLon,
      @Nullable Double takenLat,
      @Nullable String storedBy,
      Instant storedAt,
      boolean used,
      String state,
      @Nullable Instant prepareAfter,
      int tries) {
    static Row of(CleanPhoto photo, @Nullable String by, boolean used, Instant now) {
      return new Row(
          photo.id(),
          photo.sourceHash(),
          photo.width(),
          photo.height(),
          photo.image().length,
          photo.takenAt(),
          photo.lon(),
          photo.lat(),
          by,
          now,
          used,
          photo.isPrepared() ? "ready" : "received",
          photo.isPrepared() ? null : now,
          0);
    }
  }

  /// A photo already known is only marked as fresh, so that no sweep takes it meanwhile. In the
  /// order of ids, so that two transactions with the same photos do not lock each other out.
  ///
  /// @param photos no id twice
  void insertAll(Collection<Row> photos) {
    jdbc.sql(
            """
            insert into intake.photo
            select *
            from jsonb_populate_recordset(null::intake.photo, cast(:rows as jsonb))
            order by photo_id
            on conflict (photo_id) do update set
              stored_at = excluded.stored_at, used = photo.used or excluded.used
            """)
        .param("rows", rows.writeValueAsString(photos))
        .update();
  }

  /// What waits to be prepared.
  ///
  /// @param tries this one among them
  record Waiting(String photoId, int tries) {}

  /// Takes the photo that has waited longest; nobody else gets it before `until`.
  ///
  /// @param storedBefore photos that came later are left alone
  Optional<Waiting> claim(Instant now, Instant storedBefore, Instant until) {
    return jdbc.sql(
            """
            update intake.photo set tries = tries + 1, prepare_after = :until
            where photo_id = (
              select photo_id from intake.photo
              where state = 'received' and prepare_after <= :now and stored_at <= :storedBefore
              order by prepare_after limit 1
              for update skip locked)
            returning photo_id, tries
            """)
        .param("now", Timestamp.from(now))
        .param("storedBefore", Timestamp.from(storedBefore))
        .param("until", Timestamp.from(until))
        .query(Waiting.class)
        .optional();
  }

  long countWaiting() {
    return jdbc.sql("select count(*) from intake.photo where state = 'received'")
        .query(Long.class)
        .single();
  }

  void markReady(String id, CleanPhoto prepared) {
    jdbc.sql(
            """
            update intake.photo set
              state = 'ready', prepare_after = null, width = :width, height = :height, bytes = :bytes
            where photo_id = :id
            """)
        .param("id", id)
        .param("width", prepared.width())
        .param("height", prepared.height())
        .param("bytes", prepared.image().length)
        .update();
  }

  void markDamaged(String id, String trouble) {
    jdbc.sql(
            """
            update intake.photo set state = 'damaged', prepare_after = null, trouble = :trouble
            where photo_id = :id
            """)
        .param("id", id)
        .param("trouble", trouble)
        .update();
  }

  /// Why a photo cannot be shown.
  Optional<String> findTrouble(String id) {
    return jdbc.sql("select trouble from intake.photo where photo_id = :id and state = 'damaged'")
        .param("id", id)
        .query((row, _) -> row.getString(1))
        .optional();
  }

  /// Those of whom the file as it was received is still needed.
  Set<String> findUnprepared(Collection<String> ids) {
    return new HashSet<>(
        jdbc.sql(
                """
                select photo_id from intake.photo where photo_id = any(:ids) and state <> 'ready'
                """)
            .param("ids", ids.toArray(String[]::new))
            .query((row, _) -> row.getString(1))
            .list());
  }

  Set<String> findKnown(Collection<String> ids) {
    return new HashSet<>(
        jdbc.sql("select photo_id from intake.photo where photo_id = any(:ids)")
            .param("ids", ids.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  void markUsed(Collection<String> ids) {
    jdbc.sql(
            """
            update intake.photo set used = true where photo_id = any(:ids) and not used
            """)
        .param("ids", ids.toArray(String[]::new))
        .update();
  }

  List<String> listUnused(Instant limit) {
    return jdbc.sql("select photo_id from intake.photo where not used and stored_at < :limit")
        .param("limit", Timestamp.from(limit))
        .query((row, _) -> row.getString(1))
        .list();
  }

  List<String> deleteUnused(Instant limit) {
    return jdbc.sql(
            """
            delete from intake.photo where not used and stored_at < :limit returning photo_id
            """)
        .param("limit", Timestamp.from(limit))
        .query((row, _) -> row.getString(1))
        .list();
  }
}
