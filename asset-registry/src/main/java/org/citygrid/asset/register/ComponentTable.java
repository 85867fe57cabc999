package org.citygrid.asset.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.ComponentSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads components and their versions.
@Repository
class ComponentTable {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ComponentTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<CardRow> find(String code) {
    return jdbc.sql(
            """
            select c.*, ST_AsGeoJSON(c.location, 9, 0) as geojson, ST_X(p) as lon, ST_Y(p) as lat
            from asset.component c, ST_PointOnSurface(c.location) p
            where c.code = :code
            """)
        .param("code", code)
        .query((row, _) -> toCardRow(row))
        .optional();
  }

  /// Every version of a card, oldest first, the present one last.
  List<CardVersion> listVersions(String code) {
    return jdbc.sql(
            """
            select v.*, w.reason, p.proposed_by
            from (
              select code, version, changed_at, changed_by, survey_id, card
              from asset.component_version where code = :code
              union all
              select code, version, changed_at, changed_by, survey_id, asset.card_of(component)
              from asset.component where code = :code
            ) v
            left join asset.component_change w using (code, version)
            left join asset.component_proposal p on p.id = w.proposal_id
            order by v.version
            """)
        .param("code", code)
        .query((row, _) ->
            new CardVersion(
                row.getInt("version"),
                instant(row, "changed_at"),
                row.getString("changed_by"),
                row.getObject("survey_id", Long.class),
                row.getString("reason"),
                row.getString("proposed_by"),
                json.readTree(row.getString("card"))))
        .list();
  }

  /// One code has a statement of its own: its plan is kept, while a plan for a list is made anew
  /// each time.
  List<ComponentSummary> listSummaries(Collection<String> codes) {
    return codes.size() == 1 ? listSummary(codes.iterator().next()) : listAllSummaries(codes);
  }

  private List<ComponentSummary> listSummary(String code) {
    return jdbc.sql(
            """
            select c.code, c.class_code, c.owner_unit, c.maintenance_unit, c.cell_code,
              c.duty_grid_code, ST_X(p) as lon, ST_Y(p) as lat
            from asset.component c, ST_PointOnSurface(c.location) p
            where c.code = :code
            """)
        .param("code", code)
        .query((row, _) -> toSummary(row))
        .list();
  }

  private List<ComponentSummary> listAllSummaries(Collection<String> codes) {
    return jdbc.sql(
            """
            select c.code, c.class_code, c.owner_unit, c.maintenance_unit, c.cell_code,
              c.duty_grid_code, ST_X(p) as lon, ST_Y(p) as lat
            from asset.component c, ST_PointOnSurface(c.location) p
            where c.code = any (:codes)
            """)
        .param("codes", codes.toArray(String[]::new))
        .query((row, _) -> toSummary(row))
        .list();
  }

  Set<String> findPhotosInUse(Collection<String> ids) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct id from (
                  select unnest(photo_ids) as id from asset.component
                  where photo_ids && :ids::text[] and photo_ids <> '{}'
                  union all
                  select unnest(photo_ids) from asset.component_proposal where photo_ids && :ids::text[]
                ) named
                where id = any (:ids)
                """)
            .param("ids", ids.toArray(String[]::new))
            .query((row, _) -> row.getString("id"))
            .list());
  }

  private static ComponentSummary toSummary(ResultSet row) throws SQLException {
    return new ComponentSummary(
        row.getString("code"),
        row.getString("class_code"),
        row.getString("owner_unit"),
        row.getString("maintenance_unit"),
        row.getString("cell_code"),
        row.getString("duty_grid_code"),
        row.getDouble("lon"),
        row.getDouble("lat"));
  }

  private static CardRow toCardRow(ResultSet row) throws SQLException {
    return new CardRow(
        row.getString("code"),
        row.getString("class_code"),
        row.getString("competent_unit"),
        row.getString("owner_unit"),
        row.getString("maintenance_unit"),
        row.getString("division_code"),
        row.getString("cell_code"),
        row.getString("duty_grid_code"),
        row.getString("geojson"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getString("address"),
        row.getString("spec"),
        row.getString("dimensions"),
        ComponentState.of(row.getString("state")),
        row.getObject("since", LocalDate.class),
        instant(row, "changed_at"),
        row.getString("source"),
        row.getString("note"),
        row.getBoolean("synthetic"),
        row.getInt("version"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
