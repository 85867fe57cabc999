package org.citygrid.dispatch.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Frozen results in PostgreSQL.
@Component
class ResultTable {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;
  private final TownClock clock;

  ResultTable(JdbcClient jdbc, TownClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A result without its rows.
  ///
  /// @param period its code, or `from..to`
  /// @param division objects of this division and below
  /// @param newest the highest version of the same evaluation
  /// @param newestPublished of those that are published
  record Result(
      UUID id,
      ObjectKind of,
      String period,
      LocalDate from,
      LocalDate to,
      String division,
      String scheme,
      LocalDate schemeFrom,
      int version,
      Evaluations.Manner manner,
      Instant frozenAt,
      String frozenBy,
      @Nullable String note,
      @Nullable Instant publishedAt,
      @Nullable String publishedBy,
      int objects,
      int newest,
      int newestPublished) {

    boolean isPublished() {
      return publishedAt != null;
    }
  }

  /// What was frozen of one object.
  record Row(
      String key,
      Map<String, Long> counts,
      Map<String, Double> rates,
      Map<String, Double> points,
      Map<String, Double> deducted,
      @Nullable Double score,
      @Nullable String grade,
      @Nullable Integer rank,
      long exempt) {}

  /// Freezes, as the next version of the same evaluation. Two who freeze at once wait for each
  /// other.
  @Transactional
  public void insert(Result result, List<Evaluations.Standing> standings) {
    jdbc.sql("lock table dispatch.evaluation_result in share row exclusive mode").update();
    jdbc.sql(
            """
            insert into dispatch.evaluation_result
              (id, of_kind, period, first_day, last_day, division_code, scheme, scheme_from, version,
               suspended_out, zero_is_full, frozen_at, frozen_by, note)
            select
              :id, :of, :period, :from, :to, :division, :scheme, :schemeFrom, coalesce(max(version), 0) + 1,
              :suspendedOut, :zeroIsFull, :at, :by, :note
            from dispatch.evaluation_result
            where of_kind = :of and period = :period and division_code = :division and scheme = :scheme
            """)
        .param("id", result.id())
        .param("of", result.of().code())
        .param("period", result.period())
        .param("from", result.from())
        .param("to", result.to())
        .param("division", result.division())
        .param("scheme", result.scheme())
        .param("schemeFrom", result.schemeFrom())
        .param("suspendedOut", result.manner().suspendedOut())
        .param("zeroIsFull", result.manner().zeroIsFull())
        .param("at", Timestamp.from(result.frozenAt()))
        .param("by", result.frozenBy())
        .param("note", result.note())
        .update();
    standings.forEach(one -> insert(result, one));
  }

  private void insert(Result result, Evaluations.Standing one) {
    var score = java.util.Objects.requireNonNull(one.score());
    var total = score.total();
    jdbc.sql(
            """
            insert into dispatch.evaluation_row
              (result_id, key, counts, rates, points, deducted, score, grade, rank, exempt)
            values
              (:id, :key, cast(:counts as jsonb), cast(:rates as jsonb), cast(:points as jsonb),
               cast(:deducted as jsonb), :score, :grade, :rank, :exempt)
            """)
        .param("id", result.id())
        .param("key", one.key())
        .param("counts", JSON.writeValueAsString(Sheet.coded(one.counts())))
        .param("rates", JSON.writeValueAsString(Sheet.ratesOf(result.of(), one.counts())))
        .param("points", JSON.writeValueAsString(Sheet.rounded(score.points())))
        .param("deducted", JSON.writeValueAsString(Sheet.rounded(score.deducted())))
        .param("score", total == null ? null : Sheet.round(total, 2))
        .param("grade", one.grade())
        .param("rank", one.rank())
        .param("exempt", one.exempt())
        .update();
  }

  /// @return false when it was published before
  boolean publish(UUID id, String by, Instant at) {
    return jdbc.sql(
                """
                update dispatch.evaluation_result set published_at = :at, published_by = :by
                where id = :id and published_at is null
                """)
            .param("id", id)
            .param("by", by)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  Optional<Result> find(UUID id) {
    return list().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// All results, the newest first.
  List<Result> list() {
    return jdbc.sql(
            """
            select r.*,
              (select count(*) from dispatch.evaluation_row w where w.result_id = r.id) as objects,
              max(version) over same as newest,
              coalesce(max(version) filter (where published_at is not null) over same, 0) as newest_published
            from dispatch.evaluation_result r
            window same as (partition by of_kind, period, division_code, scheme)
            order by frozen_at desc
            """)
        .query(ResultTable::result)
        .list();
  }

  private static Result result(ResultSet row, int n) throws SQLException {
    var published = row.getTimestamp("published_at");
    return new Result(
        row.getObject("id", UUID.class),
        ObjectKind.find(row.getString("of_kind")).orElseThrow(),
        row.getString("period"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("division_code"),
        row.getString("scheme"),
        row.getObject("scheme_from", LocalDate.class),
        row.getInt("version"),
        new Evaluations.Manner(row.getBoolean("suspended_out"), row.getBoolean("zero_is_full")),
        row.getTimestamp("frozen_at").toInstant(),
        row.getString("frozen_by"),
        row.getString("note"),
        published == null ? null : published.toInstant(),
        row.getString("published_by"),
        row.getInt("objects"),
        row.getInt("newest"),
        row.getInt("newest_published"));
  }

  List<Row> rows(UUID id) {
    return jdbc.sql(
            """
            select key, counts, rates, points, deducted, score, grade, rank, exempt
            from dispatch.evaluation_row
            where result_id = :id
            order by rank nulls last, key
            """)
        .param("id", id)
        .query((row, _) ->
            new Row(
                row.getString("key"),
                JSON.readValue(row.getString("counts"), new TypeReference<>() {}),
                JSON.readValue(row.getString("rates"), new TypeReference<>() {}),
                JSON.readValue(row.getString("points"), new TypeReference<>() {}),
                JSON.readValue(row.getString("deducted"), new TypeReference<>() {}),
                (Double) row.getObject("score"),
                row.getString("grade"),
                (Integer) row.getObject("rank"),
                row.getLong("exempt")))
        .list();
  }

  /// A case that an appeal took out of the scores after a result was frozen.
  record Pardon(String key, String number, Instant at) {}

  /// Those that concern an object of the result: its places, its department, the people who found,
  /// accepted, filed or dispatched it, checked or verified it.
  List<Pardon> pardons(Result result) {
    return jdbc.sql(
            """
            select distinct k.key, c.number, m.recorded_at as at
            from dispatch.case_move m
            join dispatch.city_case c on c.id = m.case_id
            cross join lateral (
              select case :kind
                when 'unit' then c.unit_code when 'grid' then c.duty_grid_code when 'cell' then c.cell_code
                when 'community' then c.division_code when 'town' then c.town_code when 'collector' then c.reporter
              end as key
              union
              select p.actor from dispatch.case_move p
              where p.case_id = c.id and p.actor_role = case :kind
                when 'collector' then 'COLLECTOR' when 'acceptor' then 'ACCEPTOR'
                when 'leader' then 'SHIFT_LEADER' when 'dispatcher' then 'DISPATCHER' end) k
            join dispatch.evaluation_row w on w.result_id = :id and w.key = k.key
            where m.action = 'GRANT_APPEAL' and m.actor_role = 'ACCEPTOR' and m.recorded_at > :frozen
              and c.reported_at < :until and starts_with(c.division_code, :division)
            order by m.recorded_at, c.number
            """)
        .param("kind", result.of().figures())
        .param("id", result.id())
        .param("frozen", Timestamp.from(result.frozenAt()))
        .param(
            "until", Timestamp.from(result.to().plusDays(1).atStartOfDay(clock.zone()).toInstant()))
        .param("division", result.division())
        .query((row, _) ->
            new Pardon(
                row.getString("key"), row.getString("number"), row.getTimestamp("at").toInstant()))
        .list();
  }

  static Map<String, List<Pardon>> byKey(List<Pardon> pardons) {
    var byKey = new HashMap<String, List<Pardon>>();
    pardons.forEach(
        one -> byKey.computeIfAbsent(one.key(), _ -> new java.util.ArrayList<>()).add(one));
    return byKey;
  }
}
