package org.citygrid.grid.history;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way to change the land. Changes wait for each other on the revision row, so each sees
/// the land as the one before left it.
public final class LandChanges {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  LandChanges(JdbcClient jdbc, TransactionTemplate transaction, InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// What the history tells of a change.
  ///
  /// @param by user name; null for the program itself
  /// @param division the town or community; empty when it is about several
  /// @param subject the duty grid or cell; null when it is about many
  /// @param undoes the revision that is taken back; null otherwise
  public record Note(
      LandAct act,
      @Nullable String by,
      String division,
      @Nullable String subject,
      @Nullable Long undoes) {
    public static Note of(LandAct act, @Nullable String by, String division) {
      return new Note(act, by, division, null, null);
    }

    public Note about(@Nullable Object what) {
      return new Note(act, by, division, what == null ? null : what.toString(), undoes);
    }
  }

  /// Runs `work` as one change of the land.
  ///
  /// @param rows how many rows its result says it touched; 0 means that nothing changed, and leaves
  ///   the revision as it is
  public <R> R change(Note note, ToIntFunction<R> rows, Supplier<R> work) {
    return inTransaction(revision -> {
      R result = work.get();
      int touched = rows.applyAsInt(result);
      if (touched > 0) {
        enter(revision, note, touched);
      }
      return result;
    });
  }

  /// Runs `work`, sees what comes of it, and forgets it.
  public <R> R tryOut(Supplier<R> work) {
    R result =
        transaction.execute(status -> {
          begin();
          R found = work.get();
          status.setRollbackOnly();
          return found;
        });
    return java.util.Objects.requireNonNull(result);
  }

  private <R> R inTransaction(java.util.function.LongFunction<R> work) {
    R result = transaction.execute(status -> work.apply(begin()));
    return java.util.Objects.requireNonNull(result);
  }

  private long begin() {
    long revision =
        1 + jdbc.sql("select number from grid.revision for update").query(Long.class).single();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbc.sql(
            """
            select set_config('citygrid.land_revision', :revision::text, true),
                   set_config('citygrid.land_at',
                              greatest(:now::timestamptz,
                                       (select max(at) + interval '1 microsecond'
                                        from grid.land_change))::text,
                              true)
            """)
        .param("revision", revision)
        .param("now", Timestamp.from(now))
        .query((row, n) -> true)
        .single();
    return revision;
  }

  private void enter(long revision, Note note, int rows) {
    jdbc.sql(
            """
            insert into grid.land_change
              (revision, at, act, by_user, division_code, subject, rows, undoes)
            values (:revision, grid.land_at(), :act, :by, :division, :subject, :rows, :undoes)
            """)
        .param("revision", revision)
        .param("act", note.act().name())
        .param("by", note.by())
        .param("division", note.division())
        .param("subject", note.subject())
        .param("rows", rows)
        .param("undoes", note.undoes())
        .update();
    jdbc.sql("update grid.revision set number = :revision").param("revision", revision).update();
  }
}
