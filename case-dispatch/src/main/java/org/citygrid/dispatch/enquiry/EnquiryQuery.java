package org.citygrid.dispatch.enquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citygrid.dispatch.desk.Cursor;
import org.citygrid.dispatch.desk.Reader;
import org.citygrid.dispatch.enquiry.flow.State;
import org.citygrid.dispatch.workflow.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Reads many enquiries at once. Every query is bounded by what its reader may see.
@Component
class EnquiryQuery {
  private final JdbcClient jdbc;

  EnquiryQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param queue `mine`, `open` or `all`
  /// @param after the last row of the page before
  List<Enquiry> list(
      String queue,
      Map<Narrowing, Object> asked,
      Reader reader,
      Instant now,
      boolean byDue,
      @Nullable Cursor after,
      int limit) {
    var conditions =
        asked.keySet().stream()
            .map(one -> "and " + one.condition() + "\n")
            .collect(Collectors.joining());
    var spec =
        bind(jdbc.sql(SEEN + conditions + (byDue ? BY_DUE : NEWEST)), reader, now)
            .param("queue", queue)
            .param("afterKey", after == null ? null : Timestamp.from(after.key()))
            .param("afterId", after == null ? null : after.id())
            .param("limit", limit);
    for (var one : asked.entrySet()) {
      spec = spec.param(one.getKey().parameter(), one.getValue());
    }
    return spec.query((row, _) -> EnquiryStore.read(row.getString(1))).list();
  }

  /// @param late of the open ones
  record Counts(int mine, int open, int late) {}

  Counts counts(Reader reader, Instant now) {
    return bind(jdbc.sql(COUNTS), reader, now)
        .query((row, _) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  /// How many came in a period, and what became of them.
  ///
  /// @param kind null for all kinds together
  /// @param channel null for all channels together
  /// @param closed closed, or gone on as a case
  /// @param onTime of the closed ones
  /// @param onTimeRate of the closed ones, 0 to 1; null where none is closed
  /// @param overdue still without an answer after the limit
  /// @param meanStars null where nobody gave stars
  record Figures(
      @Nullable String kind,
      @Nullable String channel,
      int received,
      int answered,
      int closed,
      int onTime,
      @Nullable Double onTimeRate,
      int overdue,
      int rated,
      int satisfied,
      @Nullable Double meanStars) {}

  List<Figures> figures(Reader reader, Instant from, Instant to, Instant now) {
    return bind(jdbc.sql(FIGURES), reader, now)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query((row, _) -> read(row))
        .list();
  }

  private static Figures read(ResultSet row) throws SQLException {
    int closed = row.getInt("closed");
    int onTime = row.getInt("on_time");
    double stars = row.getDouble("mean_stars");
    return new Figures(
        row.getString("kind"),
        row.getString("channel"),
        row.getInt("received"),
        row.getInt("answered"),
        closed,
        onTime,
        closed == 0 ? null : (double) onTime / closed,
        row.getInt("overdue"),
        row.getInt("rated"),
        row.getInt("satisfied"),
        stars == 0 ? null : stars);
  }

  static boolean isTurnOf(Enquiry enquiry, Reader reader) {
    return reader.posts().contains(enquiry.state().holder())
        && (enquiry.state() != State.FORWARDED
            || reader.unitOrNone().equals(enquiry.progress().unitCode));
  }

  private static StatementSpec bind(StatementSpec sql, Reader reader, Instant now) {
    return sql.param("division", reader.division())
        .param("onlyUnit", reader.onlyUnit())
        .param("myUnit", reader.unitOrNone())
        .param("turnStates", turnStates(reader))
        .param("now", Timestamp.from(now));
  }

  private static String[] turnStates(Reader reader) {
    return State.all().stream()
        .filter(state -> state.holder() != Post.NOBODY)
        .filter(state -> reader.posts().contains(state.holder()))
        .map(Enum::name)
        .toArray(String[]::new);
  }

  /// The light of an enquiry `e` at `:now`, as [Enquiry#light] tells it.
  static final String LIGHT =
      """
      case
        when e.state not in ('NEW', 'ACCEPTED', 'FORWARDED', 'REOPENED') then 'none'
        when cast(:now as timestamptz) > e.due_at then 'red'
        when cast(:now as timestamptz) > e.warn_at then 'yellow'
        else 'green'
      end
      """;

  private static final String MINE =
      "(e.state = any (:turnStates) and (e.state <> 'FORWARDED' or e.unit_code = :myUnit))";

  private static final String WITHIN =
      """
      starts_with(e.division_code, :division)
        and (cast(:onlyUnit as text) is null or e.unit_code = :onlyUnit)
      """;

  private static final String SEEN =
      "select row_to_json(e) from dispatch.enquiry e where "
          + WITHIN
          + " and (:queue = 'all' or (:queue = 'open' and e.state not in ('CLOSED', 'CONVERTED'))"
          + " or (:queue = 'mine' and "
          + MINE
          + "))\n";

  private static final String BY_DUE =
      """
        and (cast(:afterKey as timestamptz) is null
          or (e.due_at, e.id) > (:afterKey, cast(:afterId as uuid)))
      order by e.due_at, e.id
      limit :limit
      """;

  private static final String NEWEST =
      """
        and (cast(:afterKey as timestamptz) is null
          or (e.received_at, e.id) < (:afterKey, cast(:afterId as uuid)))
      order by e.received_at desc, e.id desc
      limit :limit
      """;

  private static final String COUNTS =
      "select count(*) filter (where "
          + MINE
          + "), count(*), count(*) filter (where "
          + LIGHT
          + " = 'red') from dispatch.enquiry e where e.state not in ('CLOSED', 'CONVERTED') and "
          + WITHIN;

  private static final String FIGURES =
      """
      select
        e.kind, e.channel,
        count(*) as received,
        count(e.answered_at) as answered,
        count(*) filter (where e.state in ('CLOSED', 'CONVERTED')) as closed,
        count(*) filter (where e.state in ('CLOSED', 'CONVERTED') and not e.late) as on_time,
        count(*) filter (where e.state in ('NEW', 'ACCEPTED', 'FORWARDED', 'REOPENED') and :now > e.due_at) as overdue,
        count(e.rated_at) as rated,
        count(*) filter (where e.satisfied) as satisfied,
        coalesce(avg(e.stars), 0) as mean_stars
      from dispatch.enquiry e
      where e.received_at >= :from and e.received_at < :to
        and starts_with(e.division_code, :division)
        and (cast(:onlyUnit as text) is null or e.unit_code = :onlyUnit)
      group by grouping sets ((e.kind, e.channel), (e.kind), (e.channel), ())
      order by e.kind nulls last, e.channel nulls last
      """;
}
