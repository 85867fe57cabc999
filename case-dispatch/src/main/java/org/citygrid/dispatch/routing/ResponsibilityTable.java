package org.citygrid.dispatch.routing;

import java.time.LocalDate;
import java.util.List;
import org.citygrid.dispatch.routing.Routing.Responsibility;
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
            select kind, class_prefix, division_code, unit_code, valid_from
            from dispatch.responsibility
            where starts_with(division_code, :prefix)
            order by kind, class_prefix, division_code, valid_from
            """)
        .param("prefix", divisionPrefix)
        .query((row, _) ->
            new Responsibility(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class)))
        .list();
  }

  /// All lines or none.
  @Transactional
  void put(List<Responsibility> lines) {
    for (Responsibility line : lines) {
      jdbc.sql(
              """
              insert into dispatch.responsibility (kind, class_prefix, division_code, unit_code, valid_from)
              values (:kind, :classes, :division, :unit, :from)
              on conflict (kind, class_prefix, division_code, duty_grid_code, valid_from)
              do update set unit_code = excluded.unit_code
              """)
          .param("kind", line.kind())
          .param("classes", line.classPrefix())
          .param("division", line.divisionCode())
          .param("unit", line.unitCode())
          .param("from", line.validFrom())
          .update();
    }
  }
}
