package org.citygrid.dispatch.desk;

import static java.util.Objects.requireNonNullElse;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Kind;
import org.citygrid.dispatch.casefile.Act;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.Clerk;
import org.citygrid.dispatch.casefile.Doers;
import org.citygrid.dispatch.casefile.Standing;
import org.citygrid.dispatch.deadline.Deadlines;
import org.citygrid.dispatch.routing.Proposal;
import org.citygrid.dispatch.routing.Reasons;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Need;
import org.citygrid.dispatch.workflow.Request;
import org.citygrid.dispatch.workflow.Rule;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.dispatch.workflow.Workflow;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Opens a case for one reader.
@Component
final class CaseDetails {
  private final JdbcClient jdbc;
  private final CasePapers papers;
  private final Summaries summaries;
  private final CaseQuery query;
  private final Clerk clerk;
  private final Workflow workflow;
  private final Catalogue catalogue;
  private final Units units;
  private final Accounts accounts;
  private final Workers workers;
  private final Supplier<Deadlines> deadlines;
  private final Reasons reasons;

  CaseDetails(
      JdbcClient jdbc,
      CasePapers papers,
      Summaries summaries,
      CaseQuery query,
      Clerk clerk,
      Workflow workflow,
      Catalogue catalogue,
      Units units,
      Accounts accounts,
      Workers workers,
      Supplier<Deadlines> deadlines,
      Reasons reasons) {
    this.jdbc = jdbc;
    this.papers = papers;
    this.summaries = summaries;
    this.query = query;
    this.clerk = clerk;
    this.workflow = workflow;
    this.catalogue = catalogue;
    this.units = units;
    this.accounts = accounts;
    this.workers = workers;
    this.deadlines = deadlines;
    this.reasons = reasons;
  }

  CaseDetail of(CaseFile file, Reader reader, Instant now) {
    var o = file.origin();
    var s = file.standing();
    var linked =
        query.numbers(
            Stream.of(file.suspectedId(), s.masterId, o.reopenedFrom())
                .filter(Objects::nonNull)
                .toList());
    return new CaseDetail(
        summaries.of(file, reader, now, numberOf(file.suspectedId(), linked)),
        history(file.id()),
        offers(file, reader, now),
        proposedUnit(file),
        workers.choices(file, reader),
        conditions(file),
        requests(file),
        clock(s, now),
        numberOf(s.masterId, linked),
        numberOf(o.reopenedFrom(), linked),
        o.photoIds(),
        papers.chases(file.id(), now),
        papers.asked(file.id()),
        papers.tasks(file.id()),
        papers.linked(file.id()),
        papers.deadlineChanges(file.id()));
  }

  private static @Nullable String numberOf(@Nullable UUID id, Map<UUID, String> numbers) {
    return id == null ? null : numbers.get(id);
  }

  private List<CaseDetail.Step> history(UUID id) {
    return jdbc.sql(
            """
            select seq, action, from_state, to_state, moved_at, actor, actor_role, opinion, receiver,
                   seconds_used, late, stage_late, photo_ids, facts ->> 'notDuplicateOf' as not_duplicate_of
            from dispatch.case_move where case_id = :id order by seq
            """)
        .param("id", id)
        .query((row, _) -> step(row))
        .list();
  }

  private CaseDetail.Step step(ResultSet row) throws SQLException {
    var action = Action.valueOf(row.getString("action"));
    var from = State.valueOf(row.getString("from_state"));
    var actor = row.getString("actor");
    var seconds = row.getLong("seconds_used");
    return new CaseDetail.Step(
        row.getInt("seq"),
        action.name(),
        words(action),
        from == State.NONE ? null : from,
        State.valueOf(row.getString("to_state")),
        row.getTimestamp("moved_at").toInstant(),
        new CaseDetail.Who(actor, accounts.displayNameOf(actor), row.getString("actor_role")),
        row.getString("opinion"),
        receiver(row.getString("receiver")),
        seconds == 0 ? null : seconds / 60,
        (Boolean) row.getObject("late"),
        (Boolean) row.getObject("stage_late"),
        texts(row.getArray("photo_ids")),
        row.getString("not_duplicate_of"));
  }

  private @Nullable LocalText receiver(@Nullable String code) {
    if (code == null) {
      return null;
    }
    var person = accounts.displayNameOf(code);
    return units
        .findUnit(code)
        .map(unit -> unit.name())
        .orElseGet(() -> new LocalText(person, person));
  }

