package org.citygrid.dispatch.desk;

import static org.citygrid.dispatch.desk.Narrowing.Form.CHOICE;
import static org.citygrid.dispatch.desk.Narrowing.Form.FLAG;
import static org.citygrid.dispatch.desk.Narrowing.Form.FROM;
import static org.citygrid.dispatch.desk.Narrowing.Form.TEXT;
import static org.citygrid.dispatch.desk.Narrowing.Form.TEXTS;
import static org.citygrid.dispatch.desk.Narrowing.Form.TO;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.citygrid.dispatch.oversight.StuckRules;
import org.jspecify.annotations.Nullable;

/// What a list of cases can be narrowed by: one line a query parameter, and the condition it stands
/// for. A list asks only what it was asked, so that the planner sees nothing else.
enum Narrowing {
  // spotless:off  the columns are the meaning
  STATE          ("state",          TEXTS,  "c.state = any (:state)"),
  LIGHT          ("light",          TEXTS,  "v.light = any (:light)"),
  DIVISION       ("division",       TEXT,   "starts_with(c.division_code, :inDivision)"),
  GRID           ("grid",           TEXT,   "c.duty_grid_code = :grid"),
  CELL           ("cell",           TEXT,   "c.cell_code = :cell"),
  KIND           ("kind",           TEXT,   "c.kind = :kind"),
  CLASS          ("class",          TEXT,   "starts_with(c.class_code, :class)"),
  COMPONENT      ("component",      TEXT,   "c.component_code = :component"),
  UNIT           ("unit",           TEXT,   "c.unit_code = :unit"),
  ASSIGNED       ("assigned",       FLAG,   "(c.unit_code is not null) = :assigned"),
  IN_GRID        ("inGrid",         FLAG,   "(c.duty_grid_code is not null) = :inGrid"),
  SOURCE         ("source",         TEXTS,  "c.source = any (:source)"),
  CHANNEL        ("channel",        TEXT,   "c.channel = :channel"),
  REPORTER       ("reporter",       TEXT,   "c.reporter = :reporter"),
  WORDS          ("text",           TEXT,   "(c.number like '%' || :text || '%' or c.description ilike '%' || :text || '%' or c.component_code = :text)"),
  REPORTED_FROM  ("from",           FROM,   "c.reported_at >= :from"),
  REPORTED_TO    ("to",             TO,     "c.reported_at < :to"),
  FILED_FROM     ("filedFrom",      FROM,   "c.filed_at >= :filedFrom"),
  FILED_TO       ("filedTo",        TO,     "c.filed_at < :filedTo"),
  DISPATCHED_FROM("dispatchedFrom", FROM,   "c.dispatched_at >= :dispatchedFrom"),
  DISPATCHED_TO  ("dispatchedTo",   TO,     "c.dispatched_at < :dispatchedTo"),
  DUE_FROM       ("dueFrom",        FROM,   "c.due_at >= :dueFrom"),
  DUE_TO         ("dueTo",          TO,     "c.due_at < :dueTo"),
  HANDLED_FROM   ("handledFrom",    FROM,   "c.handled_at >= :handledFrom"),
  HANDLED_TO     ("handledTo",      TO,     "c.handled_at < :handledTo"),
  CLOSED_FROM    ("closedFrom",     FROM,   "c.closed_at >= :closedFrom"),
  CLOSED_TO      ("closedTo",       TO,     "c.closed_at < :closedTo"),
  LATE           ("late",           FLAG,   "(c.late or v.light = 'red') = :late"),
  VERIFIED       ("verified",       FLAG,   "c.verified = :verified"),
  MISSED         ("missed",         FLAG,   "c.missed = :missed"),
  EXEMPT         ("exempt",         FLAG,   "c.exempt = :exempt"),
  APPEALED       ("appealed",       FLAG,   "c.appealed = :appealed"),
  SELF_HANDLED   ("selfHandled",    FLAG,   "c.self_handled = :selfHandled"),
  EXTENDED       ("extended",       FLAG,   "(c.extensions > 0) = :extended"),
  SUSPENDED      ("suspended",      FLAG,   "(c.suspensions > 0) = :suspended"),
  RETURNED       ("returned",       FLAG,   "(c.returns > 0) = :returned"),
  RETURN_DENIED  ("returnDenied",   FLAG,   "(c.denied_returns > 0) = :returnDenied"),
  REJECTED       ("rejected",       FLAG,   "(c.rejections > 0) = :rejected"),
  REWORK         ("rework",         FLAG,   "(c.reworks > 0) = :rework"),
  REOPENED       ("reopened",       FLAG,   "(c.reopened_from is not null) = :reopened"),
  SUSPECTED      ("suspected",      FLAG,   "(c.suspected_id is not null and not c.suspicion_denied) = :suspected"),
  SEVERAL        ("several",        FLAG,   "(c.report_count > 1) = :several"),
  REQUEST        ("request",        TEXTS,  "c.request = any (:request)"),
  MASTER         ("master",         TEXT,   "c.master_id = (select m.id from dispatch.city_case m where m.number = :master and starts_with(m.division_code, :division) limit 1)"),
  OPENED         ("opened",         TEXTS,  "exists (select from dispatch.case_move o where o.case_id = c.id and o.seq = 1 and o.action = any (:opened))"),
  FINDER         ("finder",         TEXT,   "coalesce(c.reporter, (select v.actor from dispatch.case_move v where v.case_id = c.id and v.action = 'VERIFY_TRUE' order by v.seq limit 1)) = :finder"),
  RECURRING      ("recurring",      FLAG,   """
      exists (
        select from dispatch.figure_spot s
        where s.case_id = c.id and (
          select count(*) = 3
          from (
            select from dispatch.figure_spot o
            where o.month = s.month and o.place = s.place
            limit 3) there)) = :recurring"""),
  KEPT_LIMIT     ("keptLimit",      FLAG,   "(not c.late) = :keptLimit"),
  STANDING       ("standing",       FLAG,   "(c.state = 'SUSPENDED') = :standing"),
  TO_HANDLE_FROM ("toHandleFrom",   FROM,   "(c.due_at >= :toHandleFrom or c.handled_at is null or c.handled_at >= :toHandleFrom)"),
  TO_HANDLE_TO   ("toHandleTo",     TO,     "c.due_at < :toHandleTo and c.state <> 'VOIDED'"),
  TO_CLOSE_FROM  ("toCloseFrom",    FROM,   "(c.due_at >= :toCloseFrom or c.closed_at is null or c.closed_at >= :toCloseFrom)"),
  TO_CLOSE_TO    ("toCloseTo",      TO,     "c.due_at < :toCloseTo and c.state <> 'VOIDED'"),
  DUE_HANDLED_FROM("dueHandledFrom", FROM,  "(c.due_at >= :dueHandledFrom or c.handled_at >= :dueHandledFrom)"),
  DUE_HANDLED_TO ("dueHandledTo",   TO,     "c.due_at < :dueHandledTo and c.handled_at < :dueHandledTo and c.state <> 'VOIDED'"),
  DUE_CLOSED_FROM("dueClosedFrom",  FROM,   "(c.due_at >= :dueClosedFrom or c.closed_at >= :dueClosedFrom)"),
  DUE_CLOSED_TO  ("dueClosedTo",    TO,     "c.due_at < :dueClosedTo and c.closed_at < :dueClosedTo and c.state <> 'VOIDED'"),
  ACTOR          ("actor",          TEXT,   null),
  ACTION         ("action",         TEXTS,  null),
  ACTED_FROM     ("actedFrom",      FROM,   null),
  ACTED_TO       ("actedTo",        TO,     null),
  ACTED_FIRST    ("actedFirst",     FLAG,   null),
  ACTED_LATE     ("actedLate",      FLAG,   null),
  ACTED_UNIT     ("actedUnit",      TEXT,   null),
  RECEIVER       ("receiver",       TEXT,   null),
  STAGE          ("stage",          TEXT,   null),
  STAGE_FROM     ("stageFrom",      FROM,   null),
  STAGE_TO       ("stageTo",        TO,     null),
  STAGE_RECEIVER ("stageReceiver",  TEXT,   null),
  SUPERVISED     ("supervised",     CHOICE, """
      case :supervised
        when 'any' then exists (select from dispatch.supervision s where s.case_id = c.id)
        when 'open' then exists (select from dispatch.open_supervision s where s.case_id = c.id)
        else exists (select from dispatch.open_supervision s where s.case_id = c.id and s.reply_due < :now)
      end"""),
  STUCK          ("stuck",          CHOICE, """
      c.id in (
        select s.id
        from dispatch.stuck_case(
          :division, :unmannedStates, :mannedUnits, :mannedPeople, :hops, cast(:silent as jsonb), :requestSeconds,
          cast(:now as timestamptz)) s
        where :stuck = 'any' or :stuck = any (s.reasons))""");
  // spotless:on

