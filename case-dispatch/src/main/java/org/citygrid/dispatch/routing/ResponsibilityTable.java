package org.citygrid.dispatch.routing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The responsibility matrix in PostgreSQL.
@Component
class ResponsibilityTable {
  private final JdbcClient jdbc;

  ResponsibilityTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param divisionPrefix lines of this division and below; empty for all
  List<Responsibility> list(String divisionPrefix) {
    return jdbc.sql(
            """
            select
              kind, class_prefix, division_code, duty_grid_code, unit_code, valid_from, set_by, set_at
            from dispatch.responsibility
            where starts_with(division_code, :prefix)
            order by kind, class_prefix, division_code, duty_grid_code, valid_from
            """)
        .param("prefix", divisionPrefix)
        .query((row, _) ->
            new Responsibility(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getTimestamp(8) == null ? null : row.getTimestamp(8).toInstant()))
        .list();
  }

  /// All lines or none; a line of the same kind, classes, place and date replaces the older one.
  @Transactional
  public void put(List<Responsibility> lines, String by, Instant at) {
    for (Responsibility line : lines) {
      jdbc.sql(
              """
              insert into dispatch.responsibility
                (kind, class_prefix, division_code, duty_grid_code, unit_code, valid_from, set_by, set_at)
              values (:kind, :classes, :division, :grid, :unit, :from, :by, :at)
              on conflict (kind, class_prefix, division_code, duty_grid_code, valid_from)
              do update set
                unit_code = excluded.unit_code, set_by = excluded.set_by, set_at = excluded.set_at
              where responsibility.unit_code <> excluded.unit_code
              """)
          .param("kind", line.kind())
          .param("classes", line.classPrefix())
          .param("division", line.divisionCode())
          .param("grid", line.dutyGridCode())
          .param("unit", line.unitCode())
          .param("from", line.validFrom())
          .param("by", by)
          .param("at", Timestamp.from(at))
          .update();
    }
  }

  /// @return whether there was such a line
  boolean remove(
      String kind, String classPrefix, String divisionCode, String dutyGrid, LocalDate validFrom) {
    return jdbc.sql(
                """
                delete from dispatch.responsibility
                where kind = :kind and class_prefix = :classes and division_code = :division
                  and duty_grid_code = :grid and valid_from = :from
                """)
            .param("kind", kind)
            .param("classes", classPrefix)
            .param("division", divisionCode)
            .param("grid", dutyGrid)
            .param("from", validFrom)
            .update()
        > 0;
  }
}
