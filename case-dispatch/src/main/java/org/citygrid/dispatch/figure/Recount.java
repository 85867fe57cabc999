package org.citygrid.dispatch.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.citygrid.platform.setting.TownClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts everything afresh from the history alone, to prove the figures or to make them anew.
@Component
public final class Recount {
  private static final String RECOUNT = Prose.read("recount.sql");
  private static final String MEASURES =
      Arrays.stream(Measure.values()).map(Measure::column).collect(Collectors.joining(", "));

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
      count(latch());
      return new Proof(
          jdbc.sql("select count(*) from counted_figure").query(Long.class).single(), compare());
    });
  }

  /// Throws the figures away and makes them anew from the history.
  public void rebuild() {
    transaction.executeWithoutResult(_ -> {
      latch();
      jdbc.sql("lock table dispatch.case_move in share mode").update();
      jdbc.sql("update dispatch.case_move set xact = '3' where xact >= pg_current_xact_id()")
          .update();
      var seen = jdbc.sql("select pg_current_snapshot()::text").query(String.class).single();
      count(seen);
      jdbc.sql("delete from dispatch.figure").update();
      jdbc.sql(PIVOT.formatted(MEASURES, SUMS)).update();
      jdbc.sql("update dispatch.figure_fold set seen = :seen, folded_at = now()")
          .param("seen", seen)
          .update();
    });
  }

  /// Everybody else waits to fold until we are done.
  ///
  /// @return what is counted already
  private String latch() {
    patience.take();
    return jdbc.sql("select seen from dispatch.figure_fold for update")
        .query(String.class)
        .single();
  }

  private void count(String seen) {
    jdbc.sql("create temporary table counted_day on commit drop as " + RECOUNT)
        .param("zone", clock.zone().getId())
        .param("seen", seen)
        .update();
    jdbc.sql(SPANS).update();
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

  private static final String SUMS =
      Arrays.stream(Measure.values())
          .map(m -> "coalesce(sum(n) filter (where measure = '%s'), 0)".formatted(m.column()))
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

  private static final String PIVOT =
      """
      insert into dispatch.figure (span, starts, kind, key, exempt, %s)
      select span, starts, kind, key, exempt, %s
      from counted_figure
      group by span, starts, kind, key, exempt
      """;
}
