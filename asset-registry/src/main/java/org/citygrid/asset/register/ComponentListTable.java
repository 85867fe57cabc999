package org.citygrid.asset.register;

import java.util.List;
import org.citygrid.asset.ComponentState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists components in the order of their codes.
@Repository
class ComponentListTable {
  private final JdbcClient jdbc;

  ComponentListTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A component as lists show it.
  record Listed(
      String code,
      String classCode,
      double lon,
      double lat,
      ComponentState state,
      @Nullable String spec,
      @Nullable String address,
      @Nullable String ownerUnit,
      @Nullable String maintenanceUnit,
      @Nullable String dutyGridCode,
      int version) {}

  /// A page of components in the order of their codes.
  List<Listed> list(ComponentFilter filter, int limit) {
    double[] box = filter.box();
    return jdbc.sql(
            """
            select c.code, c.class_code, ST_X(p) as lon, ST_Y(p) as lat, c.state, c.spec, c.address,
              c.owner_unit, c.maintenance_unit, c.duty_grid_code, c.version
            from asset.component c, ST_PointOnSurface(c.location) p
            where (:after::text is null or c.code > :after)
              and (:class::text is null or starts_with(c.class_code, :class))
              and (:unit::text is null
                or :unit in (c.owner_unit, c.maintenance_unit, c.competent_unit))
              and (:grid::text is null or c.duty_grid_code = :grid)
              and (:division::text is null or starts_with(c.division_code, :division))
              and (:state::text is null or c.state = :state)
              and (:prefix::text is null
                or (c.code >= :prefix and c.code < :prefix || '~'))
              and (:words::text is null or c.class_code = any (:wordClasses)
                or strpos(lower(c.address), lower(:words)) > 0
                or strpos(lower(c.spec), lower(:words)) > 0)
              and (:west::float8 is null
                or (c.location && ST_MakeEnvelope(:west, :south, :east, :north, 4490)
                  and ST_Intersects(c.location, ST_MakeEnvelope(:west, :south, :east, :north, 4490))))
              and case :missing::text
                when 'spec' then c.spec is null
                when 'photo' then c.photo_ids = '{}'
                when 'dimensions' then c.dimensions = '[]'
                when 'address' then c.address is null
                when 'maintenance' then c.maintenance_unit is null
                when 'owner' then c.owner_unit is null or c.owner_unit = ''
                else true end
            order by c.code
            limit :limit
            """)
        .param("after", filter.after())
        .param("class", filter.classCode())
        .param("unit", filter.unit())
        .param("grid", filter.grid())
        .param("division", filter.division())
        .param("state", filter.state())
        .param("prefix", filter.codePrefix())
        .param("words", filter.words())
        .param("wordClasses", filter.wordClasses().toArray(String[]::new))
        .param("west", box == null ? null : box[0])
        .param("south", box == null ? null : box[1])
        .param("east", box == null ? null : box[2])
        .param("north", box == null ? null : box[3])
        .param("missing", filter.missing())
        .param("limit", limit)
        .query((row, _) ->
            new Listed(
                row.getString("code"),
                row.getString("class_code"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                ComponentState.of(row.getString("state")),
                row.getString("spec"),
                row.getString("address"),
                row.getString("owner_unit"),
                row.getString("maintenance_unit"),
                row.getString("duty_grid_code"),
                row.getInt("version")))
        .list();
  }
}
