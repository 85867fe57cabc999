package org.citygrid.grid.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.place.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Duties, within a change of the land.
final class RosterTable {
  private final JdbcClient jdbc;

  RosterTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean hasGrid(DutyGridCode grid) {
    return jdbc.sql("select exists (select from grid.duty_grid where code = :grid)")
        .param("grid", grid.value())
        .query(Boolean.class)
        .single();
  }

  /// All duties of a grid, in the order of time.
  List<Duty> list(DutyGridCode grid) {
    return jdbc.sql(
            """
            select id, duty_grid_code, user_name, stand_in, from_at, to_at, reason
            from grid.duty where duty_grid_code = :grid order by from_at, stand_in
            """)
        .param("grid", grid.value())
        .query(RosterTable::duty)
        .list();
  }

  Optional<Duty> find(DutyGridCode grid, long id) {
    return list(grid).stream().filter(duty -> duty.id() == id).findFirst();
  }

  long add(DutyGridCode grid, DutyForm form) {
    return jdbc.sql(
            """
            insert into grid.duty (duty_grid_code, user_name, stand_in, from_at, to_at, reason)
            values (:grid, :user, :standIn, :from, :to, :reason)
            returning id
            """)
        .param("grid", grid.value())
        .param("user", form.userName())
        .param("standIn", form.standIn())
        .param("from", Timestamp.from(form.from()))
        .param("to", timestamp(form.to()))
        .param("reason", form.reason())
        .query(Long.class)
        .single();
  }

  void change(long id, DutyForm form) {
    jdbc.sql(
            """
            update grid.duty
            set user_name = :user, stand_in = :standIn, from_at = :from, to_at = :to,
                reason = :reason
            where id = :id
            """)
        .param("id", id)
        .param("user", form.userName())
        .param("standIn", form.standIn())
        .param("from", Timestamp.from(form.from()))
        .param("to", timestamp(form.to()))
        .param("reason", form.reason())
        .update();
  }

  void end(long id, Instant at) {
    jdbc.sql("update grid.duty set to_at = :at where id = :id")
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
  }

  void remove(long id) {
    jdbc.sql("delete from grid.duty where id = :id").param("id", id).update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Duty duty(ResultSet row, int n) throws SQLException {
    Timestamp to = row.getTimestamp("to_at");
    return new Duty(
        row.getLong("id"),
        new DutyGridCode(row.getString("duty_grid_code")),
        row.getString("user_name"),
        row.getBoolean("stand_in"),
        row.getTimestamp("from_at").toInstant(),
        to == null ? null : to.toInstant(),
        row.getString("reason"));
  }
}
