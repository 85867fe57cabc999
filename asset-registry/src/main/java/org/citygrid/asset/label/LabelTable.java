package org.citygrid.asset.label;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds the components that labels are printed for.
@Repository
class LabelTable {
  private final JdbcClient jdbc;

  LabelTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Labelled(String code, String classCode) {}

  /// In the order of codes.
  List<Labelled> list(Collection<String> codes) {
    return jdbc.sql(
            """
            select code, class_code from asset.component where code = any (:codes) order by code
            """)
        .param("codes", codes.toArray(String[]::new))
        .query((row, _) -> new Labelled(row.getString("code"), row.getString("class_code")))
        .list();
  }

  /// Those that stand there, cell by cell, so that whoever sticks them walks a short way.
  List<Labelled> list(@Nullable String grid, @Nullable String classCode, int limit) {
    return jdbc.sql(
            """
            select code, class_code from asset.component
            where state in ('intact', 'damaged')
              and (:grid::text is null or duty_grid_code = :grid)
              and (:class::text is null or starts_with(class_code, :class))
            order by cell_code, ST_GeoHash(ST_SetSRID(ST_PointOnSurface(location), 4326), 9), code
            limit :limit
            """)
        .param("grid", grid)
        .param("class", classCode)
        .param("limit", limit)
        .query((row, _) -> new Labelled(row.getString("code"), row.getString("class_code")))
        .list();
  }
}
