package org.citygrid.dispatch.desk;

import static java.util.Objects.requireNonNullElse;
import static org.citygrid.platform.identity.Role.WORKER;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Condition;
import org.citygrid.dispatch.casefile.Act;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.casefile.CaseStore;
import org.citygrid.dispatch.casefile.Clerk;
import org.citygrid.dispatch.casefile.Doers;
import org.citygrid.dispatch.casefile.Journal;
import org.citygrid.dispatch.casefile.Overtaken;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Outcome;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Unit;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// One act of one person upon one case. Of two who act at once, one wins; the other is told where
/// the case stands now.
@Component
final class Acting {
  private static final int LONGEST_OPINION = 2_000;
  private static final Set<Action> SETS_APART = Set.of(Action.ACCEPT, Action.SEND_VERIFY);

  private final Clerk clerk;
  private final CaseStore store;
  private final Units units;
  private final Catalogue catalogue;
  private final Accounts accounts;
  private final ActKeys keys;
  private final OnwardDispatch onward;
  private final TransactionTemplate transaction;
  private final TownClock clock;
  private final MeterRegistry meters;

  Acting(
      Clerk clerk,
      CaseStore store,
      Units units,
      Catalogue catalogue,
      Accounts accounts,
      ActKeys keys,
      OnwardDispatch onward,
      TransactionTemplate transaction,
      TownClock clock,
      MeterRegistry meters) {
    this.clerk = clerk;
    this.store = store;
    this.units = units;
    this.catalogue = catalogue;
    this.accounts = accounts;
    this.keys = keys;
    this.onward = onward;
    this.transaction = transaction;
    this.clock = clock;
    this.meters = meters;
  }

  /// @param key the sender's own, so that sending again is safe; null when it has none
  /// @return the case as it stands after the act
  /// @throws org.citygrid.platform.problem.ProblemException 400 for what is missing or wrong, 409
  ///   when the rules refuse or somebody was faster
  CaseFile act(CaseFile file, ActForm form, Actor actor, @Nullable String key) {
    var act = read(file, form, actor);
    try {
      var done =
          transaction.execute(_ ->
              key != null && !keys.take(key, file, form, actor)
                  ? null
                  : carryOut(file, act, form.version()));
      if (done == null) {
        return store.find(file.id()).orElse(file);
      }
      meters.counter("citygrid.case.moves", "action", act.action().name()).increment();
      return done;
    } catch (Overtaken overtaken) {
      throw Refusals.overtaken(store.find(file.id()).orElse(file), act.action());
    }
  }

  private CaseFile carryOut(CaseFile read, Act act, @Nullable Integer seen) {
    if (seen != null && seen != read.standing().version) {
      throw Refusals.overtaken(read, act.action());
    }
    var file = store.lock(read);
    var journal = new Journal();
    var outcome = clerk.take(file, act, journal);
    if (outcome instanceof Outcome.Refusal refusal) {
      throw Refusals.of(refusal, act.action(), file);
    }
    onward.follow(file, act, journal);
    store.store(journal);
    return file;
  }

  private Act read(CaseFile file, ActForm form, Actor actor) {
    var wrong = new Violations();
    var action = action(form.action(), wrong);
    var until = until(form.until(), wrong);
    checkOpinion(form.opinion(), wrong);
    checkUnit(form.unitCode(), wrong);
    checkCondition(form.conditionId(), wrong);
    var master = master(form.masterNumber(), actor, wrong);
    var other = blankAsNull(form.notDuplicateOf());
    checkOther(file, action, other, wrong);
    var staff = staff(form.staff(), wrong);
    wrong.throwIfAny();
    var now = clock.instant();
    return new Act(
        requireNonNullElse(action, Action.SUPERVISE),
        Doers.of(actor),
        now,
        now,
        form.opinion(),
        form.unitCode(),
        form.conditionId(),
        until,
        master,
        other,
        form.collector(),
        staff,
        requireNonNullElse(form.photoIds(), List.of()));
  }

  private static @Nullable Action action(@Nullable String name, Violations wrong) {
    try {
      return Action.valueOf(requireNonNullElse(name, "").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      wrong.add("action", "must be one of those that the case offers");
      return null;
    }
  }

  /// A day counts whole: it ends at the last minute of the town's day.
  private @Nullable Instant until(@Nullable String text, Violations wrong) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atTime(LocalTime.of(23, 59)).atZone(clock.zone()).toInstant();
    } catch (DateTimeException unreadable) {
      wrong.add("until", "must be a day such as 2026-11-23 or an instant with Z");
      return null;
    }
  }

  private static void checkOpinion(@Nullable String opinion, Violations wrong) {
    var readable =
        opinion == null || (opinion.length() <= LONGEST_OPINION && opinion.indexOf('\0') < 0);
    wrong.require(
        readable, "opinion", "must be text of at most %d characters".formatted(LONGEST_OPINION));
  }

  private void checkUnit(@Nullable String code, Violations wrong) {
    var handles = code == null || units.findUnit(code).map(Unit::code).isPresent();
    wrong.require(handles, "unitCode", "is not a unit of this town");
  }

  private void checkCondition(@Nullable String id, Violations wrong) {
    var known = id == null || catalogue.findCondition(id).map(Condition::id).isPresent();
    wrong.require(known, "conditionId", "is not in the catalogue");
  }

  private Act.@Nullable Staff staff(@Nullable String userName, Violations wrong) {
    if (userName == null || userName.isBlank()) {
      return null;
    }
    var found =
        accounts.findAccount(userName).filter(one -> one.active() && one.roles().contains(WORKER));
    wrong.require(found.isPresent(), "staff", "is not a worker of a department");
    return found.map(one -> new Act.Staff(one.userName(), one.unitCode())).orElse(null);
  }

  /// That it is another matter is said by the acceptor, who takes it on or has it looked at.
  private void checkOther(
      CaseFile file, @Nullable Action action, @Nullable String other, Violations wrong) {
    if (other != null) {
      var field = "notDuplicateOf";
      wrong.require(
          action != null && SETS_APART.contains(action), field, "goes with ACCEPT or SEND_VERIFY");
      var suspected =
          Optional.ofNullable(file.origin().suspectedId())
              .flatMap(store::find)
              .map(found -> found.origin().number());
      wrong.require(
          suspected.filter(other::equals).isPresent(),
          field,
          "is not the case this one is suspected to repeat");
    }
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private @Nullable CaseFile master(@Nullable String number, Actor actor, Violations wrong) {
    if (number == null || number.isBlank()) {
      return null;
    }
    var found = store.findByNumber(number, actor.divisionCode());
    wrong.require(found.isPresent(), "masterNumber", "is not a case you may see");
    return found.orElse(null);
  }
}
