package org.citygrid.asset.edit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.asset.ComponentState;
import org.citygrid.asset.Dimension;
import org.citygrid.grid.Placement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes single cards.
@Repository
class CardStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  CardStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Who wrote a version, when and why.
  ///
  /// @param proposal whose acceptance it is, if it is one
  record Mark(String by, Instant at, @Nullable String reason, @Nullable UUID proposal) {}

  /// Whether a geometry may stand on a card, and a point on it.
  record Shape(String geometry, double lon, double lat, boolean valid, boolean empty, int points) {}

  /// @throws org.springframework.dao.DataAccessException when it is no GeoJSON geometry
  Shape readShape(String geoJson) {
    return jdbc.sql(
            """
            select ST_AsGeoJSON(g, 9, 0) as geometry, ST_IsValid(g) as valid, ST_IsEmpty(g) as empty,
              ST_NPoints(g) as points, ST_X(p) as lon, ST_Y(p) as lat
            from (select ST_Force2D(ST_GeomFromGeoJSON(:geoJson)) as g) given,
              ST_PointOnSurface(case when ST_IsValid(g) then g else ST_Envelope(g) end) p
            """)
        .param("geoJson", geoJson)
        .query((row, _) ->
            new Shape(
                row.getString("geometry"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getBoolean("valid"),
                row.getBoolean("empty"),
                row.getInt("points")))
        .single();
  }

  Optional<StoredCard> lock(String code) {
    return jdbc.sql(
            """
            select c.*, ST_AsGeoJSON(c.location, 15, 0) as geojson,
              ST_X(ST_PointOnSurface(c.location)) as lon, ST_Y(ST_PointOnSurface(c.location)) as lat
            from asset.component c
            where c.code = :code
            for update
            """)
        .param("code", code)
        .query((row, _) -> toCard(row))
        .optional();
  }

  String countPlace(String code) {
    return jdbc.sql(
            "select asset.count_place(cell_code, location) from asset.component where code = :code")
        .param("code", code)
        .query(String.class)
        .single();
  }

  void insert(String code, String edition, CardDraft fields, Placement at, Mark mark) {
    jdbc.sql(
            """
            insert into asset.component (
              code, edition, competent_unit, owner_unit, maintenance_unit, competent_from, owner_from,
              maintenance_from, cell_code, duty_grid_code, division_code, location, spec, dimensions,
              state, since, source, note, address, photo_ids, synthetic, changed_at, changed_by)
            values (
              :code, :edition, :competentUnit, :ownerUnit, :maintenanceUnit, :competentFrom, :ownerFrom,
              :maintenanceFrom, :cell, :dutyGrid, :division,
              ST_SetSRID(ST_GeomFromGeoJSON(:location), 4490), :spec, :dimensions::jsonb,
              :state, :since, :source, :note, :address, :photoIds, false, :at, :by)
            """)
        .paramSource(parameters(code, fields, at, mark).addValue("edition", edition))
        .update();
    explain(code, 1, mark);
  }

  /// Writes the card where it would differ from what is stored, the former one kept as a version.
  ///
  /// @return whether anything differed
  boolean update(StoredCard before, CardDraft fields, Placement at, Mark mark) {
    MapSqlParameterSource parameters = parameters(before.code(), fields, at, mark);
    boolean differs =
        jdbc.sql(
                """
                select (competent_unit, owner_unit, maintenance_unit, competent_from, owner_from,
                    maintenance_from, cell_code, duty_grid_code, division_code, location, spec,
                    dimensions, state, since, source, note, address, photo_ids)
                  is distinct from
                    (:competentUnit::text, :ownerUnit::text, :maintenanceUnit::text,
                    :competentFrom::date, :ownerFrom::date, :maintenanceFrom::date, :cell::text,
                    :dutyGrid::text, :division::text, ST_SetSRID(ST_GeomFromGeoJSON(:location), 4490),
                    :spec::text, :dimensions::jsonb, :state::text, :since::date, :source::text,
                    :note::text, :address::text, :photoIds::text[])
                from asset.component where code = :code
                """)
            .paramSource(parameters)
            .query(Boolean.class)
            .single();
    if (!differs) {
      return false;
    }
    jdbc.sql(
            """
            insert into asset.component_version (code, version, changed_at, changed_by, survey_id, card)
            select code, version, changed_at, changed_by, survey_id, asset.card_of(c)
            from asset.component c where code = :code
            """)
        .param("code", before.code())
        .update();
    jdbc.sql(
            """
            update asset.component set
              competent_unit = :competentUnit, owner_unit = :ownerUnit,
              maintenance_unit = :maintenanceUnit, competent_from = :competentFrom,
              owner_from = :ownerFrom, maintenance_from = :maintenanceFrom, cell_code = :cell,
              duty_grid_code = :dutyGrid, division_code = :division,
              location = ST_SetSRID(ST_GeomFromGeoJSON(:location), 4490), spec = :spec,
              dimensions = :dimensions::jsonb, state = :state, since = :since, source = :source,
              note = :note, address = :address, photo_ids = :photoIds,
              version = version + 1, changed_at = :at, changed_by = :by, survey_id = null
            where code = :code
            """)
        .paramSource(parameters)
        .update();
    explain(before.code(), before.version() + 1, mark);
    return true;
  }

  private void explain(String code, int version, Mark mark) {
    if (mark.reason() == null && mark.proposal() == null) {
      return;
    }
    jdbc.sql(
            """
            insert into asset.component_change (code, version, reason, proposal_id)
            values (:code, :version, :reason, :proposal)
            """)
        .param("code", code)
        .param("version", version)
        .param("reason", mark.reason())
        .param("proposal", mark.proposal())
        .update();
  }

  private MapSqlParameterSource parameters(String code, CardDraft fields, Placement at, Mark mark) {
    MapSqlParameterSource all = new MapSqlParameterSource();
    all.addValue("code", code);
    all.addValue("competentUnit", fields.competentUnit);
    all.addValue("ownerUnit", fields.ownerUnit);
    all.addValue("maintenanceUnit", fields.maintenanceUnit);
    all.addValue("competentFrom", fields.competentFrom);
    all.addValue("ownerFrom", fields.ownerFrom);
    all.addValue("maintenanceFrom", fields.maintenanceFrom);
    all.addValue("cell", at.cell() == null ? null : at.cell().value());
    all.addValue("dutyGrid", at.dutyGrid() == null ? null : at.dutyGrid().value());
    all.addValue("division", at.division() == null ? null : at.division().value());
    all.addValue("location", fields.place == null ? null : fields.place.geometry());
    all.addValue("spec", fields.spec);
    all.addValue("dimensions", json.writeValueAsString(fields.dimensions));
    all.addValue("state", fields.state.word());
    all.addValue("since", fields.since);
    all.addValue("source", fields.source);
    all.addValue("note", fields.note);
    all.addValue("address", fields.address);
    all.addValue("photoIds", fields.photoIds.toArray(String[]::new));
    all.addValue("at", OffsetDateTime.ofInstant(mark.at(), ZoneOffset.UTC));
    all.addValue("by", mark.by());
    return all;
  }

  private StoredCard toCard(ResultSet row) throws SQLException {
    CardDraft fields = new CardDraft();
    fields.classCode = row.getString("class_code");
    fields.competentUnit = row.getString("competent_unit");
    fields.ownerUnit = row.getString("owner_unit");
    fields.maintenanceUnit = row.getString("maintenance_unit");
    fields.competentFrom = row.getObject("competent_from", LocalDate.class);
    fields.ownerFrom = row.getObject("owner_from", LocalDate.class);
    fields.maintenanceFrom = row.getObject("maintenance_from", LocalDate.class);
    fields.place =
        new CardDraft.Place(row.getString("geojson"), row.getDouble("lon"), row.getDouble("lat"));
    fields.spec = row.getString("spec");
    fields.dimensions = readDimensions(row.getString("dimensions"));
    fields.state = ComponentState.of(row.getString("state"));
    fields.since = row.getObject("since", LocalDate.class);
    fields.source = row.getString("source");
    fields.note = row.getString("note");
    fields.address = row.getString("address");
    fields.photoIds = List.of((String[]) row.getArray("photo_ids").getArray());
    return new StoredCard(
        row.getString("code"), row.getInt("version"), row.getString("division_code"), fields);
  }

  private List<Dimension> readDimensions(String text) {
    return json.readTree(text).valueStream().map(CardStore::toDimension).toList();
  }

  private static Dimension toDimension(JsonNode one) {
    JsonNode value = one.path("value");
    return new Dimension(
        one.path("name").asString(""),
        value.isNumber() ? value.decimalValue() : value.asString(""),
        one.path("unit").asString(null));
  }
}