  /// How a value is written in the address.
  enum Form {
    TEXT,
    TEXTS,
    CHOICE,
    FLAG,
    /// A day or an instant; a day counts from its beginning.
    FROM,
    /// A day or an instant, not included; a day counts whole.
    TO
  }

  private final String parameter;
  private final Form form;
  private final String condition;

  Narrowing(String parameter, Form form, @Nullable String condition) {
    this.parameter = parameter;
    this.form = form;
    this.condition = condition == null ? "" : condition;
  }

  /// The name in the address.
  String parameter() {
    return parameter;
  }

  /// The name in the condition: `division` there is the reader's own.
  String placeholder() {
    return this == DIVISION ? "inDivision" : parameter;
  }

  Form form() {
    return form;
  }

  /// Empty for those that ask together about one and the same move: who did what, and when; or
  /// about one stay in a stage.
  Optional<String> condition() {
    return condition.isEmpty() ? Optional.empty() : Optional.of(condition);
  }

  /// What may be said, for those with a choice.
  Set<String> choices() {
    return this == STUCK ? StuckRules.CHOICES : Set.of("any", "open", "overdue");
  }

  static Optional<Narrowing> find(String parameter) {
    return Arrays.stream(values()).filter(one -> one.parameter.equals(parameter)).findFirst();
  }
}
