package org.citygrid.asset.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Keeps proposals.
@Repository
class ProposalTable {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ProposalTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// @return false when a proposal of this id is stored already
  boolean insert(Proposal proposal) {
    return jdbc.sql(
                """
                insert into asset.component_proposal (
                  id, act, code, class_code, card, place, division_code, note, photo_ids,
                  content_hash, base_version, proposed_by, proposed_at, state)
                values (
                  :id, :act, :code, :classCode, :card::jsonb,
                  ST_SetSRID(ST_MakePoint(:lon, :lat), 4490), :division, :note, :photoIds, :hash,
                  :base, :by, :at, 'open')
                on conflict (id) do nothing
                """)
            .paramSource(
                new MapSqlParameterSource()
                    .addValue("id", proposal.id())
                    .addValue("act", proposal.act().word())
                    .addValue("code", proposal.code())
                    .addValue("classCode", proposal.classCode())
                    .addValue("card", proposal.card().toString())
                    .addValue("lon", proposal.lon())
                    .addValue("lat", proposal.lat())
                    .addValue("division", proposal.divisionCode())
                    .addValue("note", proposal.note())
                    .addValue("photoIds", proposal.photoIds().toArray(String[]::new))
                    .addValue("hash", proposal.contentHash())
                    .addValue("base", proposal.baseVersion())
                    .addValue("by", proposal.proposedBy())
                    .addValue("at", utc(proposal.proposedAt())))
            .update()
        == 1;
  }

  Optional<Proposal> find(UUID id) {
    return jdbc.sql(
            """
            select p.*, ST_X(place) as lon, ST_Y(place) as lat
            from asset.component_proposal p where id = :id
            """)
        .param("id", id)
        .query((row, _) -> toProposal(row))
        .optional();
  }

  /// Holds the proposal for whoever decides it.
  Optional<Proposal> lock(UUID id) {
    return jdbc.sql(
            """
            select p.*, ST_X(place) as lon, ST_Y(place) as lat
            from asset.component_proposal p where id = :id
            for update
            """)
        .param("id", id)
        .query((row, _) -> toProposal(row))
        .optional();
  }

  /// What a list is narrowed by; nulls do not narrow.
  ///
  /// @param division proposals of this division and below
  /// @param after the last one of the page before
  record Filter(
      Proposal.@Nullable State state,
      @Nullable String code,
      @Nullable String by,
      String division,
      @Nullable Proposal after) {}

  /// Open ones oldest first, as they wait; else the newest first.
  List<Proposal> list(Filter filter, int limit) {
    Proposal after = filter.after();
    return jdbc.sql(
            """
            select p.*, ST_X(place) as lon, ST_Y(place) as lat
            from asset.component_proposal p
            where (:state::text is null or state = :state)
              and (:code::text is null or code = :code)
              and (:by::text is null or proposed_by = :by)
              and starts_with(division_code, :division)
              and (:afterAt::timestamptz is null
                or case when :state::text = 'open' then (proposed_at, id) > (:afterAt, :afterId::uuid)
                  else (proposed_at, id) < (:afterAt, :afterId::uuid) end)
            order by
              case when :state::text = 'open' then proposed_at end,
              case when :state::text = 'open' then id end,
              proposed_at desc, id desc
            limit :limit
            """)
        .param("state", filter.state() == null ? null : filter.state().word())
        .param("code", filter.code())
        .param("by", filter.by())
        .param("division", filter.division())
        .param("afterAt", after == null ? null : utc(after.proposedAt()))
        .param("afterId", after == null ? null : after.id().toString())
        .param("limit", limit)
        .query((row, _) -> toProposal(row))
        .list();
  }

  long countOpen(String division) {
    return jdbc.sql(
            """
            select count(*) from asset.component_proposal
            where state = 'open' and starts_with(division_code, :division)
            """)
        .param("division", division)
        .query(Long.class)
        .single();
  }

  void close(
      UUID id,
      Proposal.State state,
      String by,
      Instant at,
      @Nullable String opinion,
      @Nullable String code,
      @Nullable Integer version) {
    jdbc.sql(
            """
            update asset.component_proposal set
              state = :state, reviewed_by = :by, reviewed_at = :at, opinion = :opinion,
              code = coalesce(:code, code), outcome_version = :version
            where id = :id
            """)
        .param("id", id)
        .param("state", state.word())
        .param("by", by)
        .param("at", utc(at))
        .param("opinion", opinion)
        .param("code", code)
        .param("version", version)
        .update();
  }

  private Proposal toProposal(ResultSet row) throws SQLException {
    OffsetDateTime reviewedAt = row.getObject("reviewed_at", OffsetDateTime.class);
    return new Proposal(
        row.getObject("id", UUID.class),
        Proposal.Act.of(row.getString("act")),
        row.getString("code"),
        row.getString("class_code"),
        json.readTree(row.getString("card")),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getString("division_code"),
        row.getString("note"),
        List.of((String[]) row.getArray("photo_ids").getArray()),
        row.getString("content_hash"),
        row.getObject("base_version", Integer.class),
        row.getString("proposed_by"),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        Proposal.State.of(row.getString("state")),
        row.getString("reviewed_by"),
        reviewedAt == null ? null : reviewedAt.toInstant(),
        row.getString("opinion"),
        row.getObject("outcome_version", Integer.class));
  }

  private static OffsetDateTime utc(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
