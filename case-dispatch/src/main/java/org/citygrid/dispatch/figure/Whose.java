package org.citygrid.dispatch.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// For whom all of a case counts: its places, its source, its class.
///
/// @param klass kind and code, such as `event-0101`
/// @param spot its component's code; of an event, some twenty by forty metres as a geohash of eight
///   characters
/// @param reporter the collector who reported it
record Whose(
    UUID id,
    String town,
    String community,
    @Nullable String grid,
    @Nullable String cell,
    String source,
    String klass,
    String spot,
    @Nullable String reporter) {

  /// Told every object of the places, the source and the class; keys may be missing.
  @FunctionalInterface
  interface Places {
    void tell(String kind, @Nullable String key);
  }

  /// From the columns of a case.
  static Whose of(ResultSet row, String spot) throws SQLException {
    return new Whose(
        row.getObject("id", UUID.class),
        row.getString("town_code"),
        row.getString("division_code"),
        row.getString("duty_grid_code"),
        row.getString("cell_code"),
        row.getString("source"),
        row.getString("class"),
        spot,
        row.getString("reporter"));
  }

  boolean isPublics() {
    return source.equals("public");
  }

  void tellPlaces(Places places) {
    places.tell("town", town);
    places.tell("community", community);
    places.tell("grid", grid);
    places.tell("cell", cell);
    places.tell("source", source);
    places.tell("class", klass);
  }
}
