package org.citygrid.dispatch.figure;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citygrid.dispatch.figure.Spots.Filed;
import org.citygrid.dispatch.figure.Spots.Spot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps which cases were filed at which spot, as far as the figures have come.
@Component
final class SpotTable {
  private final JdbcClient jdbc;

  SpotTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Counts those added together with all that are there, and keeps them; in the caller's
  /// transaction, which has the latch.
  ///
  /// @param spots empty afterwards
  void settle(Spots spots, Sums sums) {
    if (spots.isEmpty()) {
      return;
    }
    var before = before(spots);
    for (var spot : spots.all()) {
      spots.count(spot, before.getOrDefault(spot, Map.of()), sums);
    }
    keep(spots);
    spots.clear();
  }

  void deleteAll() {
    jdbc.sql("delete from dispatch.figure_spot").update();
  }

  private Map<Spot, Map<UUID, Filed>> before(Spots spots) {
    var before = new HashMap<Spot, Map<UUID, Filed>>();
    var asked = List.copyOf(spots.all());
    jdbc.sql(
            """
            select s.month - date '1970-01-01' as month, s.place, s.day - date '1970-01-01' as day, s.exempt, c.id,
              c.town_code, c.division_code, c.duty_grid_code, c.cell_code, c.source, c.kind || '-' || c.class_code as class,
              c.reporter
            from unnest(cast(:months as date[]), cast(:places as text[])) as asked(month, place)
            join dispatch.figure_spot s on s.month = asked.month and s.place = asked.place
            join dispatch.city_case c on c.id = s.case_id
            """)
        .param("months", asked.stream().map(spot -> date(spot.month())).toArray(Date[]::new))
        .param("places", asked.stream().map(Spot::place).toArray(String[]::new))
        .query(row -> {
          var spot = new Spot(row.getInt("month"), row.getString("place"));
          var filed = filed(row, spot);
          before.computeIfAbsent(spot, _ -> new HashMap<>()).put(filed.whose().id(), filed);
        });
    return before;
  }

  private static Filed filed(ResultSet row, Spot spot) throws SQLException {
    var where = spot.place().substring(spot.place().indexOf(' ') + 1);
    return new Filed(Whose.of(row, where), row.getInt("day"), row.getBoolean("exempt"));
  }

  private void keep(Spots spots) {
    var ids = new ArrayList<UUID>();
    var months = new ArrayList<Date>();
    var places = new ArrayList<String>();
    var days = new ArrayList<Date>();
    var exempts = new ArrayList<Boolean>();
    for (var spot : spots.all()) {
      spots
          .at(spot)
          .forEach((id, filed) -> {
            ids.add(id);
            months.add(date(spot.month()));
            places.add(spot.place());
            days.add(date(filed.day()));
            exempts.add(filed.exempt());
          });
    }
    jdbc.sql(
            """
            insert into dispatch.figure_spot (case_id, month, place, day, exempt)
            select * from unnest(
              cast(:ids as uuid[]), cast(:months as date[]), cast(:places as text[]), cast(:days as date[]),
              cast(:exempts as boolean[]))
            on conflict (case_id) do update set exempt = excluded.exempt
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .param("months", months.toArray(Date[]::new))
        .param("places", places.toArray(String[]::new))
        .param("days", days.toArray(Date[]::new))
        .param("exempts", exempts.toArray(Boolean[]::new))
        .update();
  }

  private static Date date(int day) {
    return Date.valueOf(LocalDate.ofEpochDay(day));
  }
}
