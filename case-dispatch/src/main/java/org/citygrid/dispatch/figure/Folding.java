package org.citygrid.dispatch.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Folds what was written to the history into the figures, each move exactly once. Whoever has the
/// latch folds, so that any process may do it and none must.
///
/// How far it has come is kept as a snapshot, not as a number: a transaction that began early and
/// commits late is neither missed nor waited for.
@Component
public final class Folding {
  /// So many moves a transaction: a fold of a town's past shows what it has so far.
  private static final int MOVES_AT_ONCE = 200_000;

  /// So many rows of days in memory before they are written: some 20 MB.
  private static final int ROWS_AT_ONCE = 50_000;

  private static final String NOTHING = "3:3:";
  private static final String LATCH = "select seen from dispatch.figure_fold for update";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Patience patience;
  private final History history;
  private final FigureWriter figures;
  private final SpotTable filed;

  Folding(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Patience patience,
      History history,
      FigureWriter figures,
      SpotTable filed) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.patience = patience;
    this.history = history;
    this.figures = figures;
    this.filed = filed;
  }

  /// Folds until nothing is left that was committed when it began; waits for whoever is folding.
  public void foldAll() {
    repeat(() -> Optional.of(latch()));
  }

  /// Folds until nothing is left, unless somebody else is at it.
  void foldUnlessBusy() {
    repeat(this::latchIfFree);
  }

  private void repeat(Supplier<Optional<String>> latch) {
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(_ -> fold(latch.get())));
    }
  }

  /// @return whether there may be more
  private boolean fold(Optional<String> last) {
    if (last.isEmpty()) {
      return false;
    }
    var step = step(last.get());
    if (step.fresh()) {
      patience.take();
      jdbc.sql("set local enable_seqscan = off")
          .update(); // what is new lies at one end of an index
      count(last.get(), step.seen(), Sums::spans);
      remember(step.seen());
    }
    return step.more();
  }

  /// @param rows which of the sums are written
  private void count(
      String last, String now, Function<Sums, List<Map.Entry<Sums.Row, int[]>>> rows) {
    var sums = new Sums();
    var spots = new Spots();
    history.read(
        last,
        now,
        (whose, lines) -> {
          Tally.add(whose, lines, sums, spots);
          if (sums.size() >= ROWS_AT_ONCE) {
            write(sums, spots, rows);
          }
        });
    write(sums, spots, rows);
  }

  private void write(
      Sums sums, Spots spots, Function<Sums, List<Map.Entry<Sums.Row, int[]>>> rows) {
    filed.settle(spots, sums);
    figures.add(rows.apply(sums));
    sums.clear();
  }

  /// Throws the figures away and makes them anew from the history; until it is done the old ones
  /// are shown and nobody acts. Takes minutes where there are millions of cases.
  public void rebuild() {
    transaction.executeWithoutResult(_ -> {
      patience.take();
      latch();
      jdbc.sql("lock table dispatch.case_move in share mode").update();
      jdbc.sql("update dispatch.case_move set xact = '3' where xact >= pg_current_xact_id()")
          .update();
      var seen = jdbc.sql("select pg_current_snapshot()::text").query(String.class).single();
      figures.deleteAll();
      filed.deleteAll();
      count(NOTHING, seen, Sums::days);
      figures.addUp();
      remember(seen);
    });
  }

  /// What is counted already, for us alone until the transaction ends; waits for whoever is
  /// folding.
  String latch() {
    return jdbc.sql(LATCH).query(String.class).single();
  }

  private Optional<String> latchIfFree() {
    return jdbc.sql(LATCH + " skip locked").query(String.class).optional();
  }

  /// @param seen up to where to fold now
  /// @param fresh whether anything was written in between
  /// @param more whether something is left after it
  private record Step(String seen, boolean fresh, boolean more) {}

  /// All that is committed now; or, when that is very much, what was written by the transactions up
  /// to some number, all of which are over. What is looked for is looked for in order: without it
  /// the planner, who knows nothing of snapshots, hopes to meet it soon and reads the whole
  /// history.
  private Step step(String last) {
    return jdbc.sql(
            """
            with now as (select pg_current_snapshot() as seen),
            bound as (
              select m.xact
              from dispatch.case_move m
              where m.xact >= pg_snapshot_xmax(cast(:last as pg_snapshot))
              order by m.xact
              offset :most limit 1)
            select
              case
                when b.xact is null then n.seen::text
                else concat(b.xact::text::bigint + 1, ':', b.xact::text::bigint + 1, ':')
              end as seen,
              b.xact is not null as more,
              coalesce((
                select true from dispatch.case_move m
                where m.xact >= pg_snapshot_xmin(cast(:last as pg_snapshot))
                  and not pg_visible_in_snapshot(m.xact, cast(:last as pg_snapshot))
                order by m.xact limit 1), false) as fresh
            from now n
            left join bound b on b.xact < pg_snapshot_xmin(n.seen)
            """)
        .param("last", last)
        .param("most", MOVES_AT_ONCE)
        .query((row, _) ->
            new Step(row.getString("seen"), row.getBoolean("fresh"), row.getBoolean("more")))
        .single();
  }

  private void remember(String seen) {
    jdbc.sql("update dispatch.figure_fold set seen = :seen, folded_at = now()")
        .param("seen", seen)
        .update();
  }

  /// Whether the history was brought here from another database server, whose transactions were
  /// numbered otherwise: then nothing can be told from their numbers.
  boolean isFromElsewhere() {
    return jdbc.sql(
            """
            select pg_snapshot_xmax(cast(seen as pg_snapshot)) > pg_snapshot_xmax(pg_current_snapshot())
            from dispatch.figure_fold
            """)
        .query(Boolean.class)
        .single();
  }
}
