package org.citygrid.dispatch.evaluation;

import java.time.Instant;
import java.util.List;
import org.citygrid.dispatch.evaluation.scheme.Indicator;
import org.citygrid.dispatch.evaluation.scheme.ObjectKind;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.setting.TownClock;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One value of every object of an evaluation, as a map is coloured by it: thousands of unit grids
/// in an answer of some hundred kilobytes.
@RestController
class ShadeController {
  private static final String GRADE = "grade";

  private final Questions questions;
  private final Outcomes outcomes;
  private final TownClock clock;

  ShadeController(Questions questions, Outcomes outcomes, TownClock clock) {
    this.questions = questions;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /// @param name missing where it is the key
  /// @param grade and score, where these were asked for
  /// @param rate of the indicator that was asked for, 0 to 1; missing where there is none
  record Shade(
      String key,
      @Nullable LocalText name,
      @Nullable String grade,
      @Nullable Double score,
      @Nullable Double rate) {}

  record Shades(String of, String by, List<Shade> items, Instant asOf) {}

  /// @param by `grade`, or the code of an indicator of these objects
  @GetMapping("/api/evaluation/shades")
  Shades shades(
      Actor actor,
      @RequestParam(defaultValue = GRADE) String by,
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable String period,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String scheme) {
    var asked = questions.ask(actor, new PeriodForm(of, period, from, to), scheme);
    var kind = asked.now().kind();
    var indicator = by.equals(GRADE) ? null : indicator(kind, by);
    return new Shades(
        kind.code(),
        by,
        outcomes.of(asked.now()).standings().stream()
            .filter(one -> asked.sight().shows(one.key()))
            .map(one -> shade(kind, indicator, one))
            .toList(),
        clock.instant());
  }

  private static Indicator indicator(ObjectKind kind, String code) {
    return Indicator.find(code)
        .filter(one -> one.isOf(kind))
        .orElseThrow(() ->
            Problem.badRequest("by", "must be grade or an indicator of these objects")
                .asException());
  }

  private static Shade shade(
      ObjectKind kind, @Nullable Indicator indicator, Evaluations.Standing one) {
    var name = one.named().name();
    var shown = name.equals(Names.same(one.key())) ? null : name;
    if (indicator == null) {
      var total = one.total();
      return new Shade(
          one.key(), shown, one.grade(), total == null ? null : Sheet.round(total, 2), null);
    }
    var rate = indicator.of(one.counts(), kind);
    return new Shade(
        one.key(), shown, null, null, rate.isPresent() ? Sheet.round(rate.getAsDouble(), 4) : null);
  }
}