  private List<CaseDetail.Offer> offers(CaseFile file, Reader reader, Instant now) {
    var doer = Doers.of(reader.actor());
    var facts = clerk.facts(file, Act.plain(Action.SUPERVISE, doer, now));
    var rules = workflow.offers(file.state(), doer, facts);
    var offers = new ArrayList<CaseDetail.Offer>();
    for (var rule : likeliestFirst(rules)) {
      if (offers.stream().noneMatch(offer -> offer.action().equals(rule.action().name()))) {
        offers.add(
            new CaseDetail.Offer(
                rule.action().name(),
                words(rule.action()),
                rule.action().key(),
                needs(rule, file),
                offers.isEmpty() ? true : null));
      }
    }
    return offers;
  }

  /// The step that brings the case on comes before those that send it back or aside.
  private static List<Rule> likeliestFirst(List<Rule> rules) {
    return rules.stream()
        .sorted(Comparator.comparingInt(rule -> FORWARD.contains(rule.action()) ? 0 : 1))
        .toList();
  }

  private static final List<Action> FORWARD =
      List.of(
          Action.ACCEPT,
          Action.FILE,
          Action.DISPATCH,
          Action.WORK_DONE,
          Action.HAND_IN,
          Action.SEND_CHECK,
          Action.CLOSE,
          Action.ARCHIVE,
          Action.GRANT_EXTENSION,
          Action.GRANT_SUSPENSION,
          Action.GRANT_RETURN,
          Action.GRANT_VOID);

  /// What must be given for a step, and what may be (with a question mark).
  private List<String> needs(Rule rule, CaseFile file) {
    var needs = new ArrayList<String>();
    for (var need : workflow.needs(rule)) {
      var known = need == Need.UNTIL && file.standing().requestUntil != null;
      if (need != Need.CONDITION || !conditions(file).isEmpty()) {
        needs.add(need.name().toLowerCase(Locale.ROOT) + (known ? "?" : ""));
      }
    }
    if (!needs.contains("opinion")) {
      needs.add("opinion?");
    }
    if (Workflow.PHOTOGRAPHED.contains(rule.action()) && !needs.contains("photos")) {
      needs.add("photos?");
    }
    if (rule.action() == Action.SUPERVISE) {
      needs.add("until?");
    }
    return needs;
  }

  private CaseDetail.@Nullable ProposedUnit proposedUnit(CaseFile file) {
    var code = file.origin().proposedUnit();
    var why = file.origin().proposedWhy();
    if (code == null || why == null) {
      return null;
    }
    return new CaseDetail.ProposedUnit(
        code,
        units.nameOf(code).name(),
        reasons.of(Proposal.Why.valueOf(why), file.origin().proposedLine()));
  }

  private List<CaseDetail.ConditionChoice> conditions(CaseFile file) {
    if (file.state() != State.REPORTED && file.state() != State.TO_FILE) {
      return List.of();
    }
    var o = file.origin();
    return catalogue.listConditions(Kind.of(o.kind()), o.classCode()).stream()
        .map(c ->
            new CaseDetail.ConditionChoice(
                c.id(), c.words(), new CaseDetail.LimitText(c.limitValue(), c.limitUnit())))
        .toList();
  }

  private List<CaseDetail.OpenRequest> requests(CaseFile file) {
    if (file.standing().request == Request.NONE) {
      return List.of();
    }
    return jdbc.sql(
            """
            select kind, asked_at, asked_by, opinion, until
            from dispatch.case_request
            where case_id = :id and decided_seq is null
            order by asked_seq
            """)
        .param("id", file.id())
        .query((row, _) ->
            new CaseDetail.OpenRequest(
                row.getString(1),
                requestWords(Request.valueOf(row.getString(1))),
                row.getTimestamp(2).toInstant(),
                accounts.displayNameOf(row.getString(3)),
                row.getString(4),
                instant(row.getTimestamp(5))))
        .list();
  }

  private static LocalText requestWords(Request request) {
    return switch (request) {
      case NONE -> new LocalText("", "");
      case EXTENSION -> words(Action.ASK_EXTENSION);
      case SUSPENSION -> words(Action.ASK_SUSPENSION);
      case REWORK -> words(Action.CHECK_FAIL);
      case APPEAL, APPEAL_CONFIRMATION -> words(Action.APPEAL);
    };
  }

  private CaseDetail.@Nullable Clock clock(Standing s, Instant now) {
    var clock = s.clock();
    if (clock == null) {
      return null;
    }
    return new CaseDetail.Clock(
        new CaseDetail.LimitText(clock.limit().value(), clock.limit().unit().code()),
        clock.startedAt(),
        clock.isRunning(),
        clock.total().toMinutes(),
        clock.consumedBy(now, deadlines.get()).toMinutes(),
        clock.warnAt(),
        clock.dueAt(),
        s.suspendedUntil);
  }

  private static LocalText words(Action action) {
    return new LocalText(action.zh(), action.en());
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null
        ? List.of()
        : List.of(requireNonNullElse((String[]) array.getArray(), new String[0]));
  }
}
