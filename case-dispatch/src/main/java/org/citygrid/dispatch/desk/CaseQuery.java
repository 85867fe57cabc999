package org.citygrid.dispatch.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.dispatch.oversight.StuckRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Reads many cases at once. Every query is bounded by what its reader may see.
@Component
final class CaseQuery {
  private final JdbcClient jdbc;
  private final StuckRules stuck;

  CaseQuery(JdbcClient jdbc, StuckRules stuck) {
    this.jdbc = jdbc;
    this.stuck = stuck;
  }

  /// @param after the last row of the page before; its key is the deadline or the day reported
  List<CaseFile> list(
      CaseFilter filter,
      Reader reader,
      Instant now,
      boolean byDue,
      @Nullable Cursor after,
      int limit) {
    var spec =
        bind(jdbc.sql(SEEN + filter.conditions() + (byDue ? BY_DUE : NEWEST)), reader, now)
            .param("queue", filter.queue())
            .params(filter.parameters())
            .param("afterKey", after == null ? null : Timestamp.from(after.key()))
            .param("afterId", after == null ? null : after.id())
            .param("limit", limit);
    if (filter.asks(Narrowing.STUCK)) {
      spec = spec.params(stuck.parameters(reader.division()));
    }
    return spec.query((row, _) -> CaseStore.read(row.getString(1))).list();
  }

  private static StatementSpec bind(StatementSpec sql, Reader reader, Instant now) {
    return sql.param("division", reader.division())
        .param("onlyUnit", reader.onlyUnit())
        .param("onlyStaff", reader.onlyStaff())
        .param("myUnit", reader.unitOrNone())
        .param("turnStates", reader.turnStates().toArray(String[]::new))
        .param("turnRequests", reader.turnRequests().toArray(String[]::new))
        .param("now", Timestamp.from(now));
  }

  /// A number of cases in one state with one light.
  record Count(String state, String light, int count, int mine) {}

  List<Count> counts(Reader reader, Instant now) {
    return bind(jdbc.sql(COUNTS), reader, now)
        .query(
            (row, _) -> new Count(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  /// An open case as a dot on the map.
  record Point(
      String number,
      double lon,
      double lat,
      String light,
      String state,
      String classCode,
      Instant reportedAt,
      boolean mine) {}

  List<Point> points(Reader reader, Instant now) {
    return bind(jdbc.sql(POINTS), reader, now)
        .query((row, _) ->
            new Point(
                row.getString("number"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getString("light"),
                row.getString("state"),
                row.getString("class_code"),
                row.getTimestamp("reported_at").toInstant(),
                row.getBoolean("mine")))
        .list();
  }

  /// Numbers of these cases, for showing links.
  Map<UUID, String> numbers(List<UUID> ids) {
    var numbers = new HashMap<UUID, String>();
    jdbc.sql("select id, number from dispatch.city_case where id = any (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          numbers.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return numbers;
  }

  /// Cases that the reader may see and the queue holds; conditions, page and order follow.
  private static final String SEEN =
      """
      select row_to_json(c) from dispatch.seen_case(
        :division, :onlyUnit, :onlyStaff, :myUnit, :turnStates, :turnRequests, cast(:now as timestamptz)) v
      join dispatch.city_case c on c.id = v.id
      where (:queue = 'all' or (:queue = 'open' and v.open) or (:queue = 'mine' and v.mine))
      """;

  private static final String BY_DUE =
      """

        and (cast(:afterKey as timestamptz) is null
          or (coalesce(c.due_at, '9999-01-01Z'), c.id) > (:afterKey, cast(:afterId as uuid)))
      order by coalesce(c.due_at, '9999-01-01Z'), c.id
      limit :limit
      """;

  private static final String NEWEST =
      """

        and (cast(:afterKey as timestamptz) is null
          or (c.reported_at, c.id) < (:afterKey, cast(:afterId as uuid)))
      order by c.reported_at desc, c.id desc
      limit :limit
      """;

  private static final String COUNTS =
      """
      select v.state, v.light, count(*) as count, count(*) filter (where v.mine) as mine
      from dispatch.seen_case(
        :division, :onlyUnit, :onlyStaff, :myUnit, :turnStates, :turnRequests, cast(:now as timestamptz)) v
      where v.open or v.mine
      group by v.state, v.light
      """;

  private static final String POINTS =
      """
      select c.number, c.lon, c.lat, v.light, c.state, c.class_code, c.reported_at, v.mine
      from dispatch.seen_case(
        :division, :onlyUnit, :onlyStaff, :myUnit, :turnStates, :turnRequests, cast(:now as timestamptz)) v
      join dispatch.city_case c on c.id = v.id
      where v.open
      order by c.reported_at
      limit 50000
      """;
}
