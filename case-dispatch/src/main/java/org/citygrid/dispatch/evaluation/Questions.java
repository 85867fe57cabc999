package org.citygrid.dispatch.evaluation;

import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.dispatch.evaluation.scheme.Period;
import org.citygrid.dispatch.evaluation.scheme.Scheme;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes questions about evaluation out of what a reader asks: by which scheme, of which division,
/// in whose sight.
@Component
final class Questions {
  private final SchemeTable schemes;
  private final EvaluationSettings settings;
  private final TownClock clock;

  Questions(SchemeTable schemes, EvaluationSettings settings, TownClock clock) {
    this.schemes = schemes;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param before the same of the period before
  /// @param sight which of the objects the reader may see
  record Asked(Outcomes.Question now, Outcomes.Question before, Rights.Sight sight) {}

  /// @param scheme its code; null for the usual one
  /// @throws org.citygrid.platform.problem.ProblemException (400) naming what cannot be understood,
  ///   (403) for objects that are none of the reader's
  Asked ask(Actor actor, PeriodForm form, @Nullable String scheme) {
    var asked = form.read(clock.today());
    var sight = Rights.of(actor, asked.kind());
    return new Asked(
        question(actor, asked.kind(), asked.period(), scheme),
        question(actor, asked.kind(), asked.period().before(), scheme),
        sight);
  }

  private Outcomes.Question question(
      Actor actor, ObjectKind kind, Period period, @Nullable String scheme) {
    return new Outcomes.Question(
        kind,
        period,
        schemeFor(kind, period, scheme),
        actor.divisionCode(),
        new Evaluations.Manner(settings.suspendedOut(), settings.zeroIsFull()));
  }

  /// The scheme of the period's last day; null where the kind has none and none was named.
  private @Nullable Scheme schemeFor(ObjectKind kind, Period period, @Nullable String code) {
    var found = schemes.find(kind, code, period.through());
    if (code != null && found.isEmpty()) {
      throw Problem.badRequest("scheme", "there is no such scheme for these objects then")
          .asException();
    }
    return found.orElse(null);
  }
}
