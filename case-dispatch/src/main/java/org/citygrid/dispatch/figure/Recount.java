package org.citygrid.dispatch.figure;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts everything afresh from the history alone, to prove the figures.
@Component
public final class Recount {
  private static final String RECOUNT = Prose.read("recount.sql");
  private static final String RECURRENCE = Prose.read("recount-recurrence.sql");
  private static final UUID FIRST = new UUID(0, 0);
  private static final int CASES_AT_ONCE = 50_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Folding folding;
  private final Patience patience;
  private final TownClock clock;

  Recount(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Folding folding,
      Patience patience,
      TownClock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.folding = folding;
    this.patience = patience;
    this.clock = clock;
  }

  /// One figure that is not what the history says.
  ///
  /// @param kept what the figures say
  /// @param counted what the history says
  public record Difference(
      String span,
      String starts,
      String kind,
      String key,
      boolean exempt,
      String measure,
      long kept,
      long counted) {}

  /// @param figures how many figures above zero the history gives, days, months and years together
  /// @param differences the first hundred
  public record Proof(long figures, List<Difference> differences) {}

  /// Folds what is left, then compares all figures with the history, in one transaction that keeps
  /// everybody else from folding meanwhile. Takes minutes where there are millions of cases.
  public Proof prove() {
    folding.foldAll();
    return transaction.execute(_ -> {
      patience.take();
      count(folding.latch());
      return new Proof(
          jdbc.sql("select count(*) from counted_figure").query(Long.class).single(), compare());
    });
  }

  /// Some ten thousand cases after the other, so that each count stays in memory. Without
  /// statistics the planner takes every step of the long query for one row and would loop where it
  /// must hash.
  private void count(String seen) {
    jdbc.sql("set local enable_nestloop = off").update();
    jdbc.sql(COUNTED).update();
    UUID from = FIRST;
    while (from != null) {
      var until = next(from);
      jdbc.sql("insert into counted_day " + RECOUNT)
          .param("zone", clock.zone().getId())
          .param("seen", seen)
          .param("from", from)
          .param("until", until)
          .update();
      from = until;
    }
    jdbc.sql("insert into counted_day " + RECURRENCE)
        .param("zone", clock.zone().getId())
        .param("seen", seen)
        .update();
    jdbc.sql("set local enable_nestloop = on").update();
    jdbc.sql(SPANS).update();
  }

  /// Where the next portion of cases begins; null where none does.
  private @Nullable UUID next(UUID from) {
    return jdbc.sql(
            "select id from dispatch.city_case where id >= :from order by id offset :most limit 1")
        .param("from", from)
        .param("most", CASES_AT_ONCE)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private List<Difference> compare() {
    return jdbc.sql(COMPARE.formatted(KEPT))
        .query((row, _) ->
            new Difference(
                row.getString("span"),
                row.getString("starts"),
                row.getString("kind"),
                row.getString("key"),
                row.getBoolean("exempt"),
                row.getString("measure"),
                row.getLong("kept"),
                row.getLong("counted")))
        .list();
  }

  private static final String COUNTED =
      """
      create temporary table counted_day (kind text, key text, day date, exempt boolean, measure text, n bigint)
      on commit drop
      """;

  private static final String SPANS =
      """
      create temporary table counted_figure on commit drop as
      select s.span, s.starts, d.kind, d.key, d.exempt, d.measure, sum(d.n)::bigint as n
      from counted_day d
      cross join lateral (values
        ('day', d.day), ('month', date_trunc('month', d.day)::date), ('year', date_trunc('year', d.day)::date)
        ) as s(span, starts)
      group by s.span, s.starts, d.kind, d.key, d.exempt, d.measure
      """;

  private static final String KEPT =
      Arrays.stream(Measure.values())
          .map(measure -> "('%1$s', f.%1$s)".formatted(measure.column()))
          .collect(Collectors.joining(", "));

  private static final String COMPARE =
      """
      with kept as (
        select f.span, f.starts, f.kind, f.key, f.exempt, v.measure, v.n
        from dispatch.figure f
        cross join lateral (values %s) as v(measure, n)
        where v.n <> 0)
      select
        span, starts, kind, key, exempt, measure, coalesce(k.n, 0) as kept, coalesce(c.n, 0) as counted
      from kept k
      full join counted_figure c using (span, starts, kind, key, exempt, measure)
      where k.n is distinct from c.n
      order by span, starts, kind, key, measure
      limit 100
      """;
}
