package org.citygrid.dispatch.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Request;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What lies in a case's file besides its moves: chases with their answers, requests with their
/// decisions, tasks with what became of them, and the reports that were linked to it.
@Component
final class CasePapers {
  private final JdbcClient jdbc;
  private final Accounts accounts;

  CasePapers(JdbcClient jdbc, Accounts accounts) {
    this.jdbc = jdbc;
    this.accounts = accounts;
  }

  /// A chase, told with the move of the same number.
  ///
  /// @param open whether an answer is still asked for
  record Chase(
      int seq,
      Instant at,
      String by,
      String opinion,
      @Nullable Instant replyDue,
      @Nullable Instant repliedAt,
      @Nullable String repliedBy,
      @Nullable String reply,
      boolean open,
      boolean overdue) {}

  List<Chase> chases(UUID id, Instant now) {
    return jdbc.sql(
            """
            select s.seq, m.moved_at, s.by_whom, s.opinion, s.reply_due, s.replied_at, s.replied_by, s.reply,
              o.seq is not null as open
            from dispatch.supervision s
            join dispatch.case_move m on m.case_id = s.case_id and m.seq = s.seq
            left join dispatch.open_supervision o on o.case_id = s.case_id and o.seq = s.seq
            where s.case_id = :id
            order by s.seq
            """)
        .param("id", id)
        .query((row, _) -> {
          var due = instant(row.getTimestamp("reply_due"));
          var by = row.getString("replied_by");
          var open = row.getBoolean("open");
          return new Chase(
              row.getInt("seq"),
              row.getTimestamp("moved_at").toInstant(),
              accounts.displayNameOf(row.getString("by_whom")),
              row.getString("opinion"),
              due,
              instant(row.getTimestamp("replied_at")),
              by == null ? null : accounts.displayNameOf(by),
              row.getString("reply"),
              open,
              open && due != null && due.isBefore(now));
        })
        .list();
  }

  /// A request, told with the moves that asked and decided.
  record Asked(
      int askedSeq,
      String kind,
      @Nullable Instant until,
      @Nullable Integer decidedSeq,
      @Nullable LocalText decision,
      @Nullable Instant decidedAt,
      @Nullable String decidedBy) {}

  List<Asked> asked(UUID id) {
    return jdbc.sql(
            """
            select asked_seq, kind, until, decided_seq, decision, decided_at, decided_by
            from dispatch.case_request where case_id = :id order by asked_seq
            """)
        .param("id", id)
        .query((row, _) -> {
          var decision = row.getString("decision");
          var by = row.getString("decided_by");
          return new Asked(
              row.getInt("asked_seq"),
              Request.valueOf(row.getString("kind")).name(),
              instant(row.getTimestamp("until")),
              (Integer) row.getObject("decided_seq"),
              decision == null ? null : words(Action.valueOf(decision)),
              instant(row.getTimestamp("decided_at")),
              by == null ? null : accounts.displayNameOf(by));
        })
        .list();
  }

  /// A collector sent out, told with the move that sent.
  record Task(
      int seq,
      String kind,
      @Nullable String collector,
      Instant dueAt,
      @Nullable Instant doneAt,
      @Nullable LocalText outcome) {}

  List<Task> tasks(UUID id) {
    return jdbc.sql(
            """
            select seq, kind, collector, due_at, done_at, outcome
            from dispatch.field_task where case_id = :id order by seq
            """)
        .param("id", id)
        .query((row, _) -> {
          var collector = row.getString("collector");
          var outcome = row.getString("outcome");
          return new Task(
              row.getInt("seq"),
              row.getString("kind"),
              collector == null ? null : accounts.displayNameOf(collector),
              row.getTimestamp("due_at").toInstant(),
              instant(row.getTimestamp("done_at")),
              outcome == null ? null : words(Action.valueOf(outcome)));
        })
        .list();
  }

  /// A case that was linked to this one.
  record Twin(String number, Instant reportedAt, String source, String channel) {}

  List<Twin> linked(UUID id) {
    return jdbc.sql(
            """
            select number, reported_at, source, channel from dispatch.city_case
            where master_id = :id order by reported_at limit 50
            """)
        .param("id", id)
        .query((row, _) ->
            new Twin(
                row.getString(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4)))
        .list();
  }

  /// A deadline that a change of the calendar moved.
  record DeadlineChange(Instant at, String by, String note, Instant before, Instant after) {}

  List<DeadlineChange> deadlineChanges(UUID id) {
    return jdbc.sql(
            """
            select c.changed_at, c.changed_by, c.note, m.due_before, m.due_after
            from dispatch.calendar_move m
            join dispatch.calendar_change c on c.id = m.change_id
            where m.case_id = :id and m.due_before <> m.due_after
            order by m.change_id
            """)
        .param("id", id)
        .query((row, _) ->
            new DeadlineChange(
                row.getTimestamp(1).toInstant(),
                accounts.displayNameOf(row.getString(2)),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant()))
        .list();
  }

  private static LocalText words(Action action) {
    return new LocalText(action.zh(), action.en());
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
