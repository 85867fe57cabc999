package org.citygrid.intake.photo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is known of each photo on disk.
final class PhotoTable {
  private final JdbcClient jdbc;

  PhotoTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A photo already known is only marked as fresh, so that no sweep takes it meanwhile.
  void insert(CleanPhoto photo, @Nullable String by, Instant now) {
    jdbc.sql(
            """
            insert into intake.photo (
              photo_id, source_hash, width, height, bytes, taken_at, taken_lon, taken_lat,
              stored_by, stored_at)
            values (
              :id, :source, :width, :height, :bytes, :takenAt, :lon, :lat, :by, :now)
            on conflict (photo_id) do update set stored_at = excluded.stored_at
            """)
        .param("id", photo.id())
        .param("source", photo.sourceHash())
        .param("width", photo.width())
        .param("height", photo.height())
        .param("bytes", photo.image().length)
        .param("takenAt", photo.takenAt() == null ? null : Timestamp.from(photo.takenAt()))
        .param("lon", photo.lon())
        .param("lat", photo.lat())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
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
