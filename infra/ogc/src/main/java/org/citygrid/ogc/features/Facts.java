package org.citygrid.ogc.features;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.citygrid.ogc.OgcCollection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is known of a collection as a whole, remembered for a moment.
public final class Facts {
  private static final Duration EXTENT_HOLDS = Duration.ofMinutes(1);
  private static final Duration COUNT_HOLDS = Duration.ofMinutes(10);
  private static final Duration UNREVISED_COUNT_HOLDS = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final Cache<String, Optional<List<Double>>> extents =
      Caffeine.newBuilder().expireAfterWrite(EXTENT_HOLDS).build();
  private final Cache<Counted, Long> counts =
      Caffeine.newBuilder().maximumSize(100).expireAfterWrite(COUNT_HOLDS).build();

  public Facts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Counted(String collection, long revision) {}

  /// Exact as of the collection's revision; null where nothing counts.
  ///
  /// @param revision as it was read a moment ago; null where none is known
  @Nullable Long count(OgcCollection collection, @Nullable Long revision) {
    String query = collection.count();
    if (query == null) {
      return null;
    }
    long asOf = revision == null ? System.nanoTime() / UNREVISED_COUNT_HOLDS.toNanos() : revision;
    return counts.get(
        new Counted(collection.id(), asOf), _ -> jdbc.sql(query).query(Long.class).single());
  }

  Optional<Long> revision(OgcCollection collection) {
    String query = collection.revision();
    return query == null ? Optional.empty() : jdbc.sql(query).query(Long.class).optional();
  }

  /// West, south, east, north in degrees; empty while there is nothing. An estimate may be a little
  /// too small or too great.
  public Optional<List<Double>> extent(String id, String query) {
    return extents.get(id, _ -> measure(query));
  }

  private Optional<List<Double>> measure(String query) {
    return jdbc.sql(
            "select ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e) from (" + query + ") as it (e)")
        .query((row, _) ->
            row.getObject(1) == null
                ? Optional.<List<Double>>empty()
                : Optional.of(
                    List.of(
                        row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4))))
        .single();
  }
}
